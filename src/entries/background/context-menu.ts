/**
 * What is at hand on every page: the browser's menus, the address bar, the keys, the panel beside
 * the page.
 */

import type { MenuClick, MenuItem } from '../../browser-api/menus.ts';
import { hasPanel } from '../../browser-api/side-panel.ts';
import { openPortfolio, openWindow } from '../../browser-api/tabs.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { Translate } from '../../i18n/translator.ts';
import { keepInView } from './handle-commands.ts';
import { namesIn } from './omnibox-suggestions.ts';

/** Returns the items of the browser's menus. */
export function menuItems(t: Translate): MenuItem[] {
  return [
    { id: 'explain', contexts: ['selection'], title: t('menu_explain') },
    { id: 'verdict', contexts: ['link', 'selection'], title: t('menu_verdict') },
    ...(hasPanel() ? [{ id: 'keep', contexts: ['action'], title: t('menu_keep') } as const] : []),
    { id: 'portfolio', contexts: ['action'], title: t('menu_portfolio') },
  ];
}

/** Opens what was asked for by a click in a menu. */
export async function followMenu({ id, text, link, tab }: MenuClick, engine: () => Promise<Engine>): Promise<void> {
  if (id === 'explain') void openWindow(`explain=${encodeURIComponent(text.slice(0, 1000))}`);
  // A link is one address, whatever commas are in it.
  if (id === 'verdict' && link) void openWindow(`input=${encodeURIComponent(link.slice(0, 2000))}`);
  else if (id === 'verdict') judge(text, await engine());
  if (id === 'keep') await keepInView(tab, engine);
  if (id === 'portfolio') void openPortfolio();
}

/** Opens the verdict on a selection; several names open the page for many. */
function judge(text: string, engine: Engine): void {
  // Of a page that was selected as a whole, the beginning will do.
  const names = namesIn(text.slice(0, 20_000)).filter((word) => word.includes('.') && engine.note(word) !== null);
  if (names.length > 1) return void openPortfolio(names.join('\n'));
  return void openWindow(`input=${encodeURIComponent(names[0] ?? text.slice(0, 2000))}`);
}
