/** Cards on the page: where they hang, when they come and go. The page's own nodes are never changed. */
import { render } from 'preact';
import type { Match } from '../core/matcher.ts';
import type { HintState } from '../messages/hints.ts';
import type { CardContent, PageInfo } from '../messages/protocol.ts';
import { Card } from './card.tsx';
import { type Host, makeHost, sheetOf } from './host.ts';
import { appendTo, editing, isInPage, type Made, nameOf, parentOf } from './past-names.ts';
import type { Block } from './reader.ts';

export type Found = Match<Text> & { readonly block: Block };
/** A page that keeps removing a card does not want it there. */
const TRIES = 3;

/** Containers whose children are laid out or interpreted in ways of their own: the card hangs beside them instead. */
const NO_CHILDREN = new Set('BUTTON DL OL SUMMARY TABLE TBODY TFOOT THEAD TR UL'.split(' '));

interface Shown {
  readonly found: Found;
  readonly host: Host['host'];
  readonly place: Place;
  readonly stopWatching: () => void;
  tries: number;
}

export interface Cards {
  /** All prompts of a block as they stand now. */
  update(block: Block, found: readonly Found[]): void;
  /** Puts cards back that the page dropped while their prompt is still there, and drops those whose prompt went or is edited now. */
  sweep(): void;
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
  const shown = new Map<Block, Map<string, Shown>>();
  const waiting = new Map<Block, Set<string>>();
  let unfoldedOne = false;
  let cleared = false;

  async function show(found: Found): Promise<void> {
    const { block, pattern } = found;
    const coming = waiting.get(block) ?? new Set();
    if (
      shown.get(block)?.has(pattern.guidance) ||
      coming.has(pattern.guidance) ||
      states.get(pattern.id) === 'dismissed'
    )
      return;
    waiting.set(block, coming.add(pattern.guidance));
    const content = await contentOf(pattern.guidance);
    const still = waiting.get(block)?.delete(pattern.guidance) === true;
    if (content === null || !still || cleared || !isInPage(found.end) || states.get(pattern.id) === 'dismissed') return;
    if (editing(page)(found.end)) return;
    const own = sheetOf('');
    const { host, root } = makeHost('card', { guidance: pattern.guidance }, [sheet, own]);
    // One card speaks at a time: the first unfolds, the others wait as one line each.
    const folded = states.get(pattern.id) === 'folded' || unfoldedOne;
    if (!folded) unfoldedOne = true;
    const place = placeOf(host, own, folded);
    render(
      <Card
        content={content}
        folded={folded}
        onFold={(now) => {
          place.fold(now);
          states.set(pattern.id, now ? 'folded' : 'open');
          remember(pattern.id, now ? 'folded' : 'open');
        }}
        onDismiss={() => dismiss(pattern.id)}
      />,
      root,
    );
    const one: Shown = { found, host, place, stopWatching: keepInView(root), tries: 0 };
    const here = shown.get(block) ?? new Map<string, Shown>();
    shown.set(block, here.set(pattern.guidance, one));
    attach(one);
  }

  function attach(one: Shown): void {
    one.tries++;
    const container = containerOf(one.found);
    appendTo(container, one.host);
    // Where a box lies that nobody placed depends on how its container lays out its children. This reads style, not layout.
    const display = container instanceof Element ? getComputedStyle(container).display : 'block';
    one.place.align(/flex|grid/.test(display) ? 'end' : 'start');
  }

  function drop(block: Block, guidance: string): void {
    const here = shown.get(block);
    const one = here?.get(guidance);
    if (!here || !one) return;
    one.stopWatching();
    one.host.remove();
    here.delete(guidance);
    if (here.size === 0) shown.delete(block);
  }

  function dismiss(prompt: string): void {
    states.set(prompt, 'dismissed');
    remember(prompt, 'dismissed');
    for (const [block, here] of shown)
      for (const [guidance, one] of here) if (one.found.pattern.id === prompt) drop(block, guidance);
  }

  return {
    update(block, found) {
      const wanted = new Set(found.map((one) => one.pattern.guidance));
      for (const guidance of shown.get(block)?.keys() ?? []) if (!wanted.has(guidance)) drop(block, guidance);
      for (const guidance of waiting.get(block) ?? []) if (!wanted.has(guidance)) waiting.get(block)?.delete(guidance);
      for (const one of found) void show(one);
    },
    sweep() {
      const isEdited = editing(page);
      for (const [block, here] of shown) {
        for (const [guidance, one] of here) {
          if (!isInPage(block) || isEdited(block) || isEdited(one.host)) drop(block, guidance);
          else if (!isInPage(one.host) && one.tries < TRIES) attach(one);
        }
      }
    },
    get count() {
      return shown.size;
    },
    clear() {
      cleared = true;
      for (const [block, here] of shown) for (const guidance of [...here.keys()]) drop(block, guidance);
    },
  };
}

interface Place {
  fold(folded: boolean): void;
  align(to: 'start' | 'end'): void;
}

/** Below all else that is ours: the pill, and what chips and fields say. */
const HIGHEST = 2147483000 - 1;

/**
 * Cards of prompts that follow each other closely lie over each other. An open one lies over those that are folded, and whatever
 * is pointed at or has the focus lies over all. In: a card's host, a sheet of its own, and whether it is folded. Out: tells when
 * that changes, and how the host lies in its container.
 */
function placeOf(host: Host['host'], own: CSSStyleSheet, folded: boolean): Place {
  let isFolded = folded;
  let alignment = 'start';
  const reasons = new Set<string>();
  function write(): void {
    const layer = HIGHEST - (reasons.size > 0 ? 0 : isFolded ? 2 : 1);
    own.replaceSync(`:host{z-index:${layer}!important;align-self:${alignment}!important}`);
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
  write();
  return {
    fold(now) {
      isFolded = now;
      write();
    },
    align(to) {
      alignment = to;
      write();
    },
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

/** Hangs a card from its end where it would leave the window at the side; an observer tells, so no layout is forced. */
function keepInView(root: ShadowRoot): () => void {
  const card = root.firstElementChild as Made<Element> | null;
  if (card === null) return () => {};
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.rootBounds || entry.boundingClientRect.width === 0) return;
    observer.disconnect();
    const { left, right } = entry.boundingClientRect;
    if (right > entry.rootBounds.right || left < entry.rootBounds.left) card.setAttribute('data-side', 'end');
  });
  observer.observe(card);
  return () => observer.disconnect();
}
