import words from 'virtual:words';
import type { Locale } from '../core/model.ts';
import { type Messages, type Say, sayFrom } from './say.ts';

export type { Say } from './say.ts';

/** Out: the messages of a language, to hand to where they are not bundled. */
export function messagesOf(locale: Locale): Messages {
  return words[locale]();
}

/** In: a language. Out: its words. */
export function wordsFor(locale: Locale): Say {
  return sayFrom(locale, messagesOf(locale));
}
