/** The language of all pages. */

import { uiLanguage } from '../browser-api/runtime.ts';
import { readStored } from '../browser-api/storage.ts';
import { LOCALES, type Locale, localeOf } from '../domain/common/locale.ts';
import { LANGUAGE_KEY } from './keys.ts';

/** Returns the language that the person chose, or else the browser's. */
export function languageFrom(kept: unknown): Locale {
  return LOCALES.find((locale) => locale === kept) ?? localeOf(uiLanguage());
}

/** Returns the language that the person chose, or else the browser's. */
export async function pageLanguage(): Promise<Locale> {
  return languageFrom(await readStored(LANGUAGE_KEY));
}
