import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArgs } from '../../../src/cli/check.ts';
import { checkLine } from '../../../src/cli/check-line.ts';
import { MOST_ANSWERS } from '../../../src/cli/input.ts';
import { searchLine } from '../../../src/cli/search-line.ts';
import { CHECKS } from '../../../src/domain/ruleset/check-ids.ts';
import { BUILD_TIME, builtCommand } from '../../support/built-command.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const line = (input: string, answers = {}) => JSON.parse(checkLine(engine, input, answers));
const folder = mkdtempSync(join(tmpdir(), 'icp-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the path of a file with this in it. */
function fileWith(content: string | Uint8Array): string {
  const path = join(folder, `${files++}`);
  writeFileSync(path, content);
  return path;
}
let files = 0;

let command: readonly string[] = [];
beforeAll(async () => {
  command = [await builtCommand()];
}, BUILD_TIME);

describe('one line of output', () => {
  test('a domain has every field', () => {
    expect(line('https://Shop.Example.com.cn/x')).toEqual({
      input: 'https://Shop.Example.com.cn/x',
      host: 'shop.example.com.cn',
      display: 'shop.example.com.cn',
      registrable: 'example.com.cn',
      suffix: 'com.cn',
      problem: null,
      standing: 'depends',
      findings: CHECKS.map((check) => ({
        check,
        outcome: expect.stringMatching(/^(?:pass|needs-answer)$/),
        because: expect.any(String),
        cites: expect.any(Array),
        against: expect.any(Array),
        ifFiledAnew: false,
      })),
      risks: [],
      coverage: { kind: 'shares-record', record: 'example.com.cn' },
      steps: expect.arrayContaining([{ code: 'file-name', notBefore: null, notAfter: null }]),
      timeline: {
        start: expect.any(String),
        phases: expect.any(Array),
        approval: { earliest: expect.any(String), latest: expect.any(String) },
        holidaysKnownTo: expect.toSatisfy((day) => day === null || typeof day === 'string'),
      },
      rules: rules.stamp.date,
    });
  });

  test('a problem has its type and nothing that does not apply', () => {
    expect(line('192.168.1.1')).toEqual({
      input: '192.168.1.1',
      host: '192.168.1.1',
      display: '192.168.1.1',
      registrable: null,
      suffix: null,
      problem: 'ip-address',
      standing: null,
      findings: [],
      coverage: null,
      risks: [],
      steps: [],
      timeline: null,
      rules: rules.stamp.date,
    });
    expect(line('')).toMatchObject({ host: null, display: null, problem: 'empty' });
  });
});

describe('arguments', () => {
  test('answers by flags', async () => {
    const id = rules.registrars[0]?.id ?? '';
    expect(
      await readArgs(['--registrar', id, '--hosting', 'mainland', '--same-provider', 'no', 'a.com', 'b.cn'], rules),
    ).toMatchObject({
      answers: { registrar: id, hosting: 'mainland', sameProvider: false },
      hosts: ['a.com', 'b.cn'],
    });
    expect(await readArgs(['--hosting', 'unknown', 'a.com'], rules)).toMatchObject({ answers: {} });
  });

  test('answers by a file say the same as by flags, and a flag outweighs the file', async () => {
    const file = { expiresOn: '2027-01-31', province: 'ha', namesOnSite: 2, sameProvider: true };
    const flags = [
      '--expires-on',
      '2027-01-31',
      '--province',
      '河南',
      '--names-on-site',
      '2',
      '--same-provider',
      'yes',
    ];
    const day = ['--today', '2026-11-24'];
    const path = fileWith(JSON.stringify(file));
    const byFile = await readArgs(['--answers', path, ...day], rules);
    expect(byFile).toEqual(await readArgs([...flags, ...day], rules));
    expect(byFile).toMatchObject({ answers: file, today: '2026-11-24' });
    expect(await readArgs(['--answers', path, '--province', 'bj'], rules)).toMatchObject({
      answers: { province: 'bj', namesOnSite: 2 },
    });
    // Notepad writes a mark in front, in either of its encodings of Unicode.
    for (const marked of [`\ufeff${JSON.stringify(file)}`, Buffer.from(`\ufeff${JSON.stringify(file)}`, 'utf16le')])
      expect(await readArgs(['--answers', fileWith(marked), ...day], rules)).toEqual(byFile);
  });

  test.each([
    ['{', 'no JSON'],
    ['{"a":\n\nx}', 'no JSON'],
    ['[]', 'expected an object'],
    ['null', 'expected an object'],
    ['{"province":"zz"}', 'cannot be read: province'],
    ['{"__proto__":1,"what":2}', 'cannot be read'],
    [' '.repeat(MOST_ANSWERS + 1), 'more than'],
  ])(
    'a file of answers with %.20j in it is refused in one line that names the option and the file',
    async (text, why) => {
      const path = fileWith(text);
      const { wrong } = (await readArgs(['--answers', path], rules)) as { wrong: string };
      expect(wrong.startsWith(`--answers: ${path}: `), wrong).toBe(true);
      expect(wrong).toContain(why);
      expect(wrong).not.toContain('\n');
    },
  );

  test('a registrar by its IANA id', async () => {
    expect(await readArgs(['--registrar', '1599', 'a.com'], rules)).toMatchObject({
      answers: { registrar: 'alibaba-cloud' },
    });
    expect(await readArgs(['--registrar', '9999', 'a.com'], rules)).toMatchObject({
      answers: { registrar: 'iana-9999' },
    });
    expect(await readArgs(['--registrar', '北京新网数码信息技术有限公司', 'a.com'], rules)).toMatchObject({
      answers: { registrar: 'xinnet' },
    });
  });

  test('what speaks against a finding is printed as the popup shows it', () => {
    const { findings } = JSON.parse(checkLine(engine, 'example.me', { registrar: 'nicenic-cn' }));
    const against = (check: string) => findings.find((one: { check: string }) => one.check === check).against;
    expect(against('registrar-licensed')).toEqual([{ source: 'iisp-copies' }]);
    expect(against('suffix-approved')).not.toEqual([]);
  });

  test('a part of the names of some registrars is asked about', async () => {
    const { wrong } = (await readArgs(['--registrar', '阿里云'], rules)) as { wrong: string };
    expect(wrong).toContain('which one? alibaba-cloud, ');
  });

  test.each([
    [['--registrar', '--']],
    [['--registrar', ' ']],
    [['--hosting', 'moon']],
    [['--same-provider', 'maybe']],
    [['--expires-on', '2027-02-30']],
    [['--names-on-site', '0']],
    [['--today', 'now']],
    [['--answers', '/no/such/file']],
    [['--what']],
    [['--hosting']],
  ])('%j is wrong usage', async (argv) => {
    expect(await readArgs(argv, rules)).toHaveProperty('wrong');
  });
});

describe('the command itself', () => {
  test('hosts as arguments and from standard input give the same lines', () => {
    const hosts = ['www.example.com', 'foo.io', '例子.中国', 'localhost'];
    const byArguments = execFileSync(process.execPath, [...command, ...hosts], { encoding: 'utf8' });
    const byInput = execFileSync(process.execPath, command, { encoding: 'utf8', input: `${hosts.join('\r\n')}\n` });
    expect(byArguments.trim().split('\n')).toHaveLength(hosts.length);
    expect(byInput).toBe(byArguments);
  });

  test('--explain prints for each line what it means and which entries answer it', () => {
    const messages = [
      '域名 shop.example.cn 尚未完成备案',
      'The domain name has expired; its registrar is not approved',
      'nothing of ours',
      '',
      '域名已备案',
    ];
    const out = execFileSync(process.execPath, [...command, '--explain'], {
      encoding: 'utf8',
      input: `${messages.join('\n')}\n`,
    });
    expect(
      out
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one)),
    ).toEqual([
      {
        input: messages[0],
        means: ['name-not-filed'],
        answers: ['cdn-and-hong-kong', 'access-filing', 'how-to-file', 'is-a-filing-needed', 'without-filing'],
      },
      {
        input: messages[1],
        means: ['expired', 'registrar-not-approved'],
        answers: ['remaining-validity', 'registrar-not-approved', 'expired-filed-name', 'transfer-in'],
      },
      { input: messages[2], means: [], answers: [] },
      { input: messages[3], means: [], answers: [] },
      { input: messages[4], means: [], answers: [] },
    ]);
    const faq = new Set(rules.faq.map(({ id }) => id));
    for (const id of ['cdn-and-hong-kong', 'remaining-validity', 'registrar-not-approved']) expect(faq).toContain(id);
    const refused = spawnSync(process.execPath, [...command, '--explain', 'example.com'], { encoding: 'utf8' });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  });

  test('--numbers prints a line for each number of a text or HTML', () => {
    const input = '<footer><a href="http://www.miitbeian.gov.cn">京ICP備13052560號－1</a> 粤B2-20090059</footer>';
    const out = execFileSync(process.execPath, [...command, '--numbers', '--today', '2026-11-24'], {
      encoding: 'utf8',
      input,
    });
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        kind: 'icp-filing',
        number: '京ICP备13052560号-1',
        province: '京',
        digits: '13052560',
        service: '1',
        link: 'retired',
        problems: [],
      },
      {
        kind: 'telecom-licence',
        number: '粤B2-20090059',
        province: '粤',
        digits: '20090059',
        service: null,
        link: 'none',
        problems: [],
      },
    ]);
    expect(execFileSync(process.execPath, [...command, '--numbers'], { encoding: 'utf8', input: '' })).toBe('');
  });

  test('--search prints exactly the question and its answers, the best first', () => {
    const line = searchLine(rules, '二级域名要备案吗？', null);
    expect(Object.keys(JSON.parse(line))).toEqual(['query', 'answers']);
    expect(JSON.parse(line)).toMatchObject({ query: '二级域名要备案吗？' });
    expect(JSON.parse(line).answers[0]).toBe('sub-domains');
    expect(searchLine(rules, 'DNS', 'zh_CN')).not.toBe(searchLine(rules, 'DNS', 'en'));
    const asked = 'サブドメインも届出が必要ですか';
    expect(searchLine(rules, asked, null)).toBe(searchLine(rules, asked, 'ja'));
    expect(JSON.parse(searchLine(rules, 'pizza', 'en'))).toEqual({ query: 'pizza', answers: [] });
  });

  test('--search takes one question, and a language that there is', async () => {
    expect(await readArgs(['--search', 'a question', '--language', 'zh'], rules)).toMatchObject({
      search: 'a question',
      searchLanguage: 'zh_CN',
    });
    expect(await readArgs(['--search', 'a', 'question'], rules)).toEqual({
      ok: false,
      wrong: '--search: the whole question is one argument; put it in quotes',
    });
    for (const tag of ['fr', '', 'e', 'jabberwocky', 'zhongwen'])
      expect(await readArgs(['--search', 'a', '--language', tag], rules), tag).toEqual({
        ok: false,
        wrong: `--language: expected en, zh, zh-TW or ja, found "${tag}"`,
      });
  });

  test('wrong usage ends with 2 and prints nothing on standard output', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...command, '--hosting', 'moon', 'a.com'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--hosting: expected one of mainland, mainland-cdn, elsewhere, found "moon"');
  });

  test('a reader that stops early ends the command quietly', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `site${index}.com`).join('\n');
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${command.join('" "')}" | head -n 1`], {
      encoding: 'utf8',
      input: many,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
