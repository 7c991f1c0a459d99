import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsFor } from '../../src/background/words.ts';
import { planOf } from '../../src/core/portfolio.ts';
import { createEngine } from '../../src/engine.ts';
import { csvOf, jsonOf, markdownOf } from '../../src/portfolio/export.ts';
import { readIntake } from '../../src/portfolio/intake.ts';
import {
  decodePortfolio,
  emptyPortfolio,
  fileOf,
  joined,
  packed,
  portfoliosIn,
  unpacked,
} from '../../src/portfolio/kept.ts';
import { assessAll, hostReader, sitesOf } from '../../src/portfolio/rows.ts';
import { rules } from '../rules.ts';

const engine = createEngine(rules);
const hostOf = hostReader(engine);
const exported = (text: string, sites: [string, string][] = []) => {
  const rows = assessAll(engine, readIntake(text, hostOf).entries, 0, {});
  const plan = planOf(rows, { answers: {}, sites: new Map(sites) }, engine.facts);
  return { rows, sites: sitesOf(rows, plan), plan, facts: engine.facts, say: wordsFor('en') };
};

test('a table that was exported gives the same names when it is read again', () => {
  const text = 'example.com\nwww.example.cn\nfoo.io\n例子.中国\nme.github.io';
  const csv = csvOf(exported(text));
  expect(csv.startsWith('\ufeff')).toBe(true);
  const again = readIntake(csv, hostOf);
  expect(again.entries.map((one) => one.host)).toEqual(readIntake(text, hostOf).entries.map((one) => one.host));
  expect(again.rejected.map((one) => one.why)).toEqual(['header']);
});

test('a name that reads as another is shown as it is registered, in every export', () => {
  const given = exported('аррӏе.com\n例子.中国');
  expect(given.rows.map((row) => row.display)).toEqual(['xn--80ak6aa92e.com', '例子.中国']);
  for (const text of [csvOf(given), markdownOf(given, 'a'), jsonOf(given.plan, '2026-01-01')])
    expect(text).not.toContain('аррӏе');
});

test('no cell begins like a formula, whatever a website is called', () => {
  for (const site of ['=1+1', '+a', '-a', '@a', '\t=1', '\r=1']) {
    const csv = csvOf(exported('example.com', [['example.com', site]]));
    const last = csv.trim().split('\r\n').at(-1) ?? '';
    expect(last, site).toMatch(/,"?'/);
  }
});

test('Markdown has the names, the limits with their sources and the rules’ date; nothing of a name is markup', () => {
  const text = markdownOf(exported('example.com\nfoo.io'), 'a|b *c*');
  for (const part of ['example.com', 'foo.io', rules.stamp.date, '](https://', '\\*c\\*']) expect(text).toContain(part);
  expect(JSON.parse(jsonOf(exported('example.com').plan, '2026-01-01'))).toMatchObject({
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
    province: fc.constantFrom('gd', 'bj'),
  })
  .map(({ name, entries, sites, province }) => ({
    ...emptyPortfolio('id', name),
    entries: packed(entries),
    sites,
    answers: { province },
  }));

test('a portfolio that was exported, or stored, comes back as it was', () => {
  fc.assert(
    fc.property(portfolio, (one) => {
      expect(portfoliosIn(fileOf([one]), rules)).toEqual([one]);
      expect(decodePortfolio(structuredClone(one), rules)).toEqual(one);
      expect(portfoliosIn(fileOf([one], '{"sites": []}\n'), rules)).toEqual([one]);
    }),
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
