/** Files and pipes that are not what they are taken for, or that ask for more than they hold. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArgs } from '../../../src/cli/check.ts';
import { createHostLines } from '../../../src/cli/host-lines.ts';
import { readText } from '../../../src/cli/input.ts';
import { printHosts } from '../../../src/cli/many-hosts.ts';
import { planFile } from '../../../src/cli/print-plan.ts';
import { type RecordsRead, readRecordFiles, recordCheck, recordLines } from '../../../src/cli/records.ts';
import { searchLine } from '../../../src/cli/search-line.ts';
import { MOST } from '../../../src/domain/portfolio/input-limits.ts';
import { BUILD_TIME, builtCommand } from '../../support/built-command.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const TODAY = '2026-11-26';
const NOTHING = { recordPaths: [], answers: {}, today: TODAY } as const;
let command: readonly string[] = [];
beforeAll(async () => {
  command = [await builtCommand()];
}, BUILD_TIME);
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A cell in the last row and column: a thousand bytes that ask for gigabytes. */
const SHEET =
  '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';

describe('what is no text is said to be none, and not read as one', () => {
  const files: readonly (readonly [name: string, bytes: Uint8Array, said: RegExp])[] = [
    ['far.xlsx', zipSync({ 'xl/worksheets/sheet1.xml': strToU8(SHEET) }), /spreadsheet.*CSV/],
    ['bomb.xlsx', zipSync({ 'xl/media/image1.png': new Uint8Array(20_000_000) }), /spreadsheet.*CSV/],
    ['old.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 10]), /old spreadsheet.*CSV/],
    ['scan.pdf', strToU8('%PDF-1.7\n域名,注册商\n'), /PDF/],
    ['hosts.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, 10]), /packed/],
  ];

  test.each(files)('%s, wherever it is given', async (name, bytes, said) => {
    const path = saved(name, bytes);
    const wrong = [
      await readRecordFiles(engine, [path], TODAY),
      await planFile(engine, { ...NOTHING, path }),
      await readText(Readable.from([bytes]), 1e9),
    ].map((one) => ('wrong' in one ? one.wrong : 'was read'));
    for (const one of wrong) expect(one).toMatch(said);
    const written: Uint8Array[] = [];
    const printer = createHostLines(
      engine,
      { answers: {}, today: TODAY as never, format: 'json', fields: ['input'], isColored: false },
      null,
    );
    const course = {
      printer,
      startJudges: null,
      write: async (output: Uint8Array) => void written.push(output),
      onTooLong: () => undefined,
      onProgress: () => undefined,
    };
    await expect(printHosts(Readable.from([bytes]), course)).rejects.toThrow(said);
    expect(written).toEqual([]);
  });

  test('in a pipe, with the status of a pipe that failed', () => {
    const input = zipSync({ 'xl/worksheets/sheet1.xml': strToU8(SHEET) });
    for (const args of [[], ['--read'], ['--numbers'], ['--explain']]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
        input,
        encoding: 'utf8',
      });
      expect({ status, stdout }, stderr).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^standard input: it is a spreadsheet[^\n]*\n$/);
    }
  });
});

describe('what has no sense is said to have none', () => {
  const run = (input: string | Uint8Array, ...args: readonly string[]) =>
    spawnSync(process.execPath, [...command, ...args], { input, encoding: 'utf8' });
  // A program, as nothing begins that is known.
  const program = Buffer.concat([strToU8('\u007fELF example.com\n'), new Uint8Array(64), strToU8('example.net\n')]);

  test.each([['--read'], ['--numbers'], ['--plan', '-'], ['--records', '-'], ['--answers', '-', 'example.com']])(
    '%s: bytes that no text has',
    (...args) => {
      const { status, stdout, stderr } = run(program, ...args);
      expect({ status, stdout }, stderr).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^[^\n]*: it has bytes that no text has\n$/);
    },
  );

  const written = (text: string, bytes: number, start: readonly number[]) =>
    Uint8Array.from([...start, ...[...text].flatMap((one) => [one.codePointAt(0) ?? 0, ...Array(bytes - 1).fill(0)])]);
  test.each([
    ['UTF-32 with its mark', written('Domain,Registrar\nexample.com,GoDaddy\n', 4, [0xff, 0xfe, 0, 0])],
    ['UTF-32 without one', written('Domain,Registrar\nexample.com,GoDaddy\n', 4, [])],
    ['UTF-16 without its mark', written('Domain,Registrar\nexample.com,GoDaddy\n', 2, [])],
    ['UTF-16 without its mark, from another letter', written('名'.repeat(3), 2, []).with(1, 0x54)],
  ])('%s', async (_, bytes) => {
    expect(await readText(Readable.from([bytes]), 1e9)).toMatchObject({ ok: false });
  });

  test('in a list, a line with such a byte is no domain, and the others are judged', () => {
    const { status, stdout } = run('a.io\nb.io\0c.io\nd.io\n', '--fields', 'input,problem', '--format', 'csv');
    expect({ status, lines: stdout.split('\n').map((line) => line.split(',').at(-1)) }).toEqual({
      status: 0,
      lines: ['problem', '', 'not-a-hostname', '', ''],
    });
  });

  test.each(['', 'Roses are red\n', '[]', 'null', '{}'])('--read of %j tells that there is no record', (input) => {
    expect(run(input, '--read')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: 'standard input: no record was found in it\n',
    });
  });
});

