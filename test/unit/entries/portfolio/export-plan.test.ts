import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { LOCALES } from '../../../../src/domain/common/locale.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import {
  assessAll,
  hostReader,
  NOTHING_KNOWN,
  rowAssessor,
  sitesOf,
} from '../../../../src/domain/portfolio/assess-rows.ts';
import { planOf } from '../../../../src/domain/portfolio/filing-plan.ts';
import { guardCell, unguardCell } from '../../../../src/domain/portfolio/formula-guard.ts';
import {
  type NameFacts,
  NO_FACTS,
  NO_RECORDS,
  packRecords,
  recordsReader,
} from '../../../../src/domain/portfolio/name-records.ts';
import { parseDomainList } from '../../../../src/domain/portfolio/parse-domain-list.ts';
import {
  decodePortfolio,
  emptyPortfolio,
  fileOf,
  joined,
  packed,
  portfoliosIn,
  unpacked,
} from '../../../../src/domain/portfolio/portfolio-record.ts';
import { readNames } from '../../../../src/domain/portfolio/read-names.ts';
import { createRecordReader } from '../../../../src/domain/records/read.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { csvOf, jsonOf, markdownOf, rejectedText, tableOf } from '../../../../src/entries/portfolio/export-plan.ts';
import { tableOfXlsx } from '../../../../src/entries/portfolio/read-spreadsheet.ts';
import { xlsxOf } from '../../../../src/entries/portfolio/write-spreadsheet.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const engine = createEngine(rules);
const reader = createRecordReader(rules, engine.read);
const hostOf = hostReader(engine);
const exported = (text: string, sites: [string, string][] = []) => {
  const rows = assessAll(engine, parseDomainList(text, hostOf).entries, 0, {});
  const plan = planOf(rows, { answers: {}, sites: new Map(sites) }, engine.facts);
  return { rows, sites: sitesOf(rows, plan), plan, facts: engine.facts, timeline: [], t: wordsFor('en') };
};

test('a table that was exported gives the same names when it is read again', () => {
  const text = 'example.com\nwww.example.cn\nfoo.io\n例子.中国\nme.github.io';
  const csv = csvOf(exported(text));
  expect(csv.startsWith('\ufeff')).toBe(true);
  const again = parseDomainList(csv, hostOf);
  expect(again.entries.map((one) => one.host)).toEqual(parseDomainList(text, hostOf).entries.map((one) => one.host));
  expect(again.rejected.map((one) => one.why)).toEqual(['header']);
});

test('a name that reads as another is shown as it is registered, in every export', () => {
  const given = exported('аррӏе.com\n例子.中国');
  expect(given.rows.map((row) => row.display)).toEqual(['xn--80ak6aa92e.com', '例子.中国']);
  for (const text of [csvOf(given), markdownOf(given, 'a'), jsonOf(given.plan, { stamp: { date: '2026-01-01' } }, [])])
    expect(text).not.toContain('аррӏе');
});

const SIGNS = '=+-@＝＋－＠';

/**
 * Returns the cells that a reader with another sign between them sees, whether it knows of quotes
 * or not.
 */
function cellsFor(csv: string): string[] {
  return [',', ';', '\t', '|'].flatMap((delimiter) => [
    ...csv.split(/[\r\n\v\f\u0085\u2028\u2029]+/).flatMap((line) => line.split(delimiter)),
    ...Papa.parse<string[]>(csv, { delimiter }).data.flat(),
  ]);
}

