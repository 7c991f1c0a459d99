/**
 * Cards on the page: one a meaning, beside the first prompt near what is seen that has it; the
 * others are counted on it. The page's own nodes are never changed.
 */

import type { HintState } from '../../domain/prompts/hint-states.ts';
import type { Match } from '../../domain/prompts/prompt-search.ts';
import type { CardContent, PageInfo } from '../../messaging/replies.ts';
import { type Card, type Form, makeCard } from './card.ts';
import { appendTo, boxOf, editing, isInPage, nameOf, parentOf, positionOf } from './dom-clobbering.ts';
import { groundOf } from './ground.ts';
import { nearOn } from './nearby-blocks.ts';
import type { Block } from './page-reader.ts';
import { type Box, boxAt, covers, isTaken, linesOf, markDrawn, moverTo, overlap } from './room.ts';
import { type Host, makeHost } from './shadow-host.ts';
import { textAround } from './text-around.ts';

export type Found = Match<Text, PageInfo['prompts'][number]> & { readonly block: Block };
/** A page that keeps removing a card does not want it there. */
const TRIES = 3;
/** Cards that a page has at most. */
const MOST = 50;
/** Places of a meaning that are watched for the one where its card can stand. */
const MOST_PLACES = 100;
/** From largest to smallest. */
const FORMS = ['open', 'folded', 'sign'] as const;
/** Pixels between a text and what speaks of it. */
const GAP = 6;
/** Pixels between a card and the window's side: what can be pressed is larger than what is seen. */
const EDGE = 8;
/** Pixels by which a card may be off, as where its text is now. */
const NEAR = 2;
/** Milliseconds in which a dismissal can be taken back. */
const UNDO = 10_000;
/** Pixels that a card in one line takes, as a rule. */
const LINE = 300;

/**
 * Containers whose children are laid out or interpreted in ways of their own: the card hangs beside
 * them instead.
 */
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
  readonly lieOn: Host['lieOn'];
  readonly card: Card;
  form: Form;
  /** Until it is known what it would lie over, it is not. */
  isSeen: boolean;
  /** Whether it is as the person wants it, whatever lies below. */
  isChosen: boolean;
  tries: number;
  /** What stood around it when it was asked for. */
  readonly around: string;
  /** Takes it away once it cannot be brought back any more. */
  leaving?: ReturnType<typeof setTimeout>;
}

export interface Cards {
  /** All prompts of a block as they stand now. */
  update(block: Block, found: readonly Found[]): void;
  /**
   * Puts cards back that the page dropped while their prompt is still there, drops those whose
   * prompt went or is edited now, counts anew, and looks whether they lie over anything.
   */
  sweep(): void;
  /**
   * Takes over what is kept of prompts elsewhere: a card that was dismissed there goes, one that
   * was restored there may come.
   */
  adopt(prompts: PageInfo['prompts']): void;
  clear(): void;
}

/**
 * Keeps the cards of a page: one a meaning, beside the message that it explains.
 *
 * @param contentOf asks for a card's words; null where there are none
 * @param keeper remembers what the person did with a card, and opens the case of a name
 */
