/**
 * The content script of the consoles. It knows no site: it asks what to look for here, looks, and shows what it is told.
 * When the extension is updated or removed under the page, it takes everything away again.
 */

import { isAlive, send } from '../../browser-api/send-message.ts';
import { createMatcher, createPrefilter } from '../../domain/prompts/prompt-matcher.ts';
import { type NameNote, request } from '../../messaging/protocol.ts';
import { chipsOn } from './badges.ts';
import { createBatchLoader } from './batch-loader.ts';
import { cardsOn } from './cards.ts';
import { allIn, contentTypeOf, editing, htmlOf, listen, unlisten } from './dom-clobbering.ts';
import { fieldsOn } from './field-notes.ts';
import { MAY_NAME, namesIn } from './find-names.ts';
import { once } from './once.ts';
import { readPage } from './page-reader.ts';
import { topicAt } from './page-topic.ts';
import { pillOn } from './pill.ts';
import { LEFTOVERS, tieToExtension } from './shadow-host.ts';

/** How often in milliseconds a page with hints checks that the extension is still there, and where it is. */
const CHECK = 2000;
/** On these pages names are offered or listed, and so marked; on those, a form takes them. */
const LISTING = ['search', 'domains'];
const FORMS = ['filing'];
/** What happens in an editor that is used. */
const EDITING = ['focusin', 'selectionchange', 'beforeinput'];

async function start(): Promise<void> {
  // Images, feeds, what the browser draws of a PDF and the like: nothing in them is a page of a console.
  if (htmlOf(document) === null || !/html/.test(contentTypeOf(document))) return;
  // Firefox starts an updated extension's script in open pages: what the old one left is dead.
  for (const leftover of allIn(document, LEFTOVERS)) if (leftover instanceof HTMLDivElement) leftover.remove();

  // Inherited in about:blank and srcdoc frames, where `location` tells nothing.
  if (!self.origin.startsWith('https://')) return;
  const info = await request(send, 'page', {});
  if (!info || info.kinds.length === 0) return;
  const { lang, kinds, everywhere } = info;

  const contentOf = once(async (id) => (await request(send, 'guidance', { id })) ?? null);
  const names = createBatchLoader<NameNote>(async (asked) => (await request(send, 'names', { names: asked })) ?? []);
  const topic = () => topicAt(info.pages, location.href);
  const isTop = self.top === self;

  const prompts = kinds.includes('cards') ? info.prompts : [];
  const match = createMatcher(prompts);
  const mayMatch = createPrefilter(prompts);
  const mayMatchOrName = createPrefilter(prompts, [MAY_NAME]);
  const cards = cardsOn(document, info, contentOf, (prompt, state) => {
    void request(send, 'remember', { prompt, state });
  });
  const chips = chipsOn(document, lang, names);
  const fields = kinds.includes('fields') && (everywhere || isForm()) ? fieldsOn(document, lang, names) : null;
  const pill =
    kinds.includes('pages') && isTop
      ? pillOn(document, async (id) => (await request(send, 'topic', { topic: id })) ?? null, contentOf, {
          switchOff() {
            void request(send, 'switchOff', {});
            stop();
          },
          openSettings() {
            void request(send, 'openHintSettings', {});
          },
        })
      : null;

  let listing = isListing();
  const reader = readPage(document, {
    wants: (text) => (listing ? mayMatchOrName(text) : mayMatch(text)),
    tell(block, pieces) {
      const found = match(pieces).map((one) => ({ ...one, block }));
      const named = listing ? namesIn(pieces) : [];
      cards.update(block, found);
      chips.update(block, named);
      return found.length + named.length > 0;
    },
    changed: check,
  });
  const timer = setInterval(check, CHECK);
  let wasEdited = false;
  check();

  function isListing(): boolean {
    return kinds.includes('chips') && (everywhere || LISTING.includes(topic() ?? ''));
  }

  function isForm(): boolean {
    return info?.pages.some((page) => FORMS.includes(page.topic)) === true;
  }

  /** Single-page consoles tell nobody that they show another page. */
  function check(): void {
    if (!isAlive()) {
      stop();
      return;
    }
    if (listing !== isListing()) {
      listing = !listing;
      chips.reset();
      reader.again();
    }
    const isEdited = editing(document)(null);
    if (wasEdited && !isEdited) reader.again();
    wasEdited = isEdited;
    for (const type of EDITING) listen(document, type, onEditing);
    cards.sweep();
    chips.sweep();
    fields?.sweep();
    pill?.sweep();
    void pill?.show(topic());
    tieToExtension();
  }

  /** Nothing tells that a page turned into an editor, but who edits goes into it first. */
  function onEditing(event: Event): void {
    const at = event.type === 'selectionchange' ? getSelection()?.anchorNode : event.composedPath()[0];
    if (editing(document)(at instanceof Node ? at : null)) check();
  }

  function stop(): void {
    clearInterval(timer);
    for (const type of EDITING) unlisten(document, type, onEditing);
    reader.stop();
    cards.clear();
    chips.clear();
    fields?.stop();
    pill?.stop();
  }
}

void start();
