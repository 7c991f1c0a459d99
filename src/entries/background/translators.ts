/** The words of the worker, which answers in any language and can load nothing later. */
import keys from 'virtual:keys';
import texts from 'virtual:words';
import type { Locale } from '../../domain/common/locale.ts';
import { createTranslator, messagesFrom, type Translate } from '../../i18n/translator.ts';

/** Returns the words of a language. */
export function wordsFor(locale: Locale): Translate {
  return createTranslator(locale, messagesFrom(keys, texts[locale]));
}
