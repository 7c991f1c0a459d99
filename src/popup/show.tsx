/** From what the browser told to what is shown. */
import { render } from 'preact';
import { type PersonAsked, readKept } from '../case/keep.ts';
import { PROFILE_KEY } from '../core/case.ts';
import { createEngine, type Engine } from '../engine.ts';
import { isPopup } from '../platform/browser.ts';
import { type Started, startPage } from '../start.ts';
import { Glossary } from '../ui/terms.tsx';
import { App } from './app.tsx';
import { Explain } from './explain.tsx';
import { KeepInView } from './keep-in-view.tsx';
import type { Asked } from './main.ts';

/** `?input=` asks about a given name instead of the current tab, `?explain=` about a message. */
export async function start(asked: Asked): Promise<void> {
  document.body.classList.toggle('popup', isPopup());
  const started = await startPage('popup_title', asked.kept);
  const engine = createEngine(started.rules);
  const given = new URLSearchParams(location.search);
  const message = given.get('explain');
  if (message !== null) {
    const { rules, locale, say } = started;
    render(
      <Glossary.Provider value={{ entries: rules.glossary, locale }}>
        <Explain text={message} facts={engine.facts} locale={locale} say={say} />
      </Glossary.Provider>,
      document.body,
    );
    return;
  }
  // No address means a page that the browser keeps extensions away from, even after a click.
  const tab = (await asked.tab) ?? 'about:';
  const person = { profile: asked.kept.then((kept) => kept[PROFILE_KEY]), policy: asked.policy };
  await show(given.get('input') ?? tab, tab, engine, started, person);
}

/** `person` is what was asked for about the person; later names ask anew. */
async function show(input: string, tab: string, engine: Engine, started: Started, person?: PersonAsked): Promise<void> {
  const answer = engine.ask(input);
  const kept = await readKept(
    started.rules,
    answer.kind === 'verdict' ? answer.verdict.domain.registrable : null,
    person,
  );
  render(
    <App
      key={input}
      engine={engine}
      input={input}
      kept={kept}
      site={hostOf(tab)}
      isPage={input === tab && /^https?:/.test(tab)}
      show={(next) => void show(next, tab, engine, started)}
      beside={answer.kind === 'verdict' && <KeepInView host={answer.verdict.domain.host} say={started.say} />}
      locale={started.locale}
      say={started.say}
    />,
    document.body,
  );
}

/** Only secure pages can have hints, or be a console. */
function hostOf(address: string): string | null {
  return /^https:/.test(address) && URL.canParse(address) ? new URL(address).hostname : null;
}
