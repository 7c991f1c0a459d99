/** What a file of browser tests is called says when and where it runs: see docs/testing.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

const FOLDER = join(ROOT, 'test/browser');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts'));

test('both browsers are for files that say so, and run where RUNS says', () => {
  const wrong = files.flatMap((name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const isBoth = name.endsWith('.both.test.ts');
    return [
      ...(isBoth && !/describe\.each\(RUNS\)/.test(text) ? [`${name} does not ask RUNS`] : []),
      ...(!isBoth && /\bRUNS\b/.test(text) ? [`${name} asks RUNS, and is no .both.test.ts`] : []),
      ...(!name.endsWith('.deep.test.ts') && /each\(\['chromium', 'firefox'\]/.test(text)
        ? [`${name} runs in both browsers in npm test: call it .both.test.ts, and ask RUNS`]
        : []),
    ];
  });
  expect(files.filter((name) => name.endsWith('.both.test.ts')).length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});
