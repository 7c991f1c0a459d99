import { expect, test } from 'vitest';
import { allPatterns } from '../../../src/domain/prompts/console-prompts.ts';
import { matcherSource } from '../../../src/domain/prompts/prompt-matcher.ts';
import { rules } from '../../support/shipped-ruleset.ts';
import {
  degreeOf,
  judgedExpressions,
  sourceExpressions,
  thatBacktrack,
  written,
} from '../../support/source-expressions.ts';

const expressions = sourceExpressions();
const judged = judgedExpressions();

test('regular expressions are found', () => {
  expect(expressions.length).toBeGreaterThan(40);
});

test('none backtracks, of those that were not judged before', () => {
  expect(thatBacktrack(expressions.filter((one) => !judged.has(written(one))))).toEqual([]);
});

test('judged-expressions.json names only what is still in the code', () => {
  const now = new Set(expressions.map(written));
  expect([...judged].filter((one) => !now.has(one))).toEqual([]);
});

test('what backtracks is noticed', () => {
  const bad = { file: 'here', source: '^(?:a|ab)*(?:a|b)*(?:b|a)*$', flags: '' };
  expect(thatBacktrack([{ file: 'here', source: '^a*$', flags: 'u' }, bad])).toEqual([`here: /${bad.source}/`]);
});

test('no prompt makes an expression that backtracks', () => {
  for (const pattern of allPatterns(rules, true)) {
    expect(degreeOf(matcherSource([pattern]), ''), pattern.says).toBe(1);
  }
});