export function cardsOn(
  page: Document,
  info: PageInfo,
  contentOf: (guidance: string, around: string) => Promise<CardContent | null>,
  { remember, open }: { remember(prompt: string, state: HintState): void; open(name: string): void },
): Cards {
  const states = new Map(info.prompts.map((prompt) => [prompt.id, prompt.state]));
  const meanings = new Map<string, Meaning>();
  const said = new Map<Block, Set<string>>();
  const near = nearOn(see);
  const shownBy = new Map<Element, Shown>();
  const fitting = new IntersectionObserver(fitAll);
  let cleared = false;
  /** Whether the person folded a card here: another that unfolds in its place was not asked for. */
  let isQuiet = false;

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
    const first = firstNear(meaning);
    const around = first ? textAround(page, first.block, info.search.examples) : '';
    const content = await contentOf(guidance, around);
    meaning.isComing = false;
    const found = firstNear(meaning);
    if (content === null || found === null || !isWanted()) return;
    const { host, root, lieOn } = makeHost('card', { guidance });
    const card = makeCard(content, {
      fold(folded) {
        shown.isChosen = !folded;
        isQuiet ||= folded;
        setState(found.pattern, folded ? 'folded' : 'open');
        put(shown, folded ? 'folded' : 'open');
        if (folded) settle(shown, innerWidth);
        else keepInside(shown, innerWidth);
      },
      dismiss() {
        setState(found.pattern, 'dismissed');
        shown.isChosen = true;
        put(shown, 'folded');
        shown.leaving = setTimeout(() => drop(meaning), UNDO);
      },
      restore() {
        clearTimeout(shown.leaving);
        setState(found.pattern, 'open');
        put(shown, 'open');
        keepInside(shown, innerWidth);
      },
      open,
    });
    root.append(card.element);
    const shown: Shown = { found, host, lieOn, card, form: 'folded', isSeen: false, isChosen: false, tries: 0, around };
    meaning.shown = shown;
    put(shown, 'folded');
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
    appendTo(containerOf(shown.found), shown.host);
  }

  function put(shown: Shown, form: Form): void {
    shown.form = form;
    shown.host.dataset.form = form;
    shown.card.show(form);
    reveal(shown, shown.isSeen);
  }

  function reveal(shown: Shown, isSeen: boolean): void {
    shown.isSeen = isSeen;
    shown.card.element.classList.toggle('away', !isSeen);
    markDrawn(shown.card.element, isSeen);
  }

  function fitAll(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, boundingClientRect: box, rootBounds } of entries) {
      fitting.unobserve(target);
      const shown = shownBy.get(target);
      if (shown === undefined || box.width === 0) continue;
      // Frames of other origins are not told.
      settle(shown, rootBounds?.right ?? innerWidth);
    }
  }

  /**
   * One card speaks at a time: the first unfolds, the others wait as one line each, until the
   * person unfolds one.
   */
  function isSilent({ found }: Shown): boolean {
    const isOpen = (other: Shown) => other.found !== found && other.form === 'open' && other.isSeen;
    return isQuiet || stateOf(found.pattern.guidance) === 'folded' || shownOf().some(isOpen);
  }

  /**
   * Whether the person points at a card, or reads in it: one that was folded has nothing to be read
   * but its title, and would keep its place from the others as long as it has the focus.
   */
  function isHeld({ host, found }: Shown): boolean {
    return host.matches(stateOf(found.pattern.guidance) === 'folded' ? ':hover' : ':hover, :focus-within');
  }

  /**
   * Finds the largest form in which a card lies over nothing of the page, and where; none is seen
   * where there is none, but for what has the focus: that would be lost.
   */
  function settle(shown: Shown, width: number): void {
    const { found, card } = shown;
    shown.lieOn(groundOf(found.block));
    if (shown.isChosen || isHeld(shown)) return;
    const isFree = (box: Box) => !isTaken(box, card.element) && !covers(page, found.end, box);
    const largest = isSilent(shown) ? 1 : 0;
    if (FORMS.indexOf(shown.form) <= largest && staysWhereItIs(shown, width, isFree)) return;
    const { form: before, host } = shown;
    const hasFocus = host.matches(':focus-within');
    // What is not seen yet is in nobody's way.
    reveal(shown, false);
    for (const form of FORMS.slice(largest)) {
      const box = spotFor(shown, form, width, isFree);
      if (!box) continue;
      moverTo(host, card.element, box)();
      reveal(shown, true);
      return;
    }
    if (!hasFocus) return;
    put(shown, before);
    reveal(shown, true);
  }

  function spotFor(shown: Shown, form: Form, width: number, isFree: (box: Box) => boolean): Box | undefined {
    put(shown, form);
    const lines = form === 'open' ? lineSpots(shown) : [];
    const isFit = (box: Box) => isInside(box, width) && isFree(box) && !lines.some((line) => overlap(line, box));
    return spotsFor(shown, form, boxOf(shown.card.element), width).find(isFit);
  }

  /** Where the other meanings of the page have their lines: one that speaks leaves them room. */
  function lineSpots(shown: Shown): Box[] {
    return [...meanings.values()].flatMap((meaning) => {
      const [found] = meaning.shown ? [meaning.shown.found] : meaning.places.values();
      const last = found && meaning.shown !== shown && isInPage(found.end) ? linesOf(found.end).at(-1) : undefined;
      return last ? [{ left: last.left, top: last.top, right: last.right + LINE, bottom: last.bottom }] : [];
    });
  }

  function drop(meaning: Meaning): void {
    const { shown } = meaning;
    if (shown === null) return;
    meaning.shown = null;
    clearTimeout(shown.leaving);
    fitting.unobserve(shown.card.element);
    markDrawn(shown.card.element, false);
    shownBy.delete(shown.card.element);
    shown.host.remove();
    for (const block of seeking(meaning)) watch(block);
  }

  function count({ shown, places }: Meaning): void {
    shown?.card.count(places.size - 1);
  }

  function removePlace(block: Block, guidance: string): void {
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
      for (const guidance of before) if (!wanted.has(guidance)) removePlace(block, guidance);
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
        if (stateOf(meaning.guidance) === 'dismissed' && meaning.shown?.leaving === undefined) drop(meaning);
        else if (meaning.shown === null) for (const block of seeking(meaning)) watch(block);
      }
    },
    clear() {
      cleared = true;
      for (const meaning of meanings.values()) drop(meaning);
      near.stop();
      fitting.disconnect();
    },
  };
}

