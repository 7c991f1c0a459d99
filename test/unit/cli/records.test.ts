import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArgs } from '../../../src/cli/check.ts';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { type RecordsRead, readRecordFiles, recordCheck, recordLines } from '../../../src/cli/records.ts';
import { textOf } from '../../../src/domain/portfolio/file-text.ts';
import { BUILD_TIME, builtCommand } from '../../support/built-command.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';
import { samples, sampleText } from '../domain/records/reader.ts';

const TODAY = '2026-11-26';
let command: readonly string[] = [];
beforeAll(async () => {
  command = [await builtCommand()];
}, BUILD_TIME);
const FOLDER = join(ROOT, 'test/support/fixtures/records');
const readText = (text: string, url: string | null = null) => {
  const read = recordLines(engine, text, url);
  if (!read.ok) throw new Error(read.wrong);
  return read.value;
};
const linesOf = (file: string, url: string | null = null) =>
  readText(sampleText(file), url).lines.map((line) => JSON.parse(line));

describe('--read', () => {
  test('prints each record with just these fields, in this order; what is not known is null', () => {
    const input = [
      'Domain Name: SHILI-CLI.COM',
      'Registrar: Some Registrar Nobody Knows',
      'Creation Date: 2020-01-01T20:00:00Z',
      'Registry Expiry Date: 2027-01-01T20:00:00Z',
    ].join('\n');
    const { lines, said } = readText(`${input}\n`);
    expect(said).toEqual([]);
    expect(lines).toEqual([
      JSON.stringify({
        kind: 'whois-text',
        domain: 'shili-cli.com',
        registrar: { name: 'Some Registrar Nobody Knows', iana: null, id: null },
        registeredOn: '2020-01-02',
        expiresOn: '2027-01-02',
        updatedOn: null,
        statuses: null,
        holder: null,
        realName: null,
        filing: { number: null, unit: null },
        asOf: null,
        notes: ['registrar-unknown'],
      }),
    ]);
  });

  test.each(samples.filter(({ kind, records }) => kind !== 'decoy' && records.length > 0))(
    '$file is of the kind $kind',
    ({ file, kind, pageUrl }) => {
      for (const line of linesOf(file, pageUrl ?? null)) expect(line.kind).toBe(kind);
    },
  );

  test('what has no field of its own is among the notes', () => {
    expect(linesOf('RDAP-mixed-11.jsonl').at(-1).notes).toEqual([
      'two-expiry-dates',
      'reseller',
      'transferred-on:2026-10-20',
    ]);
    expect(linesOf('CSV-zh-9.csv').map(({ notes }) => notes)).toEqual([
      ['filing-state:exists'],
      ['filing-state:none'],
      ['filing-state:open'],
    ]);
    expect(linesOf('MIIT-cn-1.json')[0]).toMatchObject({
      filing: { number: '浙ICP备2099000123号', unit: '示例茶业（杭州）有限公司' },
      notes: ['service-number:浙ICP备2099000123号-1', 'filed-on:2025-10-18', 'filing-nature:企业'],
    });
  });

  test('the address of a saved page says whose console it is', () => {
    expect(linesOf('CONSOLE-cn-1.html')[0].registrar.id).toBeNull();
    const url = 'https://dc.console.aliyun.com/next/index#/domain/details/info?domain=shili-kongzhi.cn';
    expect(linesOf('CONSOLE-cn-1.html', url)[0].registrar.id).toBe('alibaba-cloud');
  });

  test('reads what Chinese Windows saves', () => {
    // "域名,注册商,到期时间" and a row, as GB18030.
    const head = Buffer.from('d3f2c3fb2cd7a2b2e1c9cc2cb5bdc6dacab1bce40d0a', 'hex');
    const name = Buffer.from('d0c2cdf8', 'hex');
    const row = Buffer.concat([Buffer.from('shili-gb.cn,'), name, Buffer.from(',2027/3/5\r\n')]);
    const { lines } = readText(textOf(Buffer.concat([head, row])));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { domain: 'shili-gb.cn', registrar: { name: '新网', id: 'xinnet' }, expiresOn: '2027-03-05' },
    ]);
  });

  test('standard input to standard output; why there is nothing is said beside it', () => {
    const read = (input: string) => spawnSync(process.execPath, [...command, '--read'], { encoding: 'utf8', input });
    const { status, stdout, stderr } = read(sampleText('RDAP-com-1.json'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(linesOf('RDAP-com-1.json'));
    expect(read(sampleText('WHOIS-none-21.txt'))).toMatchObject({
      status: 0,
      stdout: '',
      stderr: 'input: not-registered: shili-frei.com\n',
    });
    expect(read('')).toMatchObject({ status: 0, stdout: '', stderr: 'standard input: no record was found in it\n' });
  });

  test.each([[['--read', 'a.com']], [['--read', '--records', 'f']], [['--url', 'https://a.com/']]])(
    '%j is wrong usage',
    async (argv) => {
      expect(await readArgs(argv, rules)).toHaveProperty('wrong');
    },
  );
});

