/**
 * What holds of every record, however it comes: cut, reordered, in other letters, line ends,
 * encodings and languages, a reading is the same or nothing; hostile texts give no exception; a
 * record never answers for another name.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOfHtml } from '../../../../src/cli/saved-page.ts';
import { textOf } from '../../../../src/domain/portfolio/file-text.ts';
import { answersFromRecord, mergeAnswers } from '../../../../src/domain/records/fill-answers.ts';
import type { RecordReading } from '../../../../src/domain/records/read.ts';
import type { DomainRecord } from '../../../../src/domain/records/record.ts';
import { testMany } from '../../../support/many.ts';
import { rules } from '../../../support/shipped-ruleset.ts';
import { readSample, samples, sampleText, TODAY } from './reader.ts';

const read = (text: string): RecordReading => readSample(text);
const good = samples.filter(({ kind, records }) => kind !== 'decoy' && records.length > 0);
const texts = good.map(({ file }) => [file, sampleText(file)] as const);
/** Tables that are kept as text; where they are cut a cell is. */
const TABLES = ['PASTE-md-51.txt', 'CSV-tsv-57.txt', 'CSV-md-79.txt'];
const plainTexts = texts.filter(([file]) => file.endsWith('.txt') && !TABLES.includes(file));
const tables = texts.filter(([file]) => file.endsWith('.csv'));
const json = texts.filter(([file]) => file.endsWith('.json'));
const ofOne = plainTexts.filter(([, text]) => read(text).records.length === 1);
/**
 * Each of these says of one thing what it is about by where the thing stands: in a section, or
 * behind another record.
 */
const BY_PLACE = [
  'PASTE-com-16.txt',
  'PASTE-com-72.txt',
  'WHOIS-ru-46.txt',
  'PASTE-cn-17.txt',
  'PASTE-cn-31.txt',
  'PASTE-com-32.txt',
  'WHOIS-com-10.txt',
  'WHOIS-com-23.txt',
  'WHOIS-com-15.txt',
  'WHOIS-com-56.txt',
  'WHOIS-br-53.txt',
  'WHOIS-nl-314.txt',
  'WHOIS-eu-318.txt',
  'WHOIS-es-323.txt',
  'WHOIS-cz-51.txt',
  'WHOIS-fr-36.txt',
  'WHOIS-fr-81.txt',
  'WHOIS-hk-39.txt',
  'WHOIS-jp-37.txt',
  'WHOIS-kr-41.txt',
  'WHOIS-pl-50.txt',
  'WHOIS-se-52.txt',
  'WHOIS-sg-38.txt',
  'WHOIS-tw-40.txt',
  'WHOIS-uk-34.txt',
  'WHOIS-be-703.txt',
  'WHOIS-nl-606.txt',
  'WHOIS-sk-834.txt',
  'RDAP-text-1216.txt',
  'RDAP-text-1306.txt',
];
const lineByLine = ofOne.filter(([file, text]) => !BY_PLACE.includes(file) && isLineByLine(text));

