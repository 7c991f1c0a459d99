/** What `web-ext lint` warns of, and why it stands: a warning without an explanation fails, and so does an explanation without one. */
import type { LintWarning } from 'web-ext';

interface Explained {
  readonly code: string;
  /** The whole path below the built extension. */
  readonly file: RegExp;
  /** What the description says besides, where the code alone is too wide. */
  readonly about?: RegExp;
  /** In the very words of docs/store/build-notes.md. */
  readonly why: string;
}

const PREACT =
  'Preact sets the markup of an element only where a property asks for it, and that property is nowhere in the sources: a unit test reads them all.';

/** Each explains one warning: a second of the same kind in the same file is a new one. */
export const EXPLAINED: readonly Explained[] = [
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^src\/content\/main\.iife\.js$/, why: PREACT },
  { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^assets\/shared-[\w-]+\.js$/, why: PREACT },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    about: /data_collection_permissions/,
    why: 'Firefox knows `data_collection_permissions` from 140 on, Firefox for Android from 142 on; the extension is offered for the desktop, and an Android that ignores the key asks for nothing more.',
  },
];

/** In: the warnings of a run. Out: those that nothing explains, and the explanations that no warning needs. */
export function judgeWarnings(warnings: readonly LintWarning[]): { unexplained: LintWarning[]; needless: Explained[] } {
  const needless = [...EXPLAINED];
  const unexplained = warnings.filter((warning) => {
    const at = needless.findIndex(
      ({ code, file, about }) =>
        code === warning.code && file.test(warning.file ?? '') && (about?.test(warning.description ?? '') ?? true),
    );
    if (at !== -1) needless.splice(at, 1);
    return at === -1;
  });
  return { unexplained, needless };
}
