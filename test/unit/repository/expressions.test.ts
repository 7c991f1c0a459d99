import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { allPatterns } from '../../../src/domain/prompts/console-prompts.ts';
import { matcherSource } from '../../../src/domain/prompts/prompt-matcher.ts';
import { rules } from '../../support/shipped-ruleset.ts';

/** Folders whose code reads what pages and people hand us. */
const FOLDERS = ['domain', 'storage', 'browser-api', 'messaging', 'i18n', 'ui', 'verdict-view', 'entries'];
const LITERAL =
  /(?<=[(=,:[!&|?{};\s])\/((?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=[\s).,;\]:])/g;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('src', folder, name)),
);
const expressions = files.flatMap((file) => {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...text.matchAll(LITERAL)].map(([, source = '', flags = '']) => ({ file, source, flags }));
});

test('regular expressions are found', () => {
  expect(expressions.length).toBeGreaterThan(40);
});

/**
 * How the time of one attempt grows by the tool's judgement: 1 for linear, 2 for quadratic;
 * infinite for more.
 */
function degreeBy(source: string, flags: string, how: Parameters<typeof checkSync>[2]): number {
  const result = checkSync(source, flags.replace(/[dgyv]/g, ''), { timeout: 20_000, ...how });
  if (result.status !== 'vulnerable') return 1;
  return result.complexity.type === 'polynomial' ? result.complexity.degree : Number.POSITIVE_INFINITY;
}

/**
 * Returns the degree of an expression. Long ones are attacked at random, which can see too much:
 * what is found then is calculated.
 */
function degreeOf(source: string, flags: string): number {
  const attacked = degreeBy(source, flags, { randomSeed: 1 });
  return attacked > 2 ? Math.min(attacked, degreeBy(source, flags, { checker: 'automaton', timeout: null })) : attacked;
}

// A search begins anew at every character, which the tool counts as one degree more; backtracking
// within is the danger.
test('none backtracks', () => {
  const slow = expressions.filter(({ source, flags }) => degreeOf(source, flags) > 2);
  expect(slow.map(({ file, source }) => `${file}: /${source}/`)).toEqual([]);
});

test('no prompt makes an expression that backtracks', () => {
  for (const pattern of allPatterns(rules, true)) {
    expect(degreeOf(matcherSource([pattern]), ''), pattern.says).toBe(1);
  }
});