/** Returns whether a text begins with lines that each name what they say, one its domain. */
function isLineByLine(text: string): boolean {
  const [record = ''] = text.trim().split(/\r?\n\s*\r?\n/);
  const lines = record.split(/\r?\n/).filter((line) => !/^[%#>]/.test(line));
  const names = lines.filter((line) => /^\s*(?:domain(?: name)?|域名)\s*[:：]\s*\S/i.test(line));
  return names.length === 1 && lines.every((line) => /^\s{0,3}[^\s:：][^:：]*[:：]/.test(line));
}

/** Fields that are compared by themselves, or say of the text how it was read. */
const APART = ['kind', 'form', 'notes', 'statuses', 'registrar', 'filing'];

/** Fails where a field says anything but what the whole record says, or nothing. */
function expectSameOrNothing(
  found: readonly DomainRecord[],
  whole: readonly DomainRecord[],
  of: string,
  text = '',
): void {
  for (const record of found) {
    const known = whole.find(({ domain }) => domain === record.domain);
    expect(known, `${of}: ${record.domain} is a name of the whole text`).toBeDefined();
    if (known !== undefined) expectLess(record, known, of, text);
  }
}

function expectLess(record: DomainRecord, known: DomainRecord, of: string, text: string): void {
  expectStatuses(record, known, of);
  expectParts(record, known, of);
  for (const [name, value] of Object.entries(record) as [keyof DomainRecord, unknown][]) {
    if (APART.includes(name) || value === null) continue;
    // Of two expiries the one that is cut off may be the earlier.
    if (name === 'expiresOn' && known.notes.includes('two-expiry-dates')) continue;
    // A person's name may stand before that of the body that counts.
    if (name === 'holder' && text.includes(String(value))) continue;
    expect(value, `${of}: ${name}`).toEqual(known[name]);
  }
}

/** A lock that is shown counts as a status as long as none is named, and is a note then. */
function expectStatuses(record: DomainRecord, known: DomainRecord, of: string): void {
  const isLock = (status: string) => status === 'clientTransferProhibited' && known.notes.includes('locked');
  // That a console calls the service normal counts where it shows no status beside it.
  const isService = (status: string) => status === 'ok' && known.kind === 'console';
  for (const one of record.statuses ?? [])
    if (!isLock(one) && !isService(one)) expect(known.statuses, of).toContain(one);
}

function expectParts(record: DomainRecord, known: DomainRecord, of: string): void {
  for (const name of ['registrar', 'filing'] as const)
    for (const [part, value] of Object.entries(record[name] ?? {})) {
      if (value === null || (part === 'name' && name === 'registrar' && isSameRegistrar(record, known))) continue;
      const whole = known[name] as unknown as Record<string, unknown> | null;
      expect(whole?.[part], `${of}: ${name}.${part}`).toEqual(value);
    }
}

/**
 * Of a name that is cut off its beginning may be left where that is another name of the registrar.
 */
function isSameRegistrar({ registrar }: DomainRecord, known: DomainRecord): boolean {
  return registrar.id !== null && registrar.id === known.registrar.id;
}

/** Returns what is known, without the order of what has none, and without where it was written. */
const known = ({ records }: RecordReading) =>
  records.map(({ kind: _, form: __, notes, statuses, ...record }) => ({
    ...record,
    statuses: statuses === null ? null : [...statuses].sort(),
    notes: [...notes].sort(),
  }));

const pick = <T>(list: readonly T[]) => fc.constantFrom(...list);

testMany('cut anywhere, a text says the same, less, or nothing', () => {
  let less = 0;
  for (const [file, text] of [...plainTexts, ...json]) {
    const whole = read(text).records;
    for (let at = 0; at < text.length; at++) {
      // A line that ends behind a day is whole for all that anybody can see.
      if (!text.trimEnd().includes('\n') && /^\dT\d/.test(text.slice(at - 1, at + 2))) continue;
      const { records } = read(text.slice(0, at));
      if (records.length > 0 && JSON.stringify(records) !== JSON.stringify(whole)) less++;
      expectSameOrNothing(records, whole, `${file} cut at ${at}`, text);
    }
  }
  expect(less).toBeGreaterThan(100);
});

testMany('cut anywhere, a table says the same or nothing of each of its rows', () => {
  for (const [file, text] of tables) {
    const whole = read(text).records;
    for (let at = 0; at < text.length; at++) {
      const cut = text.slice(0, at);
      const records = read(cut).records.map((record) => withWholeName(record, whole, cut));
      expectSameOrNothing(records, whole, `${file} cut at ${at}`);
    }
  }
});

/**
 * Of a name that ends a file nobody can tell whether it goes on; what it means is told by all of
 * it.
 */
function withWholeName(record: DomainRecord, whole: readonly DomainRecord[], cut: string): DomainRecord {
  const known = whole.find(({ domain }) => domain === record.domain);
  const { name, id } = record.registrar;
  const unit = record.filing?.unit ?? null;
  if (known === undefined) return record;
  const isOpen = (part: string | null, all: string | null | undefined) =>
    part !== null && part !== all && cut.trimEnd().endsWith(part) && all?.startsWith(part) === true;
  // "Domains By Proxy" is nobody's name, its beginning may be one.
  const isHidden = known.notes.includes('holder-hidden') && cut.trimEnd().endsWith(record.holder ?? '');
  return {
    ...record,
    holder: isHidden || isOpen(record.holder, known.holder) ? known.holder : record.holder,
    registrar: id === null && isOpen(name, known.registrar.name) ? { ...known.registrar, id: null } : record.registrar,
    filing: record.filing !== null && isOpen(unit, known.filing?.unit) ? known.filing : record.filing,
  };
}

describe('the same in other clothes', () => {
  test.each(texts)('%s with CRLF, CR, blank lines around, and a byte order mark', (_, text) => {
    const whole = known(read(text));
    const unix = text.replace(/\r\n/g, '\n');
    for (const other of [
      unix,
      unix.replaceAll('\n', '\r\n'),
      unix.replaceAll('\n', '\r'),
      `\n\n${unix}\n\n`,
      `\ufeff${unix.replace(/^\ufeff/, '')}`,
    ])
      expect(known(read(other))).toEqual(whole);
  });

  // JSON in capitals is none: `NULL` is no value of it. Names of XML are other names in capitals.
  const anyCase = plainTexts.filter(([, text]) => !/^\s*(?:\{|<\?xml)/m.test(text));
  test.each(anyCase)('%s in capitals and in small letters', (_, text) => {
    const low = (reading: RecordReading) => JSON.stringify(known(reading)).toLowerCase();
    const whole = low(read(text));
    // Moments have a T and a Z, in either case.
    expect(low(read(text.toUpperCase()))).toBe(whole);
    expect(low(read(text.toLowerCase()))).toBe(whole);
  });

  test.each(texts)('%s in GB18030', (_, text) => {
    const bytes = gb18030(text);
    if (bytes === null) return;
    expect(known(read(textOf(bytes)))).toEqual(known(read(text)));
  });

  test('some samples can be written in GB18030, and are read from it as Chinese', () => {
    const written = texts.filter(([, text]) => /\p{Script=Han}/u.test(text) && gb18030(text) !== null);
    expect(written.length).toBeGreaterThan(15);
  });

  test.each([
    ['quoted', (line: string) => `> ${line}`],
    ['as a list', (line: string) => `- ${line}`],
    ['moved in', (line: string) => `\t  ${line}`],
    ['with blanks behind', (line: string) => `${line}   `],
  ])('%s', (_, change) => {
    for (const [file, text] of lineByLine) {
      const other = text.split(/\r?\n/).map((line) => (line.trim() === '' ? line : change(line)));
      // A line that goes on below has nothing to hold it there once it is quoted.
      expect(known(read(other.join('\n'))), file).toEqual(known(read(text)));
    }
  });

  test('months in other languages are the same day or none', () => {
    const [, text = ''] = plainTexts.find(([file]) => file === 'WHOIS-com-23.txt') ?? [];
    const whole = read(text).records;
    for (const [index, names] of rules.records.months.entries())
      for (const name of names) {
        const months = [6, 8, 8];
        const written = ['jul', 'sep', 'sep'];
        const other = text.replace(/(\d+-)(jul|sep)(-\d{4})/g, (all, day, month, year) =>
          months[written.indexOf(month)] === index ? `${day}${name}${year}` : all,
        );
        expectSameOrNothing(read(other).records, whole, name);
        if (!name.includes(' ')) expect(read(other).records).toHaveLength(1);
      }
  });
});

describe('in another order', () => {
  testMany('lines of a record', () => {
    fc.assert(
      fc.property(
        pick(lineByLine).chain(([file, text]) =>
          fc.tuple(
            fc.constant([file, text] as const),
            fc.shuffledSubarray(labelled(text), { minLength: labelled(text).length }),
          ),
        ),
        ([[file, text], lines]) => {
          expectSameOrNothing(read(`${lines.join('\n')}\n`).records, read(text).records, file);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('it is read all the same', () => {
    for (const [file, text] of lineByLine)
      expect(read(`${labelled(text).reverse().join('\n')}\n`).records, file).toHaveLength(1);
  });

  testMany('members of JSON', () => {
    const shuffled = (value: unknown, order: (count: number) => number[]): unknown => {
      if (Array.isArray(value)) return value.map((one) => shuffled(one, order));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value);
      return Object.fromEntries(
        order(entries.length)
          .map((at) => entries[at] ?? ['', null])
          .map(([key, one]) => [key, shuffled(one, order)]),
      );
    };
    for (const [file, text] of json) {
      const whole = known(read(text));
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat(1000)), (numbers) => {
          const order = (count: number) =>
            Array.from({ length: count }, (_, at) => ({ at, by: numbers.next().value ?? 0 }))
              .sort((a, b) => a.by - b.by)
              .map(({ at }) => at);
          expect(known(read(JSON.stringify(shuffled(JSON.parse(text.replace(/^\ufeff/, '')), order)))), file).toEqual(
            whole,
          );
        }),
        { numRuns: 50 },
      );
    }
  });

  testMany('rows and columns of a table', () => {
    const simple = tables.filter(
      ([, text]) =>
        !text.includes('"') &&
        !/Registration Date,Registration Date/.test(text) &&
        !text.startsWith('域名清单') &&
        // A title above the heading, and a sum below, have their places.
        !/^[^\n]*(?:,,|;;)/.test(text) &&
        !text.includes('合计'),
    );
    expect(simple.length).toBeGreaterThan(4);
    fc.assert(
      fc.property(pick(simple), fc.infiniteStream(fc.nat(1000)), ([file, text], numbers) => {
        const mark = text.includes(';') && !text.split('\n')[0]?.includes(',') ? ';' : ',';
        const rows = text
          .replace(/^\ufeff/, '')
          .trim()
          .split(/\r?\n/)
          .map((row) => row.split(mark));
        const order = (rows[0] ?? [])
          .map((_, at) => ({ at, by: numbers.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by);
        const [head = [], ...others] = rows.map((row) => order.map(({ at }) => row[at] ?? ''));
        const below = others.map((row) => ({ row, by: numbers.next().value ?? 0 })).sort((a, b) => a.by - b.by);
        const again = [head, ...below.map(({ row }) => row)].map((row) => row.join(mark)).join('\n');
        const byName = (reading: RecordReading) => known(reading).sort((a, b) => (a.domain < b.domain ? -1 : 1));
        expect(byName(read(again)), file).toEqual(byName(read(text)));
      }),
      { numRuns: 500 },
    );
  });

  testMany('several records in one text', () => {
    const whole = new Map(
      lineByLine.flatMap(([file, text]) => read(text).records.map((record) => [file, record] as const)),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...lineByLine], { minLength: 2 }), (some) => {
        const { records } = read(some.map(([, text]) => `${text.trimEnd()}\n\n`).join('\n'));
        const wanted = some.flatMap(([file]) => whole.get(file) ?? []);
        expectSameOrNothing(records, wanted, some.map(([file]) => file).join());
        expect(records.length).toBe(new Set(wanted.map(({ domain }) => domain)).size);
      }),
      { numRuns: 300 },
    );
  });
});

testMany('no record, whatever is mixed into it, answers for another name', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pick(plainTexts.flatMap(([, text]) => text.split(/\r?\n/))), pick(ODD)), { maxLength: 60 }),
      fc.domain(),
      (lines, domain) => {
        const { records } = read(lines.join('\n'));
        const said = records.map((one) => answersFromRecord(one, { place: null, readOn: TODAY }, rules));
        const own = said.filter((one) => one.domain === domain);
        if (own.length === 0) expect(mergeAnswers(domain, {}, said).answers).toEqual({});
        for (const { domain: name } of records) expect(lines.join('\n').toLowerCase()).toContain(shownName(name));
      },
    ),
    { numRuns: 5000 },
  );
});

