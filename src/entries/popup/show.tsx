/** From what the browser told to what is shown. */
import { render } from 'preact';
import { HANDED, takeHandedPage } from '../../browser-api/handed-page.ts';
import { isPopup } from '../../browser-api/runtime.ts';
import { PROFILE_KEY } from '../../domain/answers/domain-answers.ts';
import { array, decoded, fields, string } from '../../domain/common/decoder.ts';
import { oncePer } from '../../domain/common/remembering.ts';
import { createEngine, type Engine } from '../../domain/eligibility/engine.ts';
import { siteNotOpened } from '../../domain/prompts/block-page-address.ts';
import { consoleOfAddress } from '../../domain/prompts/find-console.ts';
import type { PageParts, ShownRecord } from '../../domain/records/shown-records.ts';
import { BUILT_IN_RULES } from '../../storage/active-ruleset.ts';
import { loadAnswers, type PrefetchedProfile } from '../../storage/stored-answers.ts';
import { focusOn } from '../../ui/focus-on.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { App } from '../../verdict-view/verdict-app.tsx';
import { initPage, type PageContext } from '../shared/page-context.ts';
import { KeepInView } from './pin-button.tsx';
import type { PrefetchedState } from './prefetched.ts';

const engineOf = oncePer(createEngine);
const anyText = string('a text', () => true);
const handedPage = fields({ url: anyText, parts: array(anyText) });

/**
 * `?input=` asks about a given name instead of the current tab, `?explain=` about a message. With
 * `handed` there is a page with the name's record.
 */
export async function start(asked: PrefetchedState): Promise<void> {
  document.body.classList.toggle('popup', isPopup());
  // There is time while the browser answers, and most people load no rules.
  engineOf(BUILT_IN_RULES);
  const page = await initPage('popup_title', asked.kept, asked.loaded);
  const given = new URLSearchParams(location.search);
  const message = given.get('explain');
  if (message !== null) {
    const [{ showExplained }, rules] = await Promise.all([import('./prompt-explanation.tsx'), page.inUse.loadFull()]);
    showExplained(message, createEngine(rules).facts, page);
    return;
  }
  // No address means a page that the browser keeps extensions away from, even after a click.
  const tab = (await asked.tab) ?? 'about:';
  const person: PrefetchedProfile = {
    profile: asked.kept.then((kept) => kept && { value: kept[PROFILE_KEY] }),
    policy: asked.policy,
    read: await asked.cases,
  };
  const handed = given.has(HANDED) ? (decoded(handedPage, await takeHandedPage()) ?? null) : null;
  const from = { tab, beside: await asked.beside };
  await show(given.get('input') ?? tab, from, engineOf(page.inUse.rules), page, person, null, handed);
}

/**
 * `from` is the page that the person comes from, and the window beside whose pages a name can be
 * kept. `person` is what was asked for about the person; later names ask anew. `record` is what a
 * page shows of the name.
 */
async function show(
  input: string,
  from: { readonly tab: string; readonly beside: number | null },
  engine: Engine,
  page: PageContext,
  person?: PrefetchedProfile,
  record: ShownRecord | null = null,
  handed: PageParts | null = null,
): Promise<void> {
  const { tab, beside } = from;
  const isPage = input === tab && /^https?:/.test(tab);
  const read = isPage ? readPlace(tab, engine) : engine.read(input);
  const domain = 'type' in read ? null : read;
  const { inUse } = page;
  const kept = await loadAnswers(inUse.rules, domain?.registrable ?? null, person);
  const here = isPage ? consoleOfAddress(inUse.rules, tab) : null;
  render(
    <TranslationContext.Provider value={page}>
      <App
        key={input}
        engine={engine}
        whole={async () => createEngine(await inUse.loadFull())}
        input={input}
        read={read}
        kept={kept}
        site={hostOf(tab)}
        console={here}
        isPage={isPage}
        record={record}
        handed={handed}
        show={(next, found) => void show(next, from, engine, page, undefined, found).then(() => focusOn('h1'))}
        beside={domain && here === null && beside !== null && <KeepInView host={domain.host} windowId={beside} />}
      />
    </TranslationContext.Provider>,
    document.body,
  );
}

/**
 * Returns the name that a page is about: its own, or that of the site in whose place it is open.
 */
function readPlace(address: string, engine: Engine): ReturnType<Engine['read']> {
  const site = siteNotOpened(address);
  const meant = site === null ? null : engine.read(site);
  return meant === null || 'type' in meant ? engine.read(address) : meant;
}

/** Only secure pages can have hints, or be a console. */
function hostOf(address: string): string | null {
  return /^https:/.test(address) && URL.canParse(address) ? new URL(address).hostname : null;
}
