/** The words of the worker, which answers in any language and can load nothing later. */
import keys from 'virtual:keys';
import texts from 'virtual:words';
import type { Locale } from '../core/model.ts';
import { messagesFrom, type Say, sayFrom } from '../ui/say.ts';

/** In: a language. Out: its words. */
export function wordsFor(locale: Locale): Say {
  return sayFrom(locale, messagesFrom(keys, texts[locale]));
}
