import { loadedMark, type Stamped } from '../i18n/loaded-mark.ts';
import { useTranslation } from './translation.ts';

/** The mark of loaded rules as a line of its own; nothing for the rules of the build. */
export function LoadedMark({ rules }: { readonly rules: Stamped }) {
  const { t } = useTranslation();
  const mark = loadedMark(rules, t);
  return mark === null ? null : <p class="loaded ask">{mark}</p>;
}
