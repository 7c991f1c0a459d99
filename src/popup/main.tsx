import { render } from 'preact';
import type { Locale } from '../core/model.ts';
import { createEngine } from '../engine.ts';
import { activeTabUrl, isPopup, uiLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { wordsFor } from '../ui/words.ts';
import { Popup } from './popup.tsx';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };

/** `?input=` asks about a given name instead of the current tab. */
async function inputOf(search: string): Promise<string> {
  // No address means a page that the browser keeps extensions away from, even after a click.
  return new URLSearchParams(search).get('input') ?? (await activeTabUrl()) ?? 'about:';
}

const locale = uiLanguage();
const say = wordsFor(locale);
document.documentElement.lang = TAGS[locale];
document.title = say('popup_title');
document.body.classList.toggle('popup', isPopup());
const engine = createEngine(rules);
inputOf(location.search).then((input) => {
  render(<Popup answer={engine.ask(input)} facts={engine.facts} locale={locale} say={say} />, document.body);
});
