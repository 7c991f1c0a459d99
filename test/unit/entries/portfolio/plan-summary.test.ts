import { expect, test } from 'vitest';
import { assessAll } from '../../../../src/domain/portfolio/assess-rows.ts';
import { type PortfolioRow, planOf } from '../../../../src/domain/portfolio/filing-plan.ts';
import { packed, unpacked } from '../../../../src/domain/portfolio/portfolio-record.ts';
import { summarizePlan } from '../../../../src/entries/portfolio/plan-summary.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

/** A word with what fills it, as far as a test needs them. */
const say = (key: string, params: Readonly<Record<string, unknown>> = {}) =>
  [key, ...Object.values(params).map(String)].join(' ');

function digestFor(names: readonly string[]) {
  const entries = unpacked(packed(names.map((input, line) => ({ line, input }))));
  const rows: PortfolioRow[] = assessAll(engine, entries, 0, {});
  return summarizePlan(rows, planOf(rows, { answers: {}, sites: new Map() }, engine.facts), say);
}

test('a bar of reasons says what its names have in common, and nothing that only one of them has', () => {
  const { reasons } = digestFor(['a.io', 'b.io', 'c.org', 'd.gg']);
  expect(reasons.map(({ label, parts }) => [label, parts[0]?.count])).toEqual([
    [expect.stringMatching(/^because_suffix_not_approved … … …$/), 3],
    [expect.stringMatching(/^because_suffix_not_approved_low d\.gg gg \d{4}$/), 1],
  ]);
  expect(digestFor(['a.io', 'b.io']).reasons[0]?.label).toMatch(/^because_suffix_not_approved … io \d{4}$/);
  expect(digestFor(['a.com']).reasons).toEqual([]);
});
