/** Expressions that take the tool seconds each to judge. */
import { expect, test } from 'vitest';
import { judgedExpressions, sourceExpressions, thatBacktrack, written } from '../../support/source-expressions.ts';

test('none of those that were judged before backtracks', () => {
  const judged = judgedExpressions();
  const again = sourceExpressions().filter((one) => judged.has(written(one)));
  expect(again.length).toBeGreaterThan(0);
  expect(thatBacktrack(again)).toEqual([]);
});
