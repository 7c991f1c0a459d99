/**
 * Reads `_locales` for the pages' own words: `chrome.i18n` cannot switch language at run time,
 * files of our own can.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { LOCALES, type Locale } from '../../src/domain/common/locale.ts';

interface Message {
  readonly message: string;
}

/**
 * Returns for each language, key → text with `$NAME$` placeholders; the translators' notes stay
 * behind.
 */
export function loadWords(): Record<Locale, Record<string, string>> {
  return Object.fromEntries(
    LOCALES.map((locale) => {
      const messages: Record<string, Message> = JSON.parse(
        readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8'),
      );
      return [locale, Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]))];
    }),
  ) as Record<Locale, Record<string, string>>;
}