/** Whether a card is still where one like it is to be, and over nothing. */
function staysWhereItIs(shown: Shown, width: number, isFree: (box: Box) => boolean): boolean {
  const now = boxOf(shown.card.element);
  const isThere = ({ left, top }: Box) => Math.abs(left - now.left) < NEAR && Math.abs(top - now.top) < NEAR;
  return shown.isSeen && isInside(now, width) && spotsFor(shown, shown.form, now, width).some(isThere) && isFree(now);
}

/** Whether a box is where people can scroll to, and not beside the window. */
function isInside({ left, top, right }: Box, width: number): boolean {
  return left >= 0 && right <= width - EDGE && top + scrollY >= 0;
}

/**
 * Has a card that the person opened begin below its text, or where that leaves the window, within
 * it.
 */
function keepInside(shown: Shown, width: number): void {
  const [spot] = spotsFor(shown, 'open', boxOf(shown.card.element), width);
  if (spot) moverTo(shown.host, shown.card.element, spot)();
}

/**
 * Returns where a card of a size can stand beside the text in which its prompt ends, the best place
 * first; `side` is the window's.
 */
function spotsFor(
  { found: { end, block } }: Shown,
  form: Form,
  size: Pick<DOMRect, 'width' | 'height'>,
  side: number,
): Box[] {
  const { width, height } = size;
  const lines = linesOf(end);
  const first = lines[0] ?? boxOf(block instanceof ShadowRoot ? block.host : block);
  const last = lines.at(-1) ?? first;
  const middle = (line: Box) => (line.top + line.bottom - height) / 2;
  const behind = boxAt(last.right + GAP, middle(last), size);
  const below = last.bottom + GAP;
  const most = side - EDGE - width;
  switch (form) {
    case 'open':
      return [
        boxAt(Math.max(0, Math.min(first.left, most)), below, size),
        boxAt(last.right + 2 * GAP, first.top, size),
        boxAt(most, first.top, size),
      ];
    case 'folded':
      return [behind, boxAt(first.left, below, size)];
    case 'sign':
      return [
        behind,
        boxAt(first.left - width - GAP, middle(first), size),
        boxAt(first.left, below, size),
        boxAt(last.right - width, below, size),
      ];
  }
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
