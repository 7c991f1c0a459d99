/**
 * The content script of the consoles. It knows no site: it asks what to look for here, looks, and shows what it is told.
 * When the extension is updated or removed under the page, it takes everything away again.
 */
import { request } from '../messages/protocol.ts';
import { isAlive, send } from '../platform/browser.ts';
import { CARD, cardsOn } from './cards.tsx';
import { matcherOf } from './matcher.ts';
import { readPage } from './reader.ts';

/** How often in milliseconds a page with cards checks that the extension is still there. */
const CHECK_ALIVE = 2000;

async function start(): Promise<void> {
  // Firefox starts an updated extension's script in open pages: what the old one left is dead.
  for (const leftover of document.querySelectorAll(CARD)) leftover.remove();

  // Inherited in about:blank and srcdoc frames, where `location` tells nothing.
  const host = /^https:\/\/([^/:]+)/.exec(self.origin)?.[1];
  if (host === undefined) return;
  const info = await request(send, 'page', { host });
  if (info === null || info.prompts.length === 0) return;

  const cards = cardsOn(
    document,
    info,
    (id) => request(send, 'guidance', { id }),
    (prompt, state) => void request(send, 'remember', { site: info.site, prompt, state }),
  );
  const reader = readPage(document, matcherOf(info.prompts), CARD, cards.update, () => {
    if (isAlive()) cards.sweep();
    else stop();
  });
  const timer = setInterval(() => {
    if (cards.count > 0 && !isAlive()) stop();
  }, CHECK_ALIVE);

  function stop(): void {
    clearInterval(timer);
    reader.stop();
    cards.clear();
  }
}

void start();
