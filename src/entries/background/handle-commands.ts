/** The keys that a person can press on every page. */

import { openPanel } from '../../browser-api/side-panel.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import { pinDomain } from '../../storage/pinned-domain.ts';

/** The command that puts the current tab's site in view (see manifest.json). */
export const KEEP_COMMAND = 'keep-in-view';

/**
 * Opens the panel from the tab that a key or a menu was used on, with the tab's site pinned if it
 * has one.
 */
export async function keepInView(tab: chrome.tabs.Tab | undefined, engine: () => Promise<Engine>): Promise<void> {
  if (tab === undefined) return;
  // First, and in the same turn: only then do browsers take it for the person's wish.
  void openPanel(tab.windowId);
  const read = (await engine()).read(tab.url ?? '');
  if (!('type' in read)) void pinDomain(read.host);
}
