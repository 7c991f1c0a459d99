/** The languages that facts and words are written in, and what others call them. */

/** The nouns of the extension. Everything else is a function between these types. */

/** The languages that every text of the rules bundle is written in. */
export const LOCALES = ['en', 'zh_CN', 'zh_TW', 'ja'] as const;

export type Locale = (typeof LOCALES)[number];

/** One text in every language. */
export type Text = Readonly<Record<Locale, string>>;

/** BCP 47 tags. */
export const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN', zh_TW: 'zh-TW', ja: 'ja' };

/** Each language's own name: who needs to choose may not read the language that is shown. */
export const NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  zh_CN: '简体中文',
  zh_TW: '繁體中文',
  ja: '日本語',
};

/** Where Chinese is written in traditional characters, if the tag does not name its script. */
const TRADITIONAL = ['TW', 'HK', 'MO'];

/**
 * Returns the language of ours that the reader of a language (BCP 47) reads best; English where it
 * is none of them.
 */
export function localeOf(tag: string): Locale {
  const { language, script, region } = parsed(tag);
  if (language === 'ja') return 'ja';
  if (language !== 'zh') return 'en';
  const traditional = script === undefined ? TRADITIONAL.includes(region ?? '') : script === 'Hant';
  return traditional ? 'zh_TW' : 'zh_CN';
}

function parsed(tag: string): Pick<Intl.Locale, 'language' | 'script' | 'region'> {
  try {
    return new Intl.Locale(tag);
  } catch {
    // No tag at all: there is no way to ask before.
    return { language: 'und' };
  }
}

/**
 * Returns the BCP 47 tag of a text in its writer's language as far as it shows: Chinese or nothing.
 */
export function tagOf(text: string): string | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
}
