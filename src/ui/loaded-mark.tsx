import { loadedMark, type Stamped } from '../i18n/loaded-mark.ts';
import type { Translate } from '../i18n/translator.ts';

/** The mark of loaded rules as a line of its own; nothing for the rules of the build. */
export function LoadedMark({ rules, t }: { readonly rules: Stamped; readonly t: Translate }) {
  const mark = loadedMark(rules, t);
  return mark === null ? null : <p class="loaded ask">{mark}</p>;
}
