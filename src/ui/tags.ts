import type { Locale } from '../core/model.ts';

/** BCP 47 tags of our languages. */
export const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };

/** In: a text in the language of whoever wrote it. Out: its BCP 47 tag as far as it shows: Chinese or nothing. */
export function tagOf(text: string): string | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
}
