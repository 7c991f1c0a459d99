/** The words of the pages: each loads one language. */
import keys from 'virtual:keys';
import languages from 'virtual:languages';
import type { Locale } from '../domain/common/locale.ts';
import { type Messages, messagesFrom } from './translator.ts';

/** Returns the messages of a language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const { default: texts } = await languages[locale]();
  return messagesFrom(keys, texts);
}
