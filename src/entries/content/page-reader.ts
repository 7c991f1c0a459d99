/**
 * Reads the page's text, now and after every change, and tells which prompts stand where. Never
 * reads layout, and style only to know what is edited.
 */

import {
  allIn,
  childCountOf,
  editing,
  isInPage,
  localNameOf,
  nameOf,
  parentOf,
  shadowRootOf,
  textsIn,
} from './dom-clobbering.ts';
import { isOurs } from './shadow-host.ts';
import { inSlices } from './time-slices.ts';

/**
 * What a prompt's text lies in: the nearest element that is no inline element, or the shadow root
 * it hangs in directly.
 */
export type Block = Element | ShadowRoot;
/** A block's text as it is split over nodes. */
export type Pieces = readonly Piece[];
interface Piece {
  readonly text: string;
  readonly node: Text;
}

export interface Reader {
  /** Reads the whole page anew: what is wanted changed. */
  again(): void;
  /** Stops at once and for good. */
  stop(): void;
}

/** Elements that a sentence runs through. */
export const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE DFN EM FONT I INS LABEL MARK NOBR Q S SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
/** Elements whose text is no message: code, what people type, and what is not shown. */
const SKIPPED = new Set(
  'AUDIO CANVAS CODE DATALIST HEAD IFRAME INPUT KBD MATH NOSCRIPT OBJECT OPTION PRE SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO'.split(
    ' ',
  ),
);

/** Nodes of a small block: reading one costs nothing. */
const FEW = 16;
/** Elements that may have a shadow root: all but the most common of those that never can. */
const HOSTS = ':not(a,i,li,td,tr)';
/** How many nodes are looked at before the clock is. */
const STEP = 32;
/**
 * A prompt is short, and what grows without end is a log: of a long text, this many characters are
 * looked at from either end.
 */
const ENDS = 10_000;
/**
 * The same for a block; each of its pieces counts as so many characters more, so that empty ones
 * are bounded, too.
 */
const BLOCK_ENDS = 4 * ENDS;
const PIECE = 10;

/**
 * Custom elements get their shadow root when their code has loaded; nothing tells us, so we look
 * again after these milliseconds.
 */
const LOOK_AGAIN = [300, 1000, 3000, 8000];
/** A page that changes all the time is read at most this share of the time. */
const SHARE = 0.1;
const SOONEST = 60;
const LATEST = 3000;

/** What the reader is asked to do. */
export interface Reading {
  /**
   * Whether texts, a line break behind each, may be part of something: asked of every text of the
   * page, so it must be quick, and may say yes too often.
   */
  wants(text: string): boolean;
  /**
   * Gets the text of a block each time that block was read (none: it is gone); says whether it
   * holds on to the block.
   */
  tell(block: Block, pieces: Pieces): boolean;
  /** The page was read. */
  changed(): void;
}

