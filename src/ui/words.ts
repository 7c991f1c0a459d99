/** The words of the pages: each loads one language. */
import keys from 'virtual:words';
import type { Locale } from '../core/model.ts';
import { type Messages, messagesFrom } from './say.ts';

const LANGUAGES: Readonly<Record<Locale, () => Promise<{ readonly default: readonly string[] }>>> = {
  en: () => import('virtual:words/en'),
  zh_CN: () => import('virtual:words/zh_CN'),
  zh_TW: () => import('virtual:words/zh_TW'),
  ja: () => import('virtual:words/ja'),
};

/** In: a language. Out: its messages. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return messagesFrom(keys, (await LANGUAGES[locale]()).default);
}
