/**
 * Reads the page's text, now and after every change, and tells which prompts stand where. Never
 * reads layout, and style only to know what is edited.
 */

import {
  allIn,
  childCountOf,
  childrenOf,
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
const HOSTS = ':not(li,td,tr,a,i)';
/** How many nodes are looked at before the clock is. */
const STEP = 32;
/**
 * Elements whose text is asked about at once; and how many of them one run has in common with the
 * next, for what begins in one and ends in the other.
 */
const RUN = 512;
const OVERLAP = 64;
/** A longer text is not asked about: each of its nodes is, at its ends. */
const LONGEST_RUN = 200_000;
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
   * The same of the text of many elements, with nothing between them: where it says no, none of
   * them is looked at.
   */
  mayWant(text: string): boolean;
  /**
   * Gets the text of a block each time that block was read (none: it is gone); says whether it
   * holds on to the block.
   */
  tell(block: Block, pieces: Pieces): boolean;
  /** The page was read. */
  changed(): void;
}

/** Reads a page and whatever changes in it. Returns the handle to read anew, and to stop. */
export function readPage(page: Document, { wants, mayWant, tell, changed }: Reading): Reader {
  const observer = new MutationObserver(onMutations);
  const roots = new WeakSet<Node>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const withoutRoot = new Set<Element>();
  const holding = new Set<Block>();
  /** What a walk has before it, and what of that is read now: the browser keeps both in place. */
  const rest = new Range();
  const run = new Range();
  /** Subtrees to walk, what changed (and whether it lost children), and single blocks to read. */
  let subtrees = new Set<Node>();
  /** Those that are walked now: roots that are found in them are walked along, however deep. */
  let walking: typeof subtrees | null = null;
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
    (walking ?? subtrees).add(root);
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
    walking = walked;
    for (const node of walked) {
      if (isInPage(node)) yield* walk(node);
      yield;
    }
    walking = null;
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
    if (!isParent(from) || isSkippedAbove(from)) return;
    lookInside(from);
    yield* walkTexts(from);
    const hosts = allIn(from, HOSTS);
    // By their number: going through such a list takes half as long again.
    for (let at = 0; at < hosts.length; at++) {
      lookInside(hosts[at] as Element);
      if (at % STEP === 0) yield;
    }
  }

  /**
   * Asks whether texts are wanted: first of the text of many elements at once, which takes the
   * browser a tenth of what it takes to hand their nodes over.
   */
  function* walkTexts(from: Element | Document | DocumentFragment): Generator<void, void> {
    const elements = allIn(from, '*');
    rest.selectNodeContents(from);
    for (let at = RUN; ; at += RUN) {
      const end = elements[at];
      // What was moved meanwhile is read where it is now.
      if (end && !rest.isPointInRange(end, 0)) continue;
      takeRun(end, elements[at - OVERLAP]);
      if (elements.length < RUN || mayHold(run.toString())) yield* walkRun(textsIn(page, from), end);
      yield;
      if (!end) return;
    }
  }

  /** Begins to read what comes before an element, or all; what comes next begins at another one. */
  function takeRun(end: Element | undefined, next: Element | undefined): void {
    run.setStart(rest.startContainer, rest.startOffset);
    run.setEnd(end ?? rest.endContainer, end ? 0 : rest.endOffset);
    if (next && rest.isPointInRange(next, 0)) rest.setStart(next, 0);
  }

  function mayHold(text: string): boolean {
    return text.length > LONGEST_RUN || mayWant(text);
  }

  /** Asks of many texts at once whether they are wanted, and of each only where one may be. */
  function* walkRun(texts: TreeWalker, end: Element | undefined): Generator<void, void> {
    if (end) texts.currentNode = end;
    const stop = end ? texts.nextNode() : null;
    for (let nodes = nextTexts(texts, stop); nodes.length > 0; nodes = nextTexts(texts, stop)) {
      if (wants(nodes.map((node) => `${textOf(node)}\n`).join(''))) for (const node of nodes) collect(node);
      yield;
    }
  }

  /** Returns texts of the run behind those that were read, wherever the page has put these. */
  function nextTexts(texts: TreeWalker, stop: Node | null): Node[] {
    const { startContainer: at, startOffset } = run;
    texts.currentNode = childrenOf(at)[startOffset - 1] ?? at;
    const nodes: Node[] = [];
    while (nodes.length < STEP) {
      const node = texts.nextNode();
      if (node === null || node === stop) break;
      nodes.push(node);
    }
    run.selectNodeContents(nodes.at(-1) ?? at);
    run.collapse();
    return nodes;
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
    const pieces: Piece[] = [];
    const walker = inlineTexts(block, isEdited);
    let first = 0;
    let room = BLOCK_ENDS;
    let over = -BLOCK_ENDS;
    let count = 1;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const piece = { text: textOf(node), node: node as Text };
      pieces.push(piece);
      if (room > 0) {
        room -= sizeOf(piece);
        first++;
      } else over += sizeOf(piece);
      // What is neither at the beginning nor at the end any more.
      for (let next = pieces[first]; next && over >= sizeOf(next); next = pieces[first]) {
        over -= sizeOf(next);
        pieces.splice(first, 1);
      }
      if (count++ % STEP === 0) yield;
    }
    return pieces;
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
    },
  };
}

function isParent(node: Node): node is Element | Document | DocumentFragment {
  return 'children' in node;
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

const sizeOf = ({ text }: Piece) => text.length + PIECE;

function isSkippedAbove(block: Node): boolean {
  for (let at: Node | null = block; at !== null; at = parentOf(at)) {
    if (isSkipped(at)) return true;
  }
  return false;
}
