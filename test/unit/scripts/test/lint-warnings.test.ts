import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LintWarning } from 'web-ext';
import { EXPLAINED, judgeWarnings } from '../../../../scripts/test/lint-warnings.ts';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';

function warning(code: string, file: string): LintWarning {
  return { _type: 'warning', code, message: code, file };
}

/** As `web-ext lint` reports them. */
const KNOWN = [warning('UNSAFE_VAR_ASSIGNMENT', 'assets/verdict-ui-DljiGaq8.js')];

describe('warnings of web-ext lint', () => {
  test('the known ones are explained, each by its own explanation', () => {
    expect(judgeWarnings(KNOWN)).toEqual({ unexplained: [], needless: [] });
  });

  test.each([
    ['a second one in the same file', warning('UNSAFE_VAR_ASSIGNMENT', 'assets/verdict-ui-DljiGaq8.js')],
    ['one in another file', warning('UNSAFE_VAR_ASSIGNMENT', 'assets/portfolio-BBBB.js')],
    ['another kind', warning('DANGEROUS_EVAL', 'assets/verdict-ui-DljiGaq8.js')],
  ])('%s is not', (_, added) => {
    expect(judgeWarnings([...KNOWN, added]).unexplained).toEqual([added]);
  });

  test('an explanation that no warning needs is named', () => {
    expect(judgeWarnings(KNOWN.slice(1)).needless).toEqual([EXPLAINED[0]]);
  });

  test('reviewers read the same words', () => {
    const notes = readFileSync(join(ROOT, 'docs/store/build-notes.md'), 'utf8').replace(/\s+/g, ' ');
    for (const { code, why } of EXPLAINED) {
      expect(notes).toContain(code);
      expect(notes).toContain(why);
    }
  });
});
