/**
 * Cards on the page: one a meaning, beside the first prompt near what is seen that has it; the others are counted on it. The page's own
 * nodes are never changed.
 */

import type { HintState } from '../../domain/prompts/hint-states.ts';
import type { Match } from '../../domain/prompts/prompt-matcher.ts';
import type { CardContent, PageInfo } from '../../messaging/protocol.ts';
import { type Card, type Form, makeCard } from './card.ts';
import { appendTo, boxOf, editing, isInPage, nameOf, parentOf, positionOf } from './dom-clobbering.ts';
import { nearOn } from './near.ts';
import type { Block } from './page-reader.ts';
import { covers } from './room.ts';
import { type Host, makeHost, sheetOf } from './shadow-host.ts';

export type Found = Match<Text> & { readonly block: Block };
/** A page that keeps removing a card does not want it there. */
const TRIES = 3;
/** Cards that a page has at most. */
const MOST = 50;
/** Places of a meaning that are watched for the one where its card can stand. */
const MOST_PLACES = 100;
/** From largest to smallest. */
const FORMS = ['open', 'folded', 'sign'] as const;
/** Pixels of a sign, and around it what takes a touch. */
const SIGN = 16;
const AROUND = 4;
/** Pixels between a card that was moved and the window's side. */
const EDGE = 8;
/** Of a longer text nobody knows where in it the prompt is drawn without laying it all out. */
const LONGEST = 2000;

