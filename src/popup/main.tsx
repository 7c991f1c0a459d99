import { render } from 'preact';
import { readKept } from '../case/keep.ts';
import { createEngine } from '../engine.ts';
import { activeTabUrl, isPopup, pageLanguage } from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { startPage } from '../ui/start.ts';
import { Glossary } from '../ui/terms.tsx';

import { App } from './app.tsx';
import { Explain } from './explain.tsx';
import { KeepInView } from './keep-in-view.tsx';

const locale = await pageLanguage();
const say = startPage(locale, 'popup_title');
document.body.classList.toggle('popup', isPopup());
const engine = createEngine(rules);

/** `?input=` asks about a given name instead of the current tab, `?explain=` about a message. */
async function start(): Promise<void> {
  // No address means a page that the browser keeps extensions away from, even after a click.
  const given = new URLSearchParams(location.search);
  const message = given.get('explain');
  if (message !== null) {
    render(
      <Glossary.Provider value={{ entries: rules.glossary, locale }}>
        <Explain text={message} facts={engine.facts} locale={locale} say={say} />
      </Glossary.Provider>,
      document.body,
    );
    return;
  }
  const tab = (await activeTabUrl()) ?? 'about:';
  await show(given.get('input') ?? tab, tab);
}

async function show(input: string, tab: string): Promise<void> {
  const answer = engine.ask(input);
  const kept = await readKept(rules, answer.kind === 'verdict' ? answer.verdict.domain.registrable : null);
  render(
    <App
      key={input}
      engine={engine}
      input={input}
      kept={kept}
      site={hostOf(tab)}
      isPage={input === tab && /^https?:/.test(tab)}
      show={(next) => void show(next, tab)}
      beside={answer.kind === 'verdict' && <KeepInView host={answer.verdict.domain.host} say={say} />}
      locale={locale}
      say={say}
    />,
    document.body,
  );
}

/** Only secure pages can have hints, or be a console. */
function hostOf(address: string): string | null {
  return /^https:/.test(address) && URL.canParse(address) ? new URL(address).hostname : null;
}

void start();
