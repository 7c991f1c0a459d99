/** What a file of browser tests is called says when and where it runs: see docs/testing.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

const FOLDER = join(ROOT, 'test/browser');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts'));

test('both browsers are for files that say so, and run where BROWSERS or RUNS say', () => {
  const wrong = files.flatMap((name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const isBoth = name.endsWith('.both.test.ts');
    return [
      ...(isBoth && !/describe\.each\((?:BROWSERS|RUNS)\)/.test(text)
        ? [`${name} asks neither BROWSERS nor RUNS`]
        : []),
      ...(!isBoth && /\b(?:BROWSERS|RUNS)\b/.test(text)
        ? [`${name} asks BROWSERS or RUNS, and is no .both.test.ts`]
        : []),
      ...(!name.endsWith('.deep.test.ts') && /each\(\['chromium', 'firefox'\]/.test(text)
        ? [`${name} runs in both browsers in npm test: call it .both.test.ts, and ask BROWSERS`]
        : []),
    ];
  });
  expect(files.filter((name) => name.endsWith('.both.test.ts')).length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});