describe('what is too large is refused before anything is made of it', () => {
  test.each([
    ['cells without end', 'a.com,,,,,,,,,,\n'.repeat(MOST.cells / 10), /more cells/],
    ['a quote that never ends', `Domain,Registrar\n"a.com${'x,\n'.repeat(MOST.cells / 2)}`, /more cells/],
    ['values without end', `[${'{},'.repeat(MOST.values / 2)}{}]`, /more values/],
  ])('%s', async (_, text, said) => {
    const read = recordLines(engine, text, null);
    expect(read).toMatchObject({ ok: false, wrong: expect.stringMatching(said) });
    expect(await readRecordFiles(engine, [saved('large', text)], TODAY)).toMatchObject({ ok: false });
  });

  test('a heading of millions of columns is told and skipped', async () => {
    const text = `Domain,${'=1+1,'.repeat(1e6)}\nDomain,Registrar\na.com,GoDaddy\n`;
    expect(recordLines(engine, text, null)).toMatchObject({ ok: true, value: { said: ['line 1: too-long'] } });
    const read = await readRecordFiles(engine, [saved('wide', text)], TODAY);
    expect(read.ok && [...read.value.byDomain.keys()]).toEqual(['a.com']);
  });

  test('rows span no more than they hold', () => {
    const html = '<!doctype html><table><tr><td colspan=1000000000 rowspan=65534>域名</td><td>a.com</td></tr></table>';
    expect(recordLines(engine, html, null)).toMatchObject({ ok: true, value: { lines: [] } });
  });
});

describe('an export of many names', () => {
  let read: RecordsRead;
  const COUNT = 20_000;
  beforeAll(async () => {
    const rows = Array.from({ length: COUNT }, (_, index) => `name-${index}.com,GoDaddy,2030-01-01`);
    const given = await readRecordFiles(
      engine,
      [saved('many.csv', `Domain,Registrar,Expiry Date\n${rows.join('\n')}\n`)],
      TODAY,
    );
    if (!given.ok) throw new Error(given.wrong);
    read = given.value;
  });

  test('each name looks at its own records alone', () => {
    expect(read.byDomain.size).toBe(COUNT);
    let looks = 0;
    const counted = new Proxy(read.byDomain, {
      get(map, key) {
        if (key !== 'get') throw new Error(`All of them were gone through: ${String(key)}`);
        looks++;
        return map.get.bind(map);
      },
    });
    const { line } = recordCheck(engine, 'www.name-7.com', {}, { ...read, byDomain: counted }, TODAY);
    expect(looks).toBe(1);
    expect(JSON.parse(line).answers).toMatchObject([{ name: 'registrar', value: 'godaddy' }, { name: 'expiresOn' }]);
  });
});

describe('a record, a question or a name that would move the terminal', () => {
  const CSI = String.fromCharCode(0x9b);
  const TITLE = `${String.fromCharCode(27)}]0;x${String.fromCharCode(7)}`;
  const WHOIS = `Domain Name: EXAMPLE.COM
Creation Date: 2020-08-14T04:00:00Z
Registry Expiry Date: 2030-08-13T04:00:00Z
Registrar: Evil\u202e${CSI}31m${TITLE}
Registrant Organization: =cmd|calc\u202egnp${CSI}2J
`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const acted = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u;

  test('is printed inert, and as it was once it is read again', async () => {
    const lines = recordLines(engine, WHOIS, null);
    const [line = ''] = lines.ok ? lines.value.lines : [];
    expect(line).not.toMatch(acted);
    expect(JSON.parse(line)).toMatchObject({ holder: `=cmd|calc\u202egnp${CSI}2J` });
    const read = await readRecordFiles(engine, [saved('whois.txt', WHOIS)], TODAY);
    const checked = read.ok ? recordCheck(engine, 'example.com', {}, read.value, TODAY).line : '';
    expect(JSON.parse(checked).proposed.at(-1)).toMatchObject({ shows: `=cmd|calc\u202egnp${CSI}2J` });
    expect(checked).not.toMatch(acted);
    expect(searchLine(rules, `备案${CSI}31m`, null)).not.toMatch(acted);
    const plan = await planFile(engine, { ...NOTHING, path: saved('list.txt', `example.com\n${CSI}2J${TITLE}\n`) });
    expect(plan.ok && plan.value).not.toMatch(acted);
    expect(plan.ok && JSON.parse(plan.value).rejected).toHaveLength(1);
  });
});

