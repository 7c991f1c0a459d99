/**
 * What `web-ext lint` warns of, and why it stands: a warning without an explanation fails, and so
 * does an explanation without one.
 */
import type { LintWarning } from 'web-ext';

interface Explained {
  readonly code: string;
  /** The whole path below the built extension. */
  readonly file: RegExp;
  /** In the very words of docs/store/build-notes.md. */
  readonly why: string;
}

const PREACT =
  'Preact sets the markup of an element only where a property asks for it, and that property is nowhere in the sources: a unit test reads them all.';

/** Each explains one warning: a second of the same kind in the same file is a new one. */
export const EXPLAINED: readonly Explained[] = [
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^assets\/verdict-ui-[\w-]+\.js$/, why: PREACT },
];

/** Returns the warnings that nothing explains, and the explanations that no warning needs. */
export function judgeWarnings(warnings: readonly LintWarning[]): { unexplained: LintWarning[]; needless: Explained[] } {
  const needless = [...EXPLAINED];
  const unexplained = warnings.filter((warning) => {
    const at = needless.findIndex(({ code, file }) => code === warning.code && file.test(warning.file ?? ''));
    if (at !== -1) needless.splice(at, 1);
    return at === -1;
  });
  return { unexplained, needless };
}
