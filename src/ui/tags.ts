import type { Locale } from '../core/model.ts';

/** BCP 47 tags of our languages. */
export const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };
