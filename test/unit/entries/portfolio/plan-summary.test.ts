import { expect, test } from 'vitest';
import { NOTHING_KNOWN, rowAssessor } from '../../../../src/domain/portfolio/assess-rows.ts';
import { planOf } from '../../../../src/domain/portfolio/filing-plan.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { summarizePlan } from '../../../../src/entries/portfolio/plan-summary.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';
const told = [
  ['a.com', { registrar: 'godaddy', expiresOn: '2028-01-31', registeredOn: '2026-11-01' }],
  ['b.com', { registrar: 'godaddy', expiresOn: '2026-12-20' }],
  ['c.cn', { registrar: 'alibaba-cloud', expiresOn: '2028-01-02', realName: 'done' }],
] as const;
const rows = rowAssessor(engine, { ...NOTHING_KNOWN, told }, TODAY, 'en').rows(
  ['a.com', 'b.com', 'c.cn', 'd.io', 'e.io', 'f.dev'].map((input, index) => ({ line: index + 1, input })),
  0,
);
const digest = summarizePlan(
  rows,
  planOf(rows, { answers: {}, sites: new Map() }, engine.facts),
  TODAY,
  wordsFor('en'),
);

test('each name is in one part; what is to be done counts it wherever it must be done', () => {
  expect(digest.parts).toEqual({ clear: 1, fix: 2, cannot: 3, unclear: 0 });
  expect(digest.toDo.map(({ fix, count, first }) => [fix, count, first])).toEqual([
    ['replace-suffix', 3, null],
    ['move-registrar', 2, '2026-12-31'],
    ['renew', 1, '2026-12-20'],
    ['file', 1, null],
  ]);
});

test('each thing to do says where most of its names are', () => {
  const most = (fix: string) =>
    digest.toDo.find((one) => one.fix === fix)?.most.map(({ label, count }) => [label, count]);
  expect(most('replace-suffix')).toEqual([
    ['.io', 2],
    ['.dev', 1],
  ]);
  expect(most('move-registrar')).toEqual([['GoDaddy', 2]]);
});

test('pictures count months of expiry and what blocks names; columns can be narrowed to all that is in them', () => {
  const bars = (all: typeof digest.months) => all.map(({ key, count }) => `${key} ${count}`);
  expect(bars(digest.facets.registrars)).toEqual(['godaddy 2', 'alibaba-cloud 1']);
  expect(bars(digest.months)).toEqual(['2026-12 1', '2028-01 2']);
  expect(bars(digest.blocked)).toEqual(['suffix-approved 3', 'registrar-licensed 1', 'registration-valid 1']);
});

test('what is said of several blocked names is said once', () => {
  expect(digest.blockedNames.map(({ why, step, names, count }) => [why.slice(0, 20), step, names, count])).toEqual([
    ['.io is not on the li', 'other-suffix', ['d.io', 'e.io'], 2],
    ['GoDaddy is an overse', 'transfer-in', ['a.com'], 1],
    ['Valid only until 202', 'renew', ['b.com'], 1],
    ['.dev is not on the l', 'other-suffix', ['f.dev'], 1],
  ]);
});

test('asked of the ministry is what can be filed and of which nobody knows whether it is: each domain once, in order', () => {
  const more = rowAssessor(engine, { ...NOTHING_KNOWN, told: [['b.cn', { record: 'own' }]] }, TODAY, 'en').rows(
    ['z.cn', 'www.a.com', 'a.com', 'b.cn', 'c.io'].map((input, index) => ({ line: index + 1, input })),
    0,
  );
  const { unasked } = summarizePlan(
    more,
    planOf(more, { answers: {}, sites: new Map() }, engine.facts),
    TODAY,
    wordsFor('en'),
  );
  expect(unasked).toEqual({ count: 2, names: 'a.com\nz.cn' });
});