describe('--records in a pipeline', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [...command, '--today', TODAY, ...args], { encoding: 'utf8' });

  test('a file without a record is said, and is no success', () => {
    const path = saved('poem.txt', 'Roses are red\n');
    expect(run('--records', path, '--fail-on', 'ineligible')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `--records: ${path}: no record was found in it\n`,
    });
  });

  test('--fail-on counts', () => {
    const path = saved('few.csv', 'Domain,Registrar,Expiry Date\nname.com,GoDaddy,2030-01-01\n');
    const { status, stdout } = run('--records', path, '--fail-on', 'ineligible');
    expect({ status, standing: JSON.parse(stdout).standing }).toEqual({ status: 3, standing: 'ineligible' });
    expect(run('--records', path, '--fail-on', 'unknown')).toMatchObject({ status: 0 });
  });

  test.each([
    [['--records', 'f', '--format', 'csv'], '--format'],
    [['--plan', 'f', '--fields', 'input'], '--fields'],
    [['--read', '--fail-on', 'unknown'], '--fail-on'],
    [['--search', 'q', '--format', 'text'], '--format'],
  ])('%j: an option that would do nothing is refused', async (argv, option) => {
    expect(await readArgs(argv, rules)).toMatchObject({ ok: false, wrong: expect.stringContaining(option) });
  });
});

describe('a record that lies', () => {
  const recordsOf = (text: string) => {
    const read = recordLines(engine, text, null);
    return read.ok ? read.value.lines.map((line) => JSON.parse(line)) : [];
  };
  const row = (label: string, value: string, attributes = '') =>
    `<tr ${attributes}><td>${label}</td><td>${value}</td></tr>`;
  const page = (...rows: readonly string[]) => `<html><body><table>${rows.join('')}</table></body></html>`;
  const NAME = row('Domain Name', 'example.com') + row('Creation Date', '2015-01-01');

  test.each([
    'hidden',
    'hidden="until-found"',
    'style="display:none"',
    'style="color: red; DISPLAY : none !important"',
    'style="visibility:hidden"',
    'style="opacity: 0"',
    'style="opacity:.0;"',
    'style="font-size:0px"',
    'style="opacity: .02"',
    'style="opacity: 3%"',
    'style="position: absolute; left: -9999px"',
    'style="text-indent:-9999px"',
    'style="color:transparent"',
    'style="clip-path: inset(50%)"',
    'style="position:absolute;clip:rect(0 0 0 0)"',
    'style="transform: scale(0)"',
    'style="overflow:hidden;height:0"',
    'style="position:absolute; width:1px; height:1px; overflow:hidden"',
  ])('what nobody sees in a saved page is not read: %s', (attributes) => {
    const seen = page(NAME, row('Registrar', 'GoDaddy.com, LLC'));
    const lying = page(
      row('Registrar', 'Alibaba Cloud Computing (Beijing) Co., Ltd.', attributes),
      NAME,
      row('Registrar', 'GoDaddy.com, LLC'),
      row('Expiry Date', '2099-01-01', attributes),
      `<tr><td ${attributes}><p>Real-name</p></td><td ${attributes}>verified</td></tr>`,
    );
    expect(recordsOf(lying)).toEqual(recordsOf(seen));
    expect(recordsOf(`<div ${attributes}>${seen}</div>`)).toEqual([]);
  });

  test.each([
    'style="opacity:0.5"',
    'style="font-size:10px"',
    'style="display:block"',
    'style="overflow:hidden;height:10px;left:-4px;clip-path:none;transform:scale(.9)"',
    'style="width:1px;color:black;opacity:1;margin-left:-12px;;:"',
    'data-hidden',
  ])('what is seen is read: %s', (attributes) => {
    const [record] = recordsOf(page(NAME, row('Expiry Date', '2030-01-01', attributes)));
    expect(record).toMatchObject({ domain: 'example.com', expiresOn: '2030-01-01' });
  });

  test('of two registrars neither is believed', () => {
    const whois = (...registrars: readonly string[]) =>
      ['Domain Name: EXAMPLE.COM', 'Creation Date: 2015-01-01', ...registrars.map((one) => `Registrar: ${one}`)].join(
        '\n',
      );
    expect(recordsOf(whois('GoDaddy.com, LLC', 'NameCheap, Inc.'))).toMatchObject([
      { registrar: { id: null }, notes: ['registrar-contradicts'] },
    ]);
    // The same twice, and one of whom nobody knows anything, contradict nothing.
    for (const other of ['GoDaddy.com, LLC', 'GoDaddy', 'Some Reseller Ltd.'])
      expect(recordsOf(whois('GoDaddy.com, LLC', other))).toMatchObject([{ registrar: { id: 'godaddy' }, notes: [] }]);
  });
});