/** Containers whose children are laid out or interpreted in ways of their own: the card hangs beside them instead. */
const NO_CHILDREN = new Set('BUTTON DL OL SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(' '));

/** What one or more prompts of a page mean. */
interface Meaning {
  readonly guidance: string;
  /** Where it is said, in the order in which that was found. */
  readonly places: Map<Block, Found>;
  shown: Shown | null;
  isComing: boolean;
}

interface Shown {
  found: Found;
  readonly host: Host['host'];
  readonly card: Card;
  readonly place: Place;
  form: Form;
  isFitted: boolean;
  /** Whether it is as the person wants it, whatever lies below. */
  isChosen: boolean;
  tries: number;
}

export interface Cards {
  /** All prompts of a block as they stand now. */
  update(block: Block, found: readonly Found[]): void;
  /**
   * Puts cards back that the page dropped while their prompt is still there, drops those whose prompt went or is edited now, counts
   * anew, and looks whether they lie over anything.
   */
  sweep(): void;
  /** Takes over what is kept of prompts elsewhere: a card that was dismissed there goes, one that was restored there may come. */
  adopt(prompts: PageInfo['prompts']): void;
  readonly count: number;
  clear(): void;
}

/** In: the page's document and prompts, how to get a card's words, and who keeps its state. */
export function cardsOn(
  page: Document,
  info: PageInfo,
  contentOf: (guidance: string) => Promise<CardContent | null>,
  remember: (prompt: string, state: HintState) => void,
): Cards {
  const sheet = sheetOf(HINT_STYLES.card);
  const states = new Map(info.prompts.map((prompt) => [prompt.id, prompt.state]));
  const meanings = new Map<string, Meaning>();
  const said = new Map<Block, Set<string>>();
  const near = nearOn(see);
  const shownBy = new Map<Element, Shown>();
  const fitting = new IntersectionObserver(fitAll);
  let cleared = false;

  /** A meaning is as its prompts are: what was dismissed at one of them is dismissed at all. */
  function stateOf(guidance: string): HintState {
    const all = info.prompts.filter((prompt) => prompt.guidance === guidance).map(({ id }) => states.get(id));
    return (['dismissed', 'folded'] as const).find((state) => all.includes(state)) ?? 'open';
  }

  function setState({ guidance, id }: Found['pattern'], state: HintState): void {
    for (const prompt of info.prompts) {
      if (prompt.guidance !== guidance || (prompt.id !== id && states.get(prompt.id) === 'open')) continue;
      states.set(prompt.id, state);
      remember(prompt.id, state);
    }
  }

  const shownOf = () => [...meanings.values()].flatMap(({ shown }) => shown ?? []);

  function see(come: readonly Block[], hidden: readonly Block[]): void {
    for (const [blocks, run] of [
      // What is hidden may be shown elsewhere.
      [hidden, (meaning: Meaning, block: Block) => meaning.shown?.found.block === block && drop(meaning)],
      [come, (meaning: Meaning) => void show(meaning)],
    ] as const) {
      for (const block of blocks) {
        for (const guidance of said.get(block) ?? []) {
          const meaning = meanings.get(guidance);
          if (meaning) run(meaning, block);
        }
      }
    }
  }

  async function show(meaning: Meaning): Promise<void> {
    const { guidance } = meaning;
    const isWanted = () => !cleared && meaning.shown === null && stateOf(guidance) !== 'dismissed';
    if (meaning.isComing || !isWanted() || shownOf().length >= MOST) return;
    meaning.isComing = true;
    const content = await contentOf(guidance);
    meaning.isComing = false;
    const found = firstNear(meaning);
    if (content === null || found === null || !isWanted()) return;
    const own = sheetOf('');
    const { host, root } = makeHost('card', { guidance }, [sheet, own]);
    const card = makeCard(
      content,
      (folded) => {
        shown.isChosen = !folded;
        setState(found.pattern, folded ? 'folded' : 'open');
        put(shown, folded ? 'folded' : 'open');
        if (folded) settle(shown, innerWidth);
        else keepInside(shown, innerWidth);
      },
      () => {
        setState(found.pattern, 'dismissed');
        drop(meaning);
      },
    );
    root.append(card.element);
    const place = placeOf(host, own);
    // Unseen until it is known what it would lie over.
    const shown: Shown = { found, host, card, place, form: 'folded', isFitted: false, isChosen: false, tries: 0 };
    meaning.shown = shown;
    shownBy.set(card.element, shown);
    // The others need not be watched as long as this one stands.
    for (const block of seeking(meaning)) watch(block);
    attach(shown);
    count(meaning);
    fitting.observe(card.element);
  }

  /** Returns the places of a meaning that are watched while it has no card. */
  function* seeking({ places }: Meaning): Generator<Block, void> {
    let count = 0;
    for (const block of places.keys()) if (count++ < MOST_PLACES) yield block;
  }

  /** Watches a block where a card stands, or may be to stand; and no other. */
  function watch(block: Block): void {
    const isNeeded = [...(said.get(block) ?? [])].some((guidance) => {
      const meaning = meanings.get(guidance);
      return meaning && (meaning.shown?.found.block ?? block) === block && stateOf(guidance) !== 'dismissed';
    });
    if (isNeeded) near.watch(block);
    else near.unwatch(block);
  }

  /** Returns the first place in the page that is near what is seen. */
  function firstNear(meaning: Meaning): Found | null {
    const isEdited = editing(page);
    let first: Found | null = null;
    for (const block of seeking(meaning)) {
      const found = meaning.places.get(block);
      if (!found || !near.has(block) || !isInPage(found.end) || isEdited(found.end)) continue;
      if (first === null || positionOf(first.end, found.end) === Node.DOCUMENT_POSITION_PRECEDING) first = found;
    }
    return first;
  }

  function attach(shown: Shown): void {
    shown.tries++;
    const container = containerOf(shown.found);
    appendTo(container, shown.host);
    // Where a box lies that nobody placed depends on how its container lays out its children. This reads style, not layout.
    const display = container instanceof Element ? getComputedStyle(container).display : 'block';
    shown.place.align(/flex|grid/.test(display) ? 'end' : 'start');
  }

  function put(shown: Shown, form: Form): void {
    shown.form = form;
    shown.card.show(form);
    shown.place.show(form);
  }

  function fitAll(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, boundingClientRect: box, rootBounds } of entries) {
      fitting.unobserve(target);
      const shown = shownBy.get(target);
      if (shown === undefined || box.width === 0) continue;
      if (!shown.isFitted) put(shown, isSilent(shown) ? 'folded' : 'open');
      shown.isFitted = true;
      // Frames of other origins are not told.
      settle(shown, rootBounds?.right ?? innerWidth);
    }
  }

  /** One card speaks at a time: the first unfolds, the others wait as one line each. */
  function isSilent({ found }: Shown): boolean {
    return stateOf(found.pattern.guidance) === 'folded' || shownOf().some(({ form }) => form === 'open');
  }

  /** Finds the largest form in which a card lies over nothing that can be pressed; none where there is none. */
  function settle(shown: Shown, width: number): void {
    if (shown.isChosen || shown.place.isHeld()) return;
    for (const form of FORMS.slice(FORMS.indexOf(shown.form))) {
      put(shown, form);
      const { element } = shown.card;
      if (form !== 'sign') keepInside(shown, width);
      for (const spot of form === 'sign' ? spotsBeside(shown) : [null]) {
        if (spot !== null) shown.place.move(spot);
        const { left, top, right, bottom } = boxOf(element);
        const more = form === 'sign' ? AROUND : 0;
        const box = { left: left - more, top: top - more, right: right + more, bottom: bottom + more };
        const isOutside = form === 'sign' && (left < 0 || right > width);
        if (!isOutside && !covers(page, shown.found.block, box)) {
          shown.place.reveal(true);
          return;
        }
      }
    }
    shown.place.reveal(false);
  }

  function drop(meaning: Meaning): void {
    const { shown } = meaning;
    if (shown === null) return;
    meaning.shown = null;
    fitting.unobserve(shown.card.element);
    shownBy.delete(shown.card.element);
    shown.host.remove();
    for (const block of seeking(meaning)) watch(block);
  }

  function count({ shown, places }: Meaning): void {
    shown?.card.count(places.size - 1);
  }

  function leave(block: Block, guidance: string): void {
    const meaning = meanings.get(guidance);
    if (meaning === undefined) return;
    meaning.places.delete(block);
    if (meaning.places.size === 0) meanings.delete(guidance);
    if (meaning.shown?.found.block === block) drop(meaning);
  }

  return {
    update(block, found) {
      const before = said.get(block) ?? [];
      const wanted = new Map(found.map((one) => [one.pattern.guidance, one]));
      if (wanted.size > 0) said.set(block, new Set(wanted.keys()));
      else said.delete(block);
      for (const guidance of before) if (!wanted.has(guidance)) leave(block, guidance);
      let isNew = wanted.size === 0;
      for (const [guidance, one] of wanted) {
        const meaning = meanings.get(guidance) ?? { guidance, places: new Map(), shown: null, isComing: false };
        meanings.set(guidance, meaning);
        meaning.places.set(block, one);
        isNew ||= meaning.places.size <= MOST_PLACES;
        if (meaning.shown?.found.block === block) meaning.shown.found = one;
        else if (near.has(block)) void show(meaning);
      }
      if (isNew) watch(block);
    },
    sweep() {
      const isEdited = editing(page);
      for (const meaning of meanings.values()) {
        const { shown } = meaning;
        if (shown === null) continue;
        const { block } = shown.found;
        if (!isInPage(block) || isEdited(block) || isEdited(shown.host)) {
          drop(meaning);
          continue;
        }
        if (!isInPage(shown.host) && shown.tries < TRIES) attach(shown);
        count(meaning);
        // Looked at when the browser has made its layout, and not before.
        fitting.observe(shown.card.element);
      }
    },
    adopt(prompts) {
      for (const { id, state } of prompts) states.set(id, state);
      for (const meaning of meanings.values()) {
        if (stateOf(meaning.guidance) === 'dismissed') drop(meaning);
        else if (meaning.shown === null) for (const block of seeking(meaning)) watch(block);
      }
    },
    get count() {
      return shownOf().length;
    },
    clear() {
      cleared = true;
      for (const meaning of meanings.values()) drop(meaning);
      near.stop();
      fitting.disconnect();
    },
  };
}

