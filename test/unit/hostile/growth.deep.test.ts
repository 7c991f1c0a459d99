/**
 * How much work readers of foreign text do, counted and not timed: how often each block of their
 * code runs. What the engine does inside is not counted; its expressions are judged in
 * test/unit/repository/expressions.test.ts.
 */
import { Session } from 'node:inspector/promises';
import { expect, test } from 'vitest';
import { ATTACKS, RDAP, REGISTRAR } from '../domain/records/attacks.ts';

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

// Blocks are only counted in code that is loaded after that.
const { allPatterns } = await import('../../../src/domain/prompts/console-prompts.ts');
const { createMatcher } = await import('../../../src/domain/prompts/prompt-matcher.ts');
const { namesIn } = await import('../../../src/entries/content/find-names.ts');
const { parseDomainList } = await import('../../../src/domain/portfolio/parse-domain-list.ts');
const { hostReader } = await import('../../../src/domain/portfolio/assess-rows.ts');
const { numbersIn } = await import('../../../src/domain/filing-numbers/find-filing-numbers.ts');
const { createRecordReader } = await import('../../../src/domain/records/read.ts');
const { isHtml, pageOfHtml } = await import('../../../src/cli/saved-page.ts');
const { engine, rules } = await import('../../support/shipped-ruleset.ts');

const SAYS = allPatterns(rules, true).map(({ says }) => says);
const hostOf = hostReader(engine);
const records = createRecordReader(rules, engine.read);
const match = createMatcher(allPatterns(rules, false));

/** Texts that are long in one of the ways that could make each part look at every other. */
const LONG: readonly (readonly [string, string])[] = [
  ['dots', '.'],
  ['labels', 'a.'],
  ['ideographic dots', '。'],
  ['colons', 'a:'],
  ['hyphens', '-'],
  ['spaces', ' '],
  ['lines', '\n'],
  ['names', 'example.com '],
  ['names with commas', 'a.cn,'],
  ['quotes', '"'],
  ['open quotes', ',"a\n'],
  ['semicolons', '; '],
  ['comments', ' # '],
  ['line separators', ' # \u2028'],
  ['brackets', '('],
  ['zone records', 'a IN A 1.2.3.4\n'],
  ['pairs cut in half', '\ud83d'],
  ['forms that grow', '\ufdfa'],
  ['classes', 'A1,'],
  ['classes with points', 'A1.'],
  ['filings', '京ICP备12345678号-1 '],
  ['digits', 'ICP备1 '],
  ['police numbers', '京公网安备11010102000001号'],
  ['a prompt', SAYS[0] ?? ''],
  ['halves of prompts', (SAYS[0] ?? '').slice(0, -1)],
  ['gaps', '…'],
  ['labels of records', 'Domain Name: example.com\n'],
  ['labels in one line', 'Registrar: x '],
  ['labels without values', 'Registrar:\n'],
  ['names of records', 'Domain Name: a.com\nRegistrar: GoDaddy.com, LLC\nCreation Date: 2020-01-01\n'],
  ['days', '2027-01-01 '],
  ['rows', 'Domain,Registrar,Expires\na.com,b,2027-01-01\n'],
  ['rows in quotes', 'Domain,Registrar\n"a.com","b""'],
  ['lines of JSON', '{"objectClassName":"domain","ldhName":"a.com"}\n'],
  ['open JSON', '{"a":['],
  ['rows of a page', '<table><tr><td>Domain<td>a.com'],
  ['open elements', '<div><p><b>'],
  ['closed elements', '</div></td>'],
];

/**
 * Four times as long may take at most this many times the work: linear is 4, each part looking at
 * every other would be 16. Calls that the engine has put into their callers meanwhile are not
 * counted, up to a third of all.
 */
const GROWTH = 7;

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  host: (text) => engine.read(text),
  list: (text) => parseDomainList(text, hostOf),
  numbers: (text) => numbersIn([{ text, href: text, begins: true }], rules, '2026-01-01'),
  'numbers in many pieces': (text) =>
    numbersIn(
      [...text].map((one) => ({ text: one, href: null, begins: false })),
      rules,
      '2026-01-01',
    ),
  prompts: (text) => match([{ text, node: 0 }]),
  'prompts in many pieces': (text) => match((text.match(/.{1,20}/gsu) ?? []).map((one, node) => ({ text: one, node }))),
  names: (text) => namesIn([{ text, node: 0 }]),
  records: (text) => records.text(text),
  'records of a page': (text) => records.page(pageOfHtml(isHtml(text) ? text : `<div>${text}</div>`, null)),
};

/** Returns how often blocks of code in `src` ran meanwhile, all together. */
async function stepsOf(run: () => unknown): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.includes('/src/'))
    .flatMap((script) => script.functions.flatMap((one) => one.ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0);
}

test('steps are counted exactly', async () => {
  const text = 'example.com\n'.repeat(100);
  const once = await stepsOf(() => numbersIn([{ text, href: null, begins: true }], rules, '2026-01-01'));
  expect(once).toBeGreaterThan(1200);
  expect(await stepsOf(() => numbersIn([{ text, href: null, begins: true }], rules, '2026-01-01'))).toBe(once);
});

test.each(Object.entries(readers))('the work of reading grows with the length and no faster: %s', async (_, read) => {
  for (const [name, piece] of LONG) {
    const short = piece.repeat(Math.ceil(2000 / piece.length));
    // What is built or remembered once is so now.
    read(short);
    const once = await stepsOf(() => read(short));
    const fourfold = await stepsOf(() => read(short.repeat(4)));
    expect(once, name).toBeGreaterThan(0);
    expect(fourfold / once, name).toBeLessThan(GROWTH);
  }
});

test.each(ATTACKS)('the work of reading grows with a record that means harm and no faster: $name', async ({ make }) => {
  const read = (text: string) => (isHtml(text) ? records.page(pageOfHtml(text, null)) : records.text(text));
  const [short, long] = [make(1_000), make(4_000)];
  read(short);
  const once = await stepsOf(() => read(short));
  const fourfold = await stepsOf(() => read(long));
  expect(once).toBeGreaterThan(0);
  expect(fourfold / once).toBeLessThan(GROWTH);
});

test('a record of a million entities is read', () => {
  const text = JSON.stringify({ ...RDAP, entities: [REGISTRAR, ...Array(1_000_000).fill({ roles: ['x'] })] });
  expect(records.text(text).records).toMatchObject([{ domain: 'shili-chaye.com', registrar: { iana: 146 } }]);
});