/** Pieces that readers of records stumble over. */
const ODD = [
  '',
  ' ',
  '\t',
  ':',
  '：',
  '::',
  'Domain Name:',
  'domain',
  '域名',
  '域名：',
  'Registrar:',
  'a:b:c:d',
  '[',
  '{',
  '{}',
  '[]',
  '[[',
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '\u2028',
  '\ufeff',
  '\0',
  '\ud83d',
  '\udc00',
  '%',
  '>',
  '>>>',
  '<<<',
  '<',
  '<table>',
  '<td>',
  '</td>',
  '<pre>{',
  '(',
  '（',
  ')',
  '-',
  '2027-01-01',
  '2027-1',
  '99999999',
  '1e999',
  'Z',
  '+08:00',
  'xn--',
  'xn--a',
  '.',
  '..',
  '。',
  'com',
  '.com',
  'shili.com',
  'SHILI.CN',
  '示例.中国',
  'Domain,Registrar,Expires',
  '域名,注册商,到期时间',
  'shili.com,a,2027-01-01',
  '__proto__',
  'constructor',
  '{"objectClassName":"domain"',
  '"ldhName":"shili.com"',
  '"__proto__":{}',
  ICP(),
  'x'.repeat(200),
  ' '.repeat(200),
] as const;

function ICP(): string {
  return '浙ICP备2099000123号-1';
}

