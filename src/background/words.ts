/** The words of the worker, which answers in any language and can load nothing later. */
import keys from 'virtual:words';
import en from 'virtual:words/en';
import ja from 'virtual:words/ja';
import zhCn from 'virtual:words/zh_CN';
import zhTw from 'virtual:words/zh_TW';
import type { Locale } from '../core/model.ts';
import { messagesFrom, type Say, sayFrom } from '../ui/say.ts';

const TEXTS: Readonly<Record<Locale, readonly string[]>> = { en, zh_CN: zhCn, zh_TW: zhTw, ja };

/** In: a language. Out: its words. */
export function wordsFor(locale: Locale): Say {
  return sayFrom(locale, messagesFrom(keys, TEXTS[locale]));
}