/** Moves a card that would leave the window at a side back into it; its beginning matters most. */
function keepInside({ card, host, place }: Shown, width: number): void {
  place.move(null);
  const { left, right } = boxOf(card.element);
  const shift = Math.max(Math.min(0, width - EDGE - right), -left);
  if (shift !== 0) place.move({ x: left + shift - boxOf(host).left });
}

/** Where a sign can stand: behind the text in which the prompt ends, before it, or over its beginning, in pixels from where its host lies. */
function spotsBeside({ found: { end }, host }: Shown): { readonly x: number; readonly y: number }[] {
  const range = new Range();
  range.selectNodeContents(end);
  const lines = end.length > LONGEST ? [] : [...range.getClientRects()].filter(({ width }) => width > 0);
  const [first, last] = [lines[0], lines.at(-1)];
  const { left, top } = boxOf(host);
  if (!first || !last) return [{ x: AROUND, y: 0 }];
  const middle = (line: DOMRect) => line.top + (line.height - SIGN) / 2 - top;
  return [
    { x: last.right - left + AROUND, y: middle(last) },
    { x: first.left - left - SIGN - AROUND, y: middle(first) },
    { x: first.left - left, y: middle(first) },
  ];
}

interface Place {
  show(form: Form): void;
  align(to: 'start' | 'end'): void;
  /** Puts the card at a spot, in pixels from where its host lies; what is not said is as the card's own style has it. */
  move(spot: { readonly x: number; readonly y?: number } | null): void;
  reveal(seen: boolean): void;
  /** Whether the person points at it or has the focus in it. */
  isHeld(): boolean;
}