testMany(
  'a million hostile texts: nothing is thrown, and what is read is well formed',
  () => {
    let state = 88_172_645;
    const next = (below: number) => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % below;
    };
    const pieces = [...ODD, ...texts.flatMap(([, text]) => text.split(/[\n,;{}<>]/).slice(0, 40))];
    let found = 0;
    for (let count = 0; count < 1_000_000; count++) {
      let text = '';
      for (let left = 1 + next(6); left > 0; left--)
        text += (pieces[next(pieces.length)] ?? '') + (next(3) === 0 ? '\n' : '');
      const reading = count % 8 === 0 ? readSample(`<div>${text}</div>`) : read(text);
      for (const record of reading.records) {
        found++;
        for (const day of [record.registeredOn, record.expiresOn, record.updatedOn, record.asOf])
          if (day !== null) expect(day).toMatch(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
        expect(record.domain).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
      }
    }
    expect(found).toBeGreaterThan(100);
  },
  600_000,
);

test('pages that end anywhere, or close what they did not open', () => {
  for (const [file, text] of texts.filter(([file]) => file.endsWith('.html')))
    for (let at = 0; at < text.length; at += 7) {
      const whole = pageOfHtml(text.slice(0, at), null);
      expect(Array.isArray(whole.lines)).toBe(true);
      expectSameOrNothing(
        readSample(text.slice(0, at)).records,
        readSample(text).records,
        `${file} cut at ${at}`,
        text,
      );
    }
  for (const html of [
    '</table></td>',
    '<tr><td>',
    '<table><table><tr><tr>',
    '<td>x</td>',
    '<pre><pre></pre>',
    '<title>'.repeat(50),
  ])
    expect(readSample(`<html>${html}`).records).toEqual([]);
});

/** Lines with a label; what is neither is not of the record. */
function labelled(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.filter(
    (line, index) => /[:：]/.test(line) && !/^\s{8,}/.test(lines[index + 1] ?? '') && !/^\s{8,}/.test(line),
  );
}

function shownName(name: string): string {
  if (!name.startsWith('xn--')) return name;
  return new URL(`http://${name}`).hostname === name ? '.' : name;
}

/**
 * The bytes of a text in GB18030; null where Node's decoder has not all of its characters in two
 * bytes.
 */
function gb18030(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 128) bytes.push(code);
    else {
      const pair = TABLE.get(letter);
      if (pair === undefined) return null;
      bytes.push(...pair);
    }
  }
  return Uint8Array.from(bytes);
}

const TABLE = new Map<string, readonly [number, number]>();
{
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const letter = decoder.decode(Uint8Array.of(high, low));
      if ([...letter].length === 1 && letter !== '\ufffd') TABLE.set(letter, [high, low]);
    }
}
