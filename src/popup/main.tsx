import { render } from 'preact';
import { readKept } from '../case/keep.ts';
import type { Locale } from '../core/model.ts';
import { createEngine } from '../engine.ts';
import { activeTabUrl, isPopup, uiLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { wordsFor } from '../ui/words.ts';
import { App } from './app.tsx';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh_CN: 'zh-CN' };

const locale = uiLanguage();
const say = wordsFor(locale);
document.documentElement.lang = TAGS[locale];
document.title = say('popup_title');
document.body.classList.toggle('popup', isPopup());
const engine = createEngine(rules);

/** `?input=` asks about a given name instead of the current tab. */
async function start(): Promise<void> {
  // No address means a page that the browser keeps extensions away from, even after a click.
  const tab = (await activeTabUrl()) ?? 'about:';
  await show(new URLSearchParams(location.search).get('input') ?? tab, hostOf(tab));
}

async function show(input: string, site: string | null): Promise<void> {
  const answer = engine.ask(input);
  const kept = await readKept(rules, answer.kind === 'verdict' ? answer.verdict.domain.registrable : null);
  render(
    <App
      key={input}
      engine={engine}
      input={input}
      kept={kept}
      site={site}
      show={(next) => void show(next, site)}
      locale={locale}
      say={say}
    />,
    document.body,
  );
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname || null : null;
}

void start();
