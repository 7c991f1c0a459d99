/** All hints of a page together: it is read, and shows what the worker says of what was read. */

import { isAlive } from '../../browser-api/send-message.ts';
import { matcherOf, type PrefilterSources, prefilterOf } from '../../domain/prompts/prompt-search.ts';
import type { NameNote, PageInfo } from '../../messaging/replies.ts';
import { askOnce } from './ask-once.ts';
import { chipsOn } from './badges.ts';
import { createBatchLoader } from './batch-loader.ts';
import { cardsOn } from './cards.ts';
import { editing, isInPage, listen, unlisten } from './dom-clobbering.ts';
import { fieldsOn } from './field-notes.ts';
import { MAY_NAME, namesIn } from './find-names.ts';
import type { Ask, HintServices, ShownHints } from './hint-session.ts';
import { partsOf } from './page-parts.ts';
import { type Block, readPage } from './page-reader.ts';
import { topicAt } from './page-topic.ts';
import { pillOn } from './pill.ts';
import { adoptStyles, tieToExtension } from './shadow-host.ts';

/**
 * How often in milliseconds a page with hints checks that the extension is still there, and where
 * it is.
 */
const CHECK = 2000;
/** Milliseconds of rest after the window changed its size, or a part of the page was scrolled. */
const REST = 100;
/** On these pages names are offered or listed, and so marked; on those, a form takes them. */
const LISTING = ['search', 'domains'];
const FORMS = ['filing'];
/** What a page with a record is for, where the rules name no other topic. */
const OF_RECORDS = 'domains';
/** What happens in an editor that is used. */
const EDITING = ['focusin', 'selectionchange', 'beforeinput'];

/**
 * Shows what is wanted on a page. When the extension is updated or removed under it, everything is
 * taken away again.
 */
export function showHints(page: Document, info: PageInfo, { ask, remember, switchOff }: HintServices): ShownHints {
  const { lang, kinds, everywhere, search } = info;
  const styles = askOnce(async () => {
    const sent = await ask('styles', {});
    if (sent) adoptStyles(sent);
    return sent ?? null;
  });
  /** What is shown needs its looks, too. */
  const askStyled: Ask = async (kind, fields) => ((await styles('')) ? ask(kind, fields) : undefined);
  const guidance = askOnce(async (asked) => {
    const [id = '', ...around] = asked.split('\n');
    return (await askStyled('guidance', { id, around: around.join('\n') })) ?? null;
  });
  const contentOf = (id: string, around = '') => guidance(`${id}\n${around}`);
  const names = createBatchLoader<NameNote>((asked) => askStyled('names', { names: asked }));
  const topic = () => topicAt(info.pages, location.href);
  const isLabel = new RegExp(info.record, 'im');
  /** Blocks that are labels of a domain's last day: a page with one may show its record. */
  const labels = new Set<Block>();
  const mayShowRecord = () => [...labels].some(isInPage);
  const isTop = self.top === self;

  const hasCards = kinds.includes('cards') && info.prompts.length > 0;
  const match = matcherOf(search.prompts, info.prompts);
  const wants = filterOf(search);
  const mayWant = filterOf(search.runs);
  const open = (name: string) => void ask('openCase', { name });
  const cards = cardsOn(page, info, contentOf, { remember, open });
  const chips = chipsOn(page, lang, names, open);
  const fields = kinds.includes('fields') && (everywhere || isForm()) ? fieldsOn(page, info, names) : null;
  const pill =
    kinds.includes('pages') && isTop
      ? pillOn(page, (id) => askStyled('topic', { topic: id }), contentOf, {
          switchOff,
          openSettings() {
            void ask('openHintSettings', {});
          },
          async record() {
            if (!mayShowRecord()) return null;
            // What is used is what was offered, whatever the page shows by then.
            const asked = { address: location.href, page: partsOf(page) };
            const content = await ask('record', asked);
            return content && { content, use: () => void ask('useRecord', asked) };
          },
        })
      : null;

  /** Names are looked for, too, as long as they are marked here. */
  function filterOf(sources: PrefilterSources): (text: string) => boolean {
    const mayMatch = prefilterOf(sources);
    const mayMatchOrName = prefilterOf(sources, [MAY_NAME]);
    return (text) => (listing ? mayMatchOrName : mayMatch)(text);
  }
  let listing = isListing();
  const reader = readPage(page, {
    // Where there is no pill, nobody says that a record is on the page.
    wants: (text) => ((listing || hasCards) && wants(text)) || (pill !== null && isLabel.test(text)),
    mayWant,
    tell(block, pieces) {
      const found = hasCards ? match(pieces).map((one) => ({ ...one, block })) : [];
      const named = listing ? namesIn(pieces) : [];
      cards.update(block, found);
      chips.update(block, named);
      const tells = pill !== null && isLabel.test(pieces.map(({ text }) => text).join(''));
      labels[tells ? 'add' : 'delete'](block);
      return tells || found.length + named.length > 0;
    },
    changed() {
      wasRead = true;
      check(true);
    },
  });
  const timer = setInterval(() => check(false), CHECK);
  let wasRead = false;
  let wasEdited = false;
  let size = '';
  let resizing: ReturnType<typeof setTimeout> | undefined;
  check(true);
  listen(window, 'resize', onResize);
  listen(page, 'scroll', onScroll);

  function onResize(): void {
    clearTimeout(resizing);
    resizing = setTimeout(() => check(true), REST);
  }

  /** With the page ours are scrolled, too; with a part of it, only some of them. */
  function onScroll(event: Event): void {
    const [at] = event.composedPath();
    if (!(at instanceof Element)) return;
    chips.leave(at);
    onResize();
  }

  function isListing(): boolean {
    return kinds.includes('chips') && (everywhere || LISTING.includes(topic() ?? ''));
  }

  function isForm(): boolean {
    return info.pages.some((one) => FORMS.includes(one.topic));
  }

  /** Single-page consoles tell nobody that they show another page. */
  function check(hasChanged: boolean): void {
    if (!isAlive()) {
      stop();
      return;
    }
    if (listing !== isListing()) {
      listing = !listing;
      chips.reset();
      reader.again();
    }
    const isEdited = editing(page)(null);
    if (wasEdited && !isEdited) reader.again();
    wasEdited = isEdited;
    for (const type of EDITING) listen(page, type, onEditing);
    cards.sweep();
    const sizeNow = `${innerWidth} ${innerHeight} ${devicePixelRatio}`;
    chips.sweep(hasChanged || size !== sizeNow);
    size = sizeNow;
    fields?.sweep();
    // What the page says comes first: on a large one, looking for room keeps that waiting.
    if (wasRead) checkPill();
    tieToExtension();
  }

  function checkPill(): void {
    pill?.sweep();
    void pill?.show(topic() ?? (mayShowRecord() ? OF_RECORDS : null));
  }

  /** Nothing tells that a page turned into an editor, but who edits goes into it first. */
  function onEditing(event: Event): void {
    const at = event.type === 'selectionchange' ? getSelection()?.anchorNode : event.composedPath()[0];
    if (editing(page)(at instanceof Node ? at : null)) check(false);
  }

  function stop(): void {
    clearInterval(timer);
    clearTimeout(resizing);
    unlisten(window, 'resize', onResize);
    unlisten(page, 'scroll', onScroll);
    for (const type of EDITING) unlisten(page, type, onEditing);
    reader.stop();
    cards.clear();
    chips.clear();
    fields?.stop();
    pill?.stop();
  }

  return {
    again() {
      reader.again();
      fields?.again();
      void pill?.again();
    },
    adopt: (adopted) => cards.adopt(adopted),
    stop,
  };
}
