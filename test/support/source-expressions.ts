/** The regular expressions of the code that ships, and how long they can be made to take. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { ROOT } from '../../src/cli/load-ruleset.ts';

export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Folders whose code reads what pages and people hand us. */
const FOLDERS = ['domain', 'storage', 'browser-api', 'messaging', 'i18n', 'ui', 'verdict-view', 'entries'];
const LITERAL =
  /(?<=[(=,:[!&|?{};\s])\/((?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=[\s).,;\]:])/g;

/** Returns every expression of those folders. */
export function sourceExpressions(): Expression[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join('src', folder, name)),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return [...text.matchAll(LITERAL)].map(([, source = '', flags = '']) => ({ file, source, flags }));
  });
}

/**
 * Returns those of the expressions that backtrack, with their files. A search begins anew at every
 * character, which the tool counts as one degree more: backtracking within is the danger.
 */
export function thatBacktrack(expressions: readonly Expression[]): string[] {
  return expressions
    .filter(({ source, flags }) => degreeOf(source, flags) > 2)
    .map(({ file, source }) => `${file}: /${source}/`);
}

/**
 * Returns how the time of one attempt grows with the text: 1 for linear, 2 for quadratic; infinite
 * for more. Long expressions are attacked at random, which can see too much: what is found then is
 * calculated.
 */
export function degreeOf(source: string, flags: string): number {
  const attacked = degreeBy(source, flags, { randomSeed: 1 });
  return attacked > 2 ? Math.min(attacked, degreeBy(source, flags, { checker: 'automaton', timeout: null })) : attacked;
}

function degreeBy(source: string, flags: string, how: Parameters<typeof checkSync>[2]): number {
  const result = checkSync(source, flags.replace(/[dgyv]/g, ''), { timeout: 20_000, ...how });
  if (result.status !== 'vulnerable') return 1;
  return result.complexity.type === 'polynomial' ? result.complexity.degree : Number.POSITIVE_INFINITY;
}

/**
 * Returns the expressions, as they are written, that were judged and take the tool seconds each:
 * `npm test` takes them for sound as long as nobody changes them, `npm run test:deep` judges them
 * anew.
 */
export function judgedExpressions(): ReadonlySet<string> {
  const file = new URL('judged-expressions.json', import.meta.url);
  return new Set(JSON.parse(readFileSync(file, 'utf8')) as string[]);
}

/** Returns an expression as it is written. */
export function written({ source, flags }: Expression): string {
  return `/${source}/${flags}`;
}
