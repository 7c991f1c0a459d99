/** The words of a page, for all that is drawn on it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '../domain/common/locale.ts';
import type { Translate } from '../i18n/translator.ts';

export interface Translation {
  readonly locale: Locale;
  readonly t: Translate;
}

/** Each page provides it once, around all that it draws. */
export const TranslationContext = createContext<Translation | null>(null);

/** Returns the page's language and its words. Throws where no page provides them: that is a bug. */
export function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (translation === null) throw new Error('Expected a component inside TranslationContext.Provider');
  return translation;
}
