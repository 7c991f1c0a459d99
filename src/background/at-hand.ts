/** What is at hand on every page: the browser's menus, the address bar, the keys, the panel beside the page. */
import { putInView } from '../case/in-view.ts';
import type { Engine } from '../engine.ts';
import type { Place } from '../platform/address-bar.ts';
import { openPortfolio, openVerdict, openWindow } from '../platform/browser.ts';
import type { MenuClick, MenuItem } from '../platform/menus.ts';
import { hasPanel, openPanel } from '../platform/panel.ts';
import type { Say } from '../ui/say.ts';
import { namesIn } from './address-bar.ts';

/** The command that puts the current tab's site in view (see manifest.json). */
export const KEEP_COMMAND = 'keep-in-view';

/** Out: the items of the browser's menus. */
export function menuItems(say: Say): MenuItem[] {
  return [
    { id: 'explain', contexts: ['selection'], title: say('menu_explain') },
    { id: 'verdict', contexts: ['link', 'selection'], title: say('menu_verdict') },
    ...(hasPanel() ? [{ id: 'keep', contexts: ['action'], title: say('menu_keep') } as const] : []),
    { id: 'portfolio', contexts: ['action'], title: say('menu_portfolio') },
  ];
}

/** In: what was clicked in a menu, and the engine. Opens what was asked for. */
export async function followMenu({ id, text, link, tab }: MenuClick, engine: () => Promise<Engine>): Promise<void> {
  if (id === 'explain') void openWindow(`explain=${encodeURIComponent(text.slice(0, 1000))}`);
  // A link is one address, whatever commas are in it.
  if (id === 'verdict' && link) void openWindow(`input=${encodeURIComponent(link.slice(0, 2000))}`);
  else if (id === 'verdict') judge(text, await engine());
  if (id === 'keep') await keepInView(tab, engine);
  if (id === 'portfolio') void openPortfolio();
}

/** In: a selection. Opens the verdict on it; several names open the page for many. */
function judge(text: string, engine: Engine): void {
  // Of a page that was selected as a whole, the beginning will do.
  const names = namesIn(text.slice(0, 20_000)).filter((word) => word.includes('.') && engine.note(word) !== null);
  if (names.length > 1) return void openPortfolio(names.join('\n'));
  return void openWindow(`input=${encodeURIComponent(names[0] ?? text.slice(0, 2000))}`);
}

/** In: what was entered in the address bar, and where the browser wants it. Opens the verdict on one name, the page for many. */
export function followEntry(text: string, place: Place): void {
  const names = namesIn(text);
  const [only] = names;
  if (names.length === 1 && only !== undefined) void openVerdict(only, place);
  else void openPortfolio(names.join('\n'), place);
}

/** In: the tab that a key or a menu was used on. Opens the panel, with the tab's site in view if it has one. */
export async function keepInView(tab: chrome.tabs.Tab | undefined, engine: () => Promise<Engine>): Promise<void> {
  if (tab === undefined) return;
  // First, and in the same turn: only then do browsers take it for the person's wish.
  void openPanel(tab.windowId);
  const read = (await engine()).read(tab.url ?? '');
  if (!('type' in read)) void putInView(read.host);
}
