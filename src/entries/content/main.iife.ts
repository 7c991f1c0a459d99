/**
 * The content script of the consoles. It knows no site: it asks what to look for here, looks, and
 * shows what it is told. It asks again when the worker says that something changed, and when the
 * page is looked at again.
 */

import { isAlive, onTold, send } from '../../browser-api/send-message.ts';
import { HINTS_CHANGED, isTold, request } from '../../messaging/protocol.ts';
import { allIn, contentTypeOf, htmlOf, isHidden, listen, unlisten } from './dom-clobbering.ts';
import { createHintSession } from './hint-session.ts';
import { showHints } from './page-hints.ts';
import { LEFTOVERS } from './shadow-host.ts';

/**
 * Where what ends this script is kept for the next one: a site that is added once more gets it
 * anew. No page's element has such a name.
 */
const END = Symbol.for('icp-filing-guide');

function start(): void {
  // Images, feeds, what the browser draws of a PDF and the like: nothing in them is a page of a
  // console.
  if (htmlOf(document) === null || !/html/.test(contentTypeOf(document))) return;
  // Inherited in about:blank and srcdoc frames, where `location` tells nothing.
  const isWeb = self.origin.startsWith('https://');
  const world = globalThis as { [END]?: () => void };
  world[END]?.();
  // Firefox starts an updated extension's script in open pages: what the old one left is dead.
  for (const leftover of allIn(document, LEFTOVERS)) if (leftover instanceof HTMLDivElement) leftover.remove();
  if (!isWeb) return;

  const session = createHintSession(
    (kind, fields) => request(send, kind, fields),
    (info, services) => showHints(document, info, services),
  );
  const ignore = onTold((message) => {
    if (isTold(message, HINTS_CHANGED)) refresh();
  });
  const looks = [
    [document, 'visibilitychange'],
    [window, 'focus'],
    [window, 'pageshow'],
  ] as const;
  for (const [at, type] of looks) listen(at, type, onLook);
  world[END] = end;
  refresh();

  function onLook({ isTrusted, target }: Event): void {
    // A field that gets the focus is no news.
    if (isTrusted && !(target instanceof Element) && !isHidden(document)) refresh();
  }

  function refresh(): void {
    if (isAlive()) void session.refresh();
    else end();
  }

  function end(): void {
    session.stop();
    ignore();
    for (const [at, type] of looks) unlisten(at, type, onLook);
  }
}

start();
