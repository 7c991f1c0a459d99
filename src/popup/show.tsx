/** From what the browser told to what is shown. */
import { render } from 'preact';
import { type PersonAsked, readKept } from '../case/keep.ts';
import { PROFILE_KEY } from '../core/case.ts';
import { createEngine, type Engine } from '../engine.ts';
import { isPopup } from '../platform/browser.ts';
import { type Begun, beginPage } from '../start.ts';
import { focusOn } from '../ui/focus.ts';
import { App } from './app.tsx';
import type { Asked } from './asked.ts';
import { KeepInView } from './keep-in-view.tsx';

/** `?input=` asks about a given name instead of the current tab, `?explain=` about a message. */
export async function start(asked: Asked): Promise<void> {
  document.body.classList.toggle('popup', isPopup());
  const page = await beginPage('popup_title', asked.kept, asked.loaded);
  const given = new URLSearchParams(location.search);
  const message = given.get('explain');
  if (message !== null) {
    const [{ showExplained }, rules] = await Promise.all([import('./explain.tsx'), page.inUse.whole()]);
    showExplained(message, createEngine(rules).facts, page);
    return;
  }
  // No address means a page that the browser keeps extensions away from, even after a click.
  const tab = (await asked.tab) ?? 'about:';
  const person = { profile: asked.kept.then((kept) => kept && { value: kept[PROFILE_KEY] }), policy: asked.policy };
  await show(given.get('input') ?? tab, tab, createEngine(page.inUse.rules), page, person);
}

/** `person` is what was asked for about the person; later names ask anew. */
async function show(input: string, tab: string, engine: Engine, page: Begun, person?: PersonAsked): Promise<void> {
  const read = engine.read(input);
  const domain = 'type' in read ? null : read;
  const { inUse, locale, say } = page;
  const kept = await readKept(inUse.rules, domain?.registrable ?? null, person);
  render(
    <App
      key={input}
      engine={engine}
      whole={async () => createEngine(await inUse.whole())}
      input={input}
      kept={kept}
      site={hostOf(tab)}
      isPage={input === tab && /^https?:/.test(tab)}
      show={(next) => void show(next, tab, engine, page).then(() => focusOn('h1'))}
      beside={domain && <KeepInView host={domain.host} say={say} />}
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