describe('--records', () => {
  const paths = ['WHOIS-com-1.txt', 'WHOIS-com.cn-3.txt', 'CONSOLE-com-2.html', 'WHOIS-ca-84.txt'].map((file) =>
    join(FOLDER, file),
  );
  let read: RecordsRead = { byDomain: new Map(), said: [] };
  beforeAll(async () => {
    const given = await readRecordFiles(engine, paths, TODAY);
    if (given.ok) read = given.value;
  });
  const line = (host: string, person = {}) => JSON.parse(recordCheck(engine, host, person, read, TODAY).line);

  test('each domain of the files, in order', () => {
    expect([...read.byDomain.keys()]).toEqual([
      'shili-chaye.com',
      'shili-jixie.com.cn',
      'shili-tx.com',
      'shili-maple.ca',
    ]);
  });

  test('a registrar that our list lacks is told in the verdict, and not filled in', () => {
    const { answers, proposed, findings } = line('shili-maple.ca');
    const judged = findings.find(({ check }: { check: string }) => check === 'registrar-licensed');
    expect(judged).toMatchObject({ outcome: 'cannot-tell', because: 'registrar-unlisted' });
    expect(proposed).toContainEqual(expect.objectContaining({ name: 'registrar', value: 'name:Rebel.ca Corp.' }));
    expect(answers.map(({ name }: { name: string }) => name)).not.toContain('registrar');
  });

  test('each answer says where it is from', () => {
    const from = { by: 'record', kind: 'console', place: 'CONSOLE-com-2.html', day: TODAY };
    const { answers, proposed, advice, findings } = line('www.shili-tx.com', { subject: 'individual' });
    expect(answers).toEqual([
      { name: 'subject', value: 'individual', from: { by: 'person' }, stale: false },
      { name: 'registrar', value: 'dnspod', from, stale: false },
      { name: 'registeredOn', value: '2026-11-24', from, stale: false },
      { name: 'expiresOn', value: '2027-11-24', from, stale: false },
      { name: 'realName', value: 'not-done', from, stale: false },
    ]);
    expect(proposed).toEqual([{ name: 'holder', value: 'same', because: 'holder-shown', shows: '孙示例', from }]);
    expect(advice).toEqual([
      { code: 'on-hold-by-registry', until: null },
      { code: 'just-registered', until: '2027-01-23' },
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ check: 'real-name-done', outcome: 'fail' }));
  });

  test('the person’s word counts, and the difference is there', () => {
    const { answers, differences } = line('shili-chaye.com', { registrar: 'godaddy' });
    expect(answers).toContainEqual({ name: 'registrar', value: 'godaddy', from: { by: 'person' }, stale: false });
    const from = { by: 'record', kind: 'whois', place: 'WHOIS-com-1.txt', day: '2026-11-20' };
    expect(differences).toEqual([{ name: 'registrar', person: 'godaddy', record: 'alibaba-cloud', from }]);
  });

  test('a name that no file speaks of gets no answer from them', () => {
    expect(line('shili-chaye.cn')).toMatchObject({ answers: [], proposed: [], differences: [], advice: [] });
    expect(line('localhost')).toMatchObject({ problem: 'special-use', answers: [] });
  });

  test('of two records of a name the newer counts, in either order, in what is answered and advised', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'records-'));
    try {
      const old = join(folder, 'old.txt');
      const now = join(folder, 'now.txt');
      const facts = 'Domain Name: shili-twice.com\nCreation Date: 2019-01-01T00:00:00Z\n';
      const from = (day: string) => `>>> Last update of whois database: ${day}T00:00:00Z <<<\n`;
      const before = 'Registrar IANA ID: 146\nDomain Status: clientHold\nDomain Status: clientTransferProhibited\n';
      writeFileSync(old, `${facts}${before}${from('2026-09-01')}`);
      writeFileSync(now, `${facts}Registrar IANA ID: 1599\nDomain Status: ok\n${from('2026-11-25')}`);
      for (const files of [
        [old, now],
        [now, old],
      ]) {
        const given = await readRecordFiles(engine, files, TODAY);
        if (!given.ok) throw new Error(given.wrong);
        const { answers, advice } = JSON.parse(recordCheck(engine, 'shili-twice.com', {}, given.value, TODAY).line);
        expect(answers[0]).toMatchObject({ name: 'registrar', value: 'alibaba-cloud', stale: false });
        expect(answers[0].from).toMatchObject({ place: 'now.txt', day: '2026-11-25' });
        expect(advice).toEqual([]);
      }
      const given = await readRecordFiles(engine, [old], TODAY);
      if (!given.ok) throw new Error(given.wrong);
      const { answers, advice } = JSON.parse(recordCheck(engine, 'shili-twice.com', {}, given.value, TODAY).line);
      expect(answers.map(({ stale }: { stale: boolean }) => stale)).toEqual([true, true]);
      expect(advice.map(({ code }: { code: string }) => code)).toEqual(['on-hold-by-registrar', 'locked-by-registrar']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('what follows from the holder is not proposed of somebody else who files', () => {
    const proposed = (person = {}) =>
      line('shili-jixie.com.cn', person).proposed.map(({ because }: { because: string }) => because);
    expect(proposed()).toContain('holder-shown');
    expect(proposed({ holder: 'same' }).some((because: string) => because.startsWith('holder-'))).toBe(true);
    expect(proposed({ holder: 'shareholder' }).some((because: string) => because.startsWith('holder-'))).toBe(false);
  });

  test('a file that cannot be read is said', async () => {
    expect(await readRecordFiles(engine, ['/no/such/file'], TODAY)).toEqual({
      ok: false,
      wrong: '/no/such/file: there is no such file',
    });
  });

  test('several files, without hosts, on the command line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'records-'));
    try {
      writeFileSync(
        join(folder, 'none.html'),
        '<!doctype html><title>ICP/IP地址/域名信息备案管理系统</title><input value="shili-none.cn"><table><tr><th>序号</th><th>主办单位名称</th><th>ICP备案/许可证号</th></tr></table><p>共 0 条</p>',
      );
      const files = [paths[0] ?? '', join(folder, 'none.html')].flatMap((path) => ['--records', path]);
      const argv = [...command, '--today', TODAY, ...files];
      const out = execFileSync(process.execPath, argv, { encoding: 'utf8' });
      const lines = out
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one));
      expect(lines.map(({ registrable }) => registrable)).toEqual(['shili-chaye.com', 'shili-none.cn']);
      expect(lines[1].answers).toEqual([
        {
          name: 'record',
          value: 'none',
          from: { by: 'record', kind: 'miit', place: 'none.html', day: TODAY },
          stale: false,
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
