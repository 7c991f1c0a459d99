/** What every page of the extension does first. */
import { TAGS } from '../core/language.ts';
import type { Locale } from '../core/model.ts';
import { type Say, wordsFor } from './words.ts';

/** In: the language and the key of the page's title. Sets both. Out: the words. */
export function startPage(locale: Locale, title: string): Say {
  const say = wordsFor(locale);
  document.documentElement.lang = TAGS[locale];
  document.title = say(title);
  return say;
}
