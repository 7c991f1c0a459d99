import { type Locale, TAGS, type Text } from '../domain/common/locale.ts';
import { numberText } from './number-text.ts';

/** Message key → words, with `$NAME$` for parameters. */
export type Messages = Readonly<Record<string, string>>;

/** Returns the messages of keys, and of their texts in the same order. */
export function messagesFrom(keys: readonly string[], texts: readonly string[]): Messages {
  if (keys.length !== texts.length) throw new Error(`Expected ${keys.length} texts, found ${texts.length}`);
  // Every page waits for it: pairs that are made into an object take four times as long.
  const messages: Record<string, string> = {};
  for (const [index, key] of keys.entries()) messages[key] = texts[index] as string;
  return messages;
}

/** The messages in English: each language has the same keys with the same placeholders. */
type English = typeof import('../../public/_locales/en/messages.json');

/**
 * Messages that depend on a number, one for each of its forms: `…_other`, and `…_one` for languages
 * that have it.
 */
type Counted<K = keyof English> = K extends `${infer Base}_one`
  ? `${Base}_other` extends keyof English
    ? Base
    : never
  : never;

export type MessageKey = keyof English | Counted;

type Value = string | number | Text;
type Values = Readonly<Record<string, Value>>;

/** What a message names as `$NAME$`. */
type NamesIn<K> = K extends Counted
  ? NamesIn<`${K}_other`>
  : K extends keyof English
    ? English[K] extends { placeholders: infer P }
      ? keyof P & string
      : never
    : never;

/**
 * The keys that there are; of what is known of a key only in part (`because_${string}`), what some
 * key fits.
 */
type Known<K extends string> = K extends MessageKey ? K : [Extract<MessageKey, K>] extends [never] ? never : K;

type IsUnion<K, All = K> = K extends All ? ([All] extends [K] ? false : true) : never;

/**
 * Exactly what a message needs; which that is, is known at run time only where its key is one of
 * several.
 */
type Parameters<K> = [K] extends [MessageKey]
  ? IsUnion<K> extends true
    ? [params?: Values]
    : [NamesIn<K>] extends [never]
      ? []
      : [params: Readonly<Record<NamesIn<K>, Value>>]
  : [params?: Values];

/**
 * Returns the words of a message. A key that no message has, and a parameter that is missing or too
 * much, do not compile.
 */
export type Translate = <const K extends string>(key: K & Known<K>, ...params: Parameters<K>) => string;

/**
 * Returns a function from a message key and its parameters to the words. `$NAME$` stands for a
 * parameter; a number is a quantity; parameters that are texts themselves are taken in the same
 * language. Of a message that depends on a number, `count` decides the form by the language's own
 * rules. An unknown key throws: it is a bug.
 */
export function createTranslator(locale: Locale, messages: Messages): Translate {
  let plural: Intl.PluralRules | undefined;

  function messageFor(key: string, { count }: Values): string | undefined {
    if (messages[key] !== undefined || typeof count !== 'number') return messages[key];
    plural ??= new Intl.PluralRules(TAGS[locale]);
    return messages[`${key}_${plural.select(count)}`] ?? messages[`${key}_other`];
  }

  return function say(key: string, params: Values = {}) {
    const message = messageFor(key, params);
    if (message === undefined) throw new Error(`No message "${key}" in _locales/${locale}`);
    return message.replace(/\$([A-Za-z_]+)\$/g, (_, name: string) => {
      const value = params[name.toLowerCase()];
      if (value === undefined) throw new Error(`Message "${key}" needs "${name.toLowerCase()}"`);
      if (typeof value === 'object') return value[locale];
      return typeof value === 'number' ? numberText(value, locale) : value;
    });
  };
}