/** Reads a page and whatever changes in it. Returns the handle to read anew, and to stop. */
export function readPage(page: Document, { wants, tell, changed }: Reading): Reader {
  const observer = new MutationObserver(onMutations);
  const roots = new WeakSet<Node>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const withoutRoot = new Set<Element>();
  const holding = new Set<Block>();
  /** Subtrees to walk, what changed (and whether it lost children), and single blocks to read. */
  let subtrees = new Set<Node>();
  let changes = new Map<Node, boolean>();
  let blocks = new Set<Block>();
  let stopSlices: (() => void) | null = null;
  let planned = false;
  let pause = SOONEST;

  function watch(root: Node): void {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['contenteditable'],
    });
    subtrees.add(root);
  }

  /** Only collects, each node once however often it changed: this runs in the page's own time. */
  function onMutations(records: readonly MutationRecord[]): void {
    let mayBeEdited = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes') {
        mayBeEdited = true;
        subtrees.add(target);
      }
      for (const node of addedNodes) subtrees.add(node);
      changes.set(target, removedNodes.length > 0 || changes.get(target) === true);
    }
    // What of ours is in there must not be found by who looks next.
    if (mayBeEdited) changed();
    plan();
  }

  function plan(after = pause): void {
    if (planned || stopSlices !== null) return;
    planned = true;
    later(after, () => {
      planned = false;
      stopSlices = inSlices(work(), (spent) => {
        stopSlices = null;
        pause = Math.min(LATEST, Math.max(SOONEST, spent / SHARE));
        changed();
        if (subtrees.size + changes.size > 0) plan();
      });
    });
  }

  function* work(): Generator<void, void> {
    findRoots();
    const [walked, changed] = [subtrees, changes];
    subtrees = new Set();
    changes = new Map();
    for (const node of walked) {
      if (isInPage(node)) yield* walk(node);
      yield;
    }
    for (const [target, hasLost] of changed) {
      noteChange(target, hasLost);
      yield;
    }
    const read = blocks;
    blocks = new Set();
    // Blocks that held a prompt are read again: what made it go may have happened above them.
    for (const block of holding) {
      if (!isInPage(block)) read.add(block);
      yield;
    }
    for (const block of read) yield* readBlock(block);
  }

  function noteChange(target: Node, hasLost: boolean): void {
    const block = blockOf(target);
    if (block === null) return;
    // Text that was said to hold something may do so no more; and what is left of a small block may
    // now read as one.
    const shrunk = hasLost && childCountOf(target) <= FEW;
    if (holding.has(block) || shrunk || wants(textOf(target))) blocks.add(block);
  }

  /**
   * Collects the blocks below a node that hold wanted text, and the shadow roots. Most text is
   * wanted by nobody: what lies around a text is looked at only where it is.
   */
  function* walk(from: Node): Generator<void, void> {
    if (from instanceof Text) collect(from);
    if (!(from instanceof Element || from instanceof Document || from instanceof DocumentFragment)) return;
    if (isOurs(from) || isSkippedAbove(from)) return;
    lookInside(from);
    yield* walkTexts(from);
    let count = 0;
    for (const element of allIn(from, HOSTS)) {
      lookInside(element);
      if (++count % STEP === 0) yield;
    }
  }

  /** Asks whether texts are wanted of many at once, and of each only where one of them may be. */
  function* walkTexts(from: Node): Generator<void, void> {
    // No filter function: it would be called for every node, and costs more than all the rest.
    const texts = textsIn(page, from);
    for (let node = texts.nextNode(); node !== null; ) {
      const nodes: Node[] = [];
      let all = '';
      for (; node !== null && nodes.length < STEP; node = texts.nextNode()) {
        nodes.push(node);
        all += `${textOf(node)}\n`;
      }
      if (wants(all)) for (const one of nodes) collect(one);
      yield;
    }
  }

  function collect(node: Node): void {
    if (!wants(textOf(node))) return;
    const block = blockOf(node);
    if (block !== null) blocks.add(block);
  }

  function lookInside(node: Node): void {
    if (!(node instanceof Element)) return;
    const root = shadowRootOf(node);
    if (root) watch(root);
    else if (localNameOf(node).includes('-') && !isOurs(node)) withoutRoot.add(node);
  }

  function findRoots(): void {
    for (const element of withoutRoot) {
      const root = shadowRootOf(element);
      if (root) watch(root);
      if (root || !isInPage(element)) withoutRoot.delete(element);
    }
  }

  function* readBlock(block: Block): Generator<void, void> {
    const isEdited = editing(page);
    const isRead = isInPage(block) && !isSkippedAbove(block) && !isEdited(block);
    const pieces = isRead ? yield* piecesOf(block, isEdited) : [];
    yield;
    if (pieces.length === 0 && !holding.has(block)) return;
    if (tell(block, pieces)) holding.add(block);
    else holding.delete(block);
  }

  /**
   * Returns the pieces of a block in order; of a very long one, those at its beginning and at its
   * end.
   */
  function* piecesOf(block: Block, isEdited: (node: Node) => boolean): Generator<void, Piece[]> {
    const kept = keepEnds();
    const walker = inlineTexts(block, isEdited);
    let count = 1;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      kept.add({ text: textOf(node), node: node as Text });
      if (count++ % STEP === 0) yield;
    }
    return kept.all();
  }

  function inlineTexts(block: Block, isEdited: (node: Node) => boolean): TreeWalker {
    return textsIn(page, block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
      return INLINE.has(nameOf(node)) && !isSkipped(node) && !isEdited(node)
        ? NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_REJECT;
    });
  }

  function later(milliseconds: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, milliseconds);
    timers.add(timer);
  }

  watch(page);
  plan(0);
  for (const milliseconds of LOOK_AGAIN) {
    later(milliseconds, () => {
      findRoots();
      if (subtrees.size > 0) plan(0);
    });
  }

  return {
    again() {
      subtrees.add(page);
      plan(0);
    },
    stop() {
      observer.disconnect();
      stopSlices?.();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      withoutRoot.clear();
      holding.clear();
    },
  };
}

/** Whether a node is none whose text is read. */
export function isSkipped(node: Node): boolean {
  return node instanceof Element && (SKIPPED.has(nameOf(node).toUpperCase()) || isOurs(node));
}

/** The block that a node's text belongs to; null outside of any element. */
function blockOf(node: Node): Block | null {
  let at: Node | null = node instanceof Text ? parentOf(node) : node;
  while (at !== null && INLINE.has(nameOf(at))) at = parentOf(at);
  return at instanceof Element || at instanceof ShadowRoot ? at : null;
}

/** Returns what is looked at of a node's text. */
function textOf(node: Node): string {
  if (!(node instanceof CharacterData)) return '';
  // Cut by the browser: taking a megabyte over only to throw most of it away costs as much as
  // reading it.
  return node.length <= 2 * ENDS
    ? node.data
    : `${node.substringData(0, ENDS)}…${node.substringData(node.length - ENDS, ENDS)}`;
}

/** Takes any number of pieces, and keeps those at either end. */
function keepEnds(): { add(piece: Piece): void; all(): Piece[] } {
  const first: Piece[] = [];
  let last: Piece[] = [];
  let room = BLOCK_ENDS;
  let spare = BLOCK_ENDS;
  return {
    add(piece) {
      const size = piece.text.length + PIECE;
      if (room > 0) {
        first.push(piece);
        room -= size;
        return;
      }
      last.push(piece);
      spare -= size;
      if (spare > -BLOCK_ENDS) return;
      last = endOf(last);
      spare = 0;
    },
    all: () => [...first, ...endOf(last)],
  };
}

/** Returns the last pieces, as many as are looked at. */
function endOf(pieces: readonly Piece[]): Piece[] {
  let at = pieces.length;
  for (let room = BLOCK_ENDS; at > 0 && room > 0; at--) room -= (pieces[at - 1]?.text.length ?? 0) + PIECE;
  return pieces.slice(at);
}

function isSkippedAbove(block: Node): boolean {
  for (let at: Node | null = block; at !== null; at = parentOf(at)) {
    if (at instanceof Element && SKIPPED.has(nameOf(at).toUpperCase())) return true;
  }
  return false;
}
