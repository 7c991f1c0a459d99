/** The words of the pages: each loads one language. */
import keys from 'virtual:keys';
import languages from 'virtual:languages';
import type { Locale } from '../domain/common/locale.ts';
import { oncePer } from '../domain/common/remembering.ts';
import { type Messages, messagesFrom } from './translator.ts';

const made = oncePer((texts: readonly string[]) => messagesFrom(keys, texts));

/** Returns the messages of a language: the same to whoever asks again. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const { default: texts } = await languages[locale]();
  return made(texts);
}