/** Below all else that is ours: the pill, and what chips and fields say. */
const HIGHEST = 2147483000 - 1;

/**
 * Returns how a card's host lies in its container and over others, written into a sheet of its own. Cards of prompts that follow each
 * other closely lie over each other: an open one lies over those that are folded, and whatever is pointed at or has the focus over all.
 */
function placeOf(host: Host['host'], own: CSSStyleSheet): Place {
  let isOpen = false;
  let alignment = 'start';
  let at = '';
  let isSeen = false;
  const reasons = new Set<string>();
  function write(): void {
    const layer = HIGHEST - (reasons.size > 0 ? 0 : isOpen ? 1 : 2);
    own.replaceSync(
      `:host{z-index:${layer}!important;align-self:${alignment}!important}.card{${at}${isSeen ? '' : 'visibility:hidden'}}`,
    );
  }
  for (const [start, end] of [
    ['focusin', 'focusout'],
    ['pointerenter', 'pointerleave'],
  ] as const) {
    host.addEventListener(start, () => {
      reasons.add(start);
      write();
    });
    host.addEventListener(end, () => {
      reasons.delete(start);
      write();
    });
  }
  return {
    show(form) {
      isOpen = form === 'open';
      if (form !== 'sign') at = '';
      write();
    },
    align(to) {
      alignment = to;
      write();
    },
    move(spot) {
      const top = spot?.y === undefined ? '' : `top:${spot.y}px;`;
      // Against what the sheet says of texts that run from right to left.
      at = spot ? `left:${spot.x}px!important;right:auto!important;${top}` : '';
      write();
    },
    reveal(seen) {
      isSeen = seen;
      write();
    },
    isHeld: () => reasons.size > 0,
  };
}

function containerOf({ block }: Found): Block {
  let at: Block = block;
  while (at instanceof Element && NO_CHILDREN.has(nameOf(at))) {
    const around = parentOf(at);
    if (!(around instanceof Element)) break;
    at = around;
  }
  return at;
}
