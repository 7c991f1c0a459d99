import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../../scripts/package/pack-zip.ts';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';
import {
  MOST,
  refusalOfJson,
  refusalOfTable,
  withoutLongLines,
} from '../../../../src/domain/portfolio/input-limits.ts';
import { tableOfXlsx } from '../../../../src/entries/portfolio/read-spreadsheet.ts';

const fixture = readFileSync(join(ROOT, 'test/support/fixtures/names.xlsx'));
const parts = unzipSync(fixture);
const read = (zip: Uint8Array) => tableOfXlsx(new Blob([Uint8Array.from(zip)]));
const SHEET = 'xl/worksheets/sheet1.xml';

/** Returns a workbook with one sheet, and other parts if wanted. */
function workbook(sheetData: string, more: Zippable = {}): Uint8Array {
  return zipSync({ ...parts, [SHEET]: strToU8(`<worksheet>${sheetData}</worksheet>`), ...more });
}

const cell = (address: string, text = 'a.com') => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (...cells: string[]) => `<sheetData>${cells.join('')}</sheetData>`;
const row = (number: number | string, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const CELLS = `cells ${MOST.cells}`;
const UNPACKED = `unpacked ${MOST.unpacked}`;
const why = async (zip: Uint8Array) => {
  const done = await read(zip);
  if (done.ok) return 'read';
  const { refusal } = done;
  return 'most' in refusal ? `${refusal.why} ${refusal.most}` : refusal.why;
};

/** The same for parts of a hundred megabytes, which the machine's own library packs sooner. */
function largeWorkbook(sheetData: string, more: Readonly<Record<string, Uint8Array>> = {}): Promise<Uint8Array> {
  const all = { ...parts, [SHEET]: strToU8(`<worksheet>${sheetData}</worksheet>`), ...more };
  const entries = Object.entries(all).map(([path, bytes]) => ({ path, bytes, mode: 0o100644 }));
  return zipOf(entries, (bytes) => deflateRawSync(bytes, { level: 1 }));
}

/** Returns a zip whose directory says of each part that it has this many bytes. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const copy = Uint8Array.from(zip);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

function relationsTo(...targets: string[]): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const all = targets.map((target, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`);
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?><Relationships>${all.join('')}</Relationships>`);
}

function workbookOf(count: number): Uint8Array {
  const all = Array.from(
    { length: count },
    (_, index) => `<sheet name="s${index}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return strToU8(`<workbook xmlns:r="r"><sheets>${all.join('')}</sheets></workbook>`);
}

describe('a spreadsheet is read as it was', () => {
  test('the sheet as tab-separated text', async () => {
    expect(await read(fixture)).toEqual({ ok: true, text: '域名\t到期\r\nsheet-one.com\t2027\r\nsheet-two.cn\t2028' });
  });

  test('gaps, entities, single quotes, spaces, a prefix and an absolute path', async () => {
    const sheet = `<?xml version="1.0"?>\n<x:worksheet xmlns:x="y"><x:dimension ref="A1:XFD1048576"/><x:sheetData >
      <x:row r = '2' spans="1:3"><x:c r='C2' t="inlineStr"><x:is><x:t xml:space="preserve">a&amp;b.com</x:t></x:is></x:c></x:row
      ></x:sheetData><x:dataValidations prompt="a > b"/></x:worksheet>`;
    const zip = zipSync({
      ...parts,
      'xl/_rels/workbook.xml.rels': relationsTo('/xl/other/one.xml'),
      'xl/other/one.xml': strToU8(sheet),
    });
    expect(await read(zip)).toEqual({ ok: true, text: '\t\t\r\n\t\ta&b.com' });
  });

  test('strings that sheets share, dates and numbers', async () => {
    const strings = strToU8('<sst><si><t>one.com</t></si><si><r><t>two</t></r><r><t>.com</t></r></si></sst>');
    const sheet = rows(
      row(1, '<c r="A1" t="s"><v>1</v></c>', '<c r="B1"><v>7</v></c>', '<c r="C1" t="s"><v>0</v></c>'),
    );
    expect(await read(workbook(sheet, { 'xl/sharedStrings.xml': strings }))).toEqual({
      ok: true,
      text: 'two.com\t7\tone.com',
    });
  });

  test('an empty sheet', async () => {
    expect(await read(workbook('<sheetData/>'))).toEqual({ ok: true, text: '' });
  });

  test('parts that are not needed are not unpacked: this one cannot be', async () => {
    const name = 'xl/media/image1.xml';
    const zip = zipSync({ ...parts, [name]: strToU8('a'.repeat(1000)) });
    const at = Buffer.from(zip).indexOf(name) + name.length;
    zip.fill(0xff, at, at + 5);
    expect(() => unzipSync(zip)).toThrow();
    expect(await why(zip)).toBe('read');
  });
});

describe('what asks for more than it holds is refused before it is made', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    [
      'a cell in the last row and column',
      () => workbook(rows(row(1, cell('A1')), row(1048576, cell('XFD1048576')))),
      CELLS,
    ],
    ['a cell in a row far out', () => workbook(rows(row(1, cell('A1')), row(100000, cell('ALL100000')))), CELLS],
    ['a row without cells far out, and one wide row', () => workbook(rows(row(1, cell('CV1')), row(1048576))), CELLS],
    ['rows without numbers', () => workbook(rows('<row/>'.repeat(800_001), row(800_002, cell('J800002')))), CELLS],
    ['cells of rows without numbers', () => workbook(rows(`<row>${cell('XFD1048576')}</row>`)), CELLS],
    [
      'many sheets, each within the bound',
      () =>
        workbook('', {
          'xl/workbook.xml': workbookOf(9),
          'xl/_rels/workbook.xml.rels': relationsTo(
            ...Array.from({ length: 9 }, (_, index) => `worksheets/w${index}.xml`),
          ),
          ...Object.fromEntries(
            Array.from({ length: 9 }, (_, index) => [
              `xl/worksheets/w${index}.xml`,
              strToU8(rows(row(1_000_000, cell('A1000000')))),
            ]),
          ),
        }),
      CELLS,
    ],
    [
      'a sheet that unpacks to more',
      () => largeWorkbook(`${rows(row(1, cell('A1')))}${' '.repeat(MOST.unpacked)}`),
      UNPACKED,
    ],
    [
      'the same, where the directory says otherwise',
      async () => lying(await largeWorkbook(' '.repeat(MOST.unpacked + 1)), 100),
      UNPACKED,
    ],
    [
      'strings that unpack to more',
      () => largeWorkbook(rows(row(1, cell('A1'))), { 'xl/sharedStrings.xml': new Uint8Array(MOST.unpacked) }),
      UNPACKED,
    ],
    [
      'styles by the million',
      () => workbook('', { 'xl/styles.xml': strToU8(`<styleSheet><cellXfs>${'<xf/>'.repeat(2_000_000)}`) }),
      'unpacked 8000000',
    ],
    [
      'a long text in many cells',
      () =>
        workbook(
          rows(
            ...Array.from({ length: 2000 }, (_, index) => row(index + 1, `<c r="A${index + 1}" t="s"><v>0</v></c>`)),
          ),
          {
            'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'a'.repeat(100_000)}</t></si></sst>`),
          },
        ),
      UNPACKED,
    ],
    ['sheets by the thousand', () => workbook('', { 'xl/workbook.xml': workbookOf(1000) }), 'unreadable'],
    [
      'elements in elements',
      () => workbook('', { 'xl/sharedStrings.xml': strToU8(`<sst>${'<a>'.repeat(100_000)}`) }),
      'unreadable',
    ],
    [
      'a type with entities',
      () =>
        workbook('', {
          'xl/sharedStrings.xml': strToU8(
            '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><sst><si><t>&c;</t></si></sst>',
          ),
        }),
      'unreadable',
    ],
    ['no zip', () => strToU8('PK\u0003\u0004 and nothing more'), 'unreadable'],
    ['a zip that is cut off', () => fixture.subarray(0, fixture.length - 30), 'unreadable'],
    ['a zip without a workbook', () => zipSync({ 'a.txt': strToU8('a.com') }), 'unreadable'],
    ['nothing', () => new Uint8Array(), 'unreadable'],
  ])('%s', async (_, make, expected) => {
    expect(await why(await make())).toBe(expected);
  });

  // Each is an address far out for the reader, and none for who looks for it too simply.
  test.each([
    row('1e9'),
    row('0x7fffffff'),
    row('&#49;048576'),
    row(' 1048576'),
    row('-1'),
    '<row a=">" r="1048576"></row>',
    `<row r="1" r="1048576">${cell('A1')}</row>`,
    `<row r="1" x:r="1048576">${cell('A1')}</row>`,
    '<!-- <row a="--><row r="1048576"/>',
    `<![CDATA[ <row a="]]>${row(1048576, cell('XFD1048576'))}`,
    `<?a <row a="?>${row(1048576, cell('XFD1048576'))}`,
    `<row a="${row(1048576, cell('XFD1048576'))}`,
    row(1, cell('XFD&#49;048576')),
    row(1, cell('aaaa1')),
    row(1, cell('A1e9')),
    row(1, cell('A')),
    row(1, cell('ZZZZZZZZ1')),
  ])('an address in disguise: %.60s', async (data) => {
    expect(await why(workbook(rows(row(1, cell('A1')), data)))).toMatch(/^(?:unreadable|cells \d+)$/);
  });

  test('bytes that are not what they were give a table or a reason, and no exception', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(fixture.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const copy = Uint8Array.from(fixture);
          for (const [at, value] of changes) copy[at] = value;
          if (!(await read(copy)).ok) refused++;
        },
      ),
      { numRuns: 300 },
    );
    expect(refused, 'the interesting case was reached').toBeGreaterThan(30);
  });
});

describe('texts', () => {
  test.each<[string, string, ReturnType<typeof refusalOfTable>]>([
    ['an ordinary list', 'a.com\nb.com\n', null],
    ['more cells than that in a line that is skipped', `a.com\n${'a,'.repeat(MOST.cells)}\nb.com`, null],
    ['the longest line', `a.com\n${'a'.repeat(MOST.line)}\nb.com`, null],
    ...[',', ';', '\t', '|'].map((sign): [string, string, ReturnType<typeof refusalOfTable>] => [
      `more cells than that, parted by ${JSON.stringify(sign)}`,
      `${sign.repeat(100_000)}\n`.repeat(MOST.cells / 100_000),
      { why: 'cells', most: MOST.cells },
    ]),
    ['more lines than that', '\n'.repeat(MOST.cells + 1), { why: 'cells', most: MOST.cells }],
  ])('%s', (_, text, refusal) => {
    expect(refusalOfTable(text)).toEqual(refusal);
  });

  test('lines that are too long are left out and told, and all others keep their numbers', () => {
    const long = 'a'.repeat(MOST.line + 1);
    const start = `${'a'.repeat(80)}…`;
    for (const end of ['\n', '\r\n', '\r'])
      expect(withoutLongLines(['a.com', long, 'b.com', '', long].join(end))).toEqual({
        text: ['a.com', '', 'b.com', '', ''].join(end),
        tooLong: [
          { line: 2, start },
          { line: 5, start },
        ],
      });
    const fits = `a.com\n${'a'.repeat(MOST.line)}`;
    expect(withoutLongLines(fits)).toEqual({ text: fits, tooLong: [] });
    const json = `\ufeff {"a":"${long}"}`;
    expect(withoutLongLines(json)).toEqual({ text: json, tooLong: [] });
    // A quoted cell that begins there ends below.
    expect(withoutLongLines(`x,"${long}\nend",y\nb.com,`).text).toBe('"\nend",y\nb.com,');
  });

  test('a file of ours has a bound on its values, however they are nested', () => {
    expect(refusalOfJson(JSON.stringify(Array.from({ length: 1000 }, () => ({ a: [1, 2] }))))).toBeNull();
    for (const text of [`[${'{},'.repeat(MOST.values)}`, '['.repeat(MOST.values + 1), `[${'1,'.repeat(MOST.values)}`])
      expect(refusalOfJson(text)).toEqual({ why: 'values', most: MOST.values });
  });
});