/** Whether a cell is taken for a formula: spaces, quotes and what is not seen do not count. */
function isFormula(cell: string): boolean {
  const [first = ''] = cell.replace(/^[\s\p{C}"]+/u, '');
  return SIGNS.includes(first) && first !== '';
}

const dangerous = fc.string({
  maxLength: 12,
  unit: fc.constantFrom(...`${SIGNS};,|\t\r\n "'\u3000\u0000\u200b\ufeff\u2028a1`, '例'),
});

const one = exported('example.com');

test('no cell begins like a formula, whatever a website is called and whichever sign parts the cells', () => {
  let harmless = 0;
  fc.assert(
    fc.property(dangerous, (site) => {
      if (cellsFor(`x,${site}`).some(isFormula)) harmless++;
      expect(cellsFor(csvOf({ ...one, sites: [site] })).filter(isFormula)).toEqual([]);
      const rejected = rejectedText([{ line: 1, input: site, why: 'no-domain' }]);
      expect(cellsFor(rejected).filter(isFormula)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
  expect(harmless, 'the interesting case was reached').toBeGreaterThan(500);
});

test('what is written so that no formula begins in it is read again as it was', () => {
  fc.assert(
    fc.property(dangerous, (site) => {
      expect(unguardCell(guardCell(site))).toBe(site);
      const [, row] = Papa.parse<string[]>(csvOf({ ...one, sites: [site] }), { delimiter: ',' }).data;
      expect(unguardCell(row?.at(-1) ?? '')).toBe(site);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['＝1+1', "'＝1+1"],
  ['x;=1+1;y', "x;'=1+1;y"],
  ['\n=1', "\n'=1"],
  [' "@SUM(1)', `' "@SUM(1)`],
  ["'=1", "''=1"],
  ['my-shop.example.com', 'my-shop.example.com'],
  ['主站 - 备用', '主站 - 备用'],
  ['a=b', 'a=b'],
])('%j is written as %j', (text, guarded) => {
  expect(guardCell(text)).toBe(guarded);
});

test('no text of ours needs it, in any language', () => {
  for (const locale of LOCALES) {
    const csv = csvOf({
      ...exported('example.com\nfoo.io\nme.github.io\n例子.中国\nshop.example.cn'),
      t: wordsFor(locale),
    });
    expect(csv).not.toContain("'");
  }
});

test('Markdown has the names, the limits with their sources and the rules’ date; nothing of a name is markup', () => {
  const text = markdownOf(exported('example.com\nfoo.io'), 'a|b *c*');
  for (const part of ['example.com', 'foo.io', rules.stamp.date, '](https://', '\\*c\\*']) expect(text).toContain(part);
  expect(JSON.parse(jsonOf(exported('example.com').plan, { stamp: { date: '2026-01-01' } }, []))).toMatchObject({
    rules: '2026-01-01',
    totals: { websites: 1, orders: 1, serviceCodes: 1, servers: 1, blocked: 0 },
    orders: [['example.com']],
  });
});

const entry = fc.record({
  line: fc.nat(100_000),
  input: fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text)),
});
const portfolio = fc
  .record({
    name: fc.string({ maxLength: 20 }),
    entries: fc.array(entry),
    sites: fc.array(fc.tuple(fc.string(), fc.string())),
    told: fc.array(fc.tuple(fc.string(), fc.constantFrom<Answers>({ realName: 'done' }, { registrar: 'godaddy' }))),
    records: fc.constantFrom(NO_RECORDS, {
      origins: [{ by: 'record', kind: 'export', place: 'a.csv', day: '2026-11-20' } as const],
      lines: 'a.com\t{"@":0,"expiresOn":"2027-01-01"}',
    }),
    province: fc.constantFrom('gd', 'bj'),
  })
  .map(({ name, entries, sites, told, records, province }) => ({
    ...emptyPortfolio('id', name),
    entries: packed(entries),
    sites,
    told,
    records,
    answers: { province },
  }));

test('a portfolio that was exported, or stored, comes back as it was', () => {
  fc.assert(
    fc.property(portfolio, (made) => {
      expect(portfoliosIn(fileOf([made]), rules)).toEqual([made]);
      expect(decodePortfolio(structuredClone(made), rules)).toEqual(made);
      expect(portfoliosIn(fileOf([made], '{"sites": []}\n'), rules)).toEqual([made]);
    }),
  );
});

const day = fc
  .date({ min: new Date('2005-01-01'), max: new Date('2034-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const FROM = { by: 'record', kind: 'export', place: 'a.csv', day: '2026-11-20' } as const;
const said = <T>(value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((one) => ({ value: one, from: FROM })),
    { nil: undefined },
  );
const facts = fc
  .record({
    registrar: said(fc.constantFrom(...rules.registrars.map(({ id }) => id), 'iana-99001')),
    registeredOn: said(day),
    expiresOn: said(day),
    realName: said(fc.constantFrom('done', 'not-done')),
    realNameOn: said(day),
    record: said(fc.constantFrom('none', 'own', 'other')),
    statuses: said(fc.subarray(['serverHold', 'clientHold', 'clientTransferProhibited'], { minLength: 1 })),
    filing: fc.constantFrom(null, '京ICP备2020000001号', '粤B2-20090059'),
  })
  .map(({ filing, ...recorded }): NameFacts => {
    const told = Object.fromEntries(Object.entries(recorded).filter(([, one]) => one !== undefined));
    // Of a name without a filing no record has a number.
    const number = recorded.record?.value === 'none' ? null : filing;
    return { recorded: told, registrarName: null, filing: number, holderKind: null };
  });

/** What is left of facts in a table: all but where each is from. */
const values = ({ recorded, filing }: NameFacts) => ({
  ...Object.fromEntries(Object.entries(recorded).map(([name, one]) => [name, one.value])),
  filing,
});

test('a table that was exported says the same of every name when it is read again, as CSV and as a spreadsheet', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 6 }), async (all) => {
      const named = new Map(all.map((one, index) => [`shili-${index}.com`, one]));
      const records = packRecords(named);
      const entries = [...named.keys()].map((input, index) => ({ line: index + 1, input }));
      const rows = rowAssessor(engine, { ...NOTHING_KNOWN, records }, '2026-11-27', 'en').rows(entries, 0);
      const plan = planOf(rows, { answers: {}, sites: new Map() }, engine.facts);
      const out = { rows, sites: sitesOf(rows, plan), plan, facts: engine.facts, timeline: [], t: wordsFor('en') };
      const sheet = await tableOfXlsx(new Blob([xlsxOf(tableOf(out))]));
      if (!sheet.ok) throw new Error('The spreadsheet is refused');
      for (const text of [csvOf(out), sheet.text]) {
        const given = { known: '', records: NO_RECORDS, place: 'a.csv', readOn: '2026-11-27', shapes: {} } as const;
        const again = recordsReader(readNames(engine, reader, { ...given, text }).records ?? NO_RECORDS, engine.facts);
        for (const [domain, one] of named) expect(values(again.of(domain) ?? NO_FACTS)).toEqual(values(one));
      }
    }),
    { numRuns: 60, seed: 20261127 },
  );
});

test('entries one after the other are the entries joined', () => {
  fc.assert(
    fc.property(fc.array(entry), fc.array(entry), (a, b) => {
      expect(unpacked(joined(packed(a), packed(b)))).toEqual([...a, ...b]);
    }),
  );
});

test('whatever is stored or opened, reading it gives a portfolio or none, and no exception', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (value, text) => {
      decodePortfolio(value, rules);
      expect(portfoliosIn(text, rules)).toBeNull();
    }),
  );
  expect(
    decodePortfolio({ id: 'a', name: 'b', entries: { names: 'a.com', lines: new Uint32Array(2) } }, rules),
  ).toBeNull();
  expect(portfoliosIn('{"form":"icp-filing-guide/portfolio/1","portfolios":[{"id":1}]}', rules)).toEqual([]);
  expect(portfoliosIn('{"form":"icp-filing-guide/portfolio/1","portfolios":', rules)).toBeNull();
});
