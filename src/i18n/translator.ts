import type { Locale, Text } from '../domain/common/locale.ts';

/** Message key → words, with `$NAME$` for parameters. */
export type Messages = Readonly<Record<string, string>>;

/** Returns the messages of keys, and of their texts in the same order. */
export function messagesFrom(keys: readonly string[], texts: readonly string[]): Messages {
  if (keys.length !== texts.length) throw new Error(`Expected ${keys.length} texts, found ${texts.length}`);
  return Object.fromEntries(keys.map((key, index) => [key, texts[index] as string]));
}

export type Translate = (key: string, params?: Readonly<Record<string, string | number | Text>>) => string;

/**
 * Returns a function from a message key and its parameters to the words. `$NAME$` stands for a
 * parameter; parameters that are texts themselves are taken in the same language. An unknown key
 * throws: it is a bug.
 */
export function createTranslator(locale: Locale, messages: Messages): Translate {
  return function say(key, params = {}) {
    const message = messages[key];
    if (message === undefined) throw new Error(`No message "${key}" in _locales/${locale}`);
    return message.replace(/\$([A-Za-z_]+)\$/g, (_, name: string) => {
      const value = params[name.toLowerCase()];
      if (value === undefined) throw new Error(`Message "${key}" needs "${name.toLowerCase()}"`);
      return typeof value === 'object' ? value[locale] : String(value);
    });
  };
}
