/**
 * Tells which blocks are near what is seen. The browser watches them: nothing here waits for
 * layout.
 */
import { parentOf } from './dom-clobbering.ts';
import type { Block } from './page-reader.ts';

/** As far around what is seen as it is large itself. */
const AROUND = '100%';
/** Blocks that are watched at once: the others wait until one of them goes. */
const MOST = 2000;

export interface Near {
  /** Watches a block. */
  watch(block: Block): void;
  unwatch(block: Block): void;
  /** Whether a block that is watched is near what is seen, as far as is known. */
  has(block: Block): boolean;
  stop(): void;
}

/** Watches blocks; `tell` gets those that came near or are hidden (not laid out at all) now. */
export function nearOn(tell: (near: readonly Block[], hidden: readonly Block[]) => void): Near {
  /** Which element's box stands for a block. */
  const boxes = new Map<Block, Element>();
  const blocks = new Map<Element, Set<Block>>();
  const near = new Set<Block>();
  const waiting = new Set<Block>();
  const observer = new IntersectionObserver(see, { rootMargin: AROUND });

  function see(entries: readonly IntersectionObserverEntry[]): void {
    const come: Block[] = [];
    const hidden: Block[] = [];
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      const here = [...(blocks.get(target) ?? [])];
      follow(here, isIntersecting);
      if (isIntersecting) come.push(...here);
      else if (box.width + box.height === 0) hidden.push(...here.filter((block) => !moveUp(block, target)));
    }
    if (come.length + hidden.length > 0) tell(come, hidden);
  }

  function follow(here: readonly Block[], isNear: boolean): void {
    for (const block of here)
      if (isNear) near.add(block);
      else near.delete(block);
  }

  /** What has no box of its own is where its parent is; false: it has none. */
  function moveUp(block: Block, box: Element): boolean {
    const parent = getComputedStyle(box).display === 'contents' ? elementOf(parentOf(box)) : null;
    if (parent === null) return false;
    unwatchBox(block);
    stand(block, parent);
    return true;
  }

  function stand(block: Block, box: Element): void {
    boxes.set(block, box);
    const here = blocks.get(box);
    if (here) here.add(block);
    else blocks.set(box, new Set([block]));
    // Asked anew it tells anew.
    observer.unobserve(box);
    observer.observe(box);
  }

  function unwatchBox(block: Block): void {
    const box = boxes.get(block);
    if (box === undefined) return;
    boxes.delete(block);
    near.delete(block);
    const here = blocks.get(box);
    here?.delete(block);
    if (here?.size !== 0) return;
    blocks.delete(box);
    observer.unobserve(box);
  }

  return {
    watch(block) {
      if (boxes.has(block)) return;
      const box = elementOf(block);
      if (box === null) return;
      if (boxes.size < MOST) stand(block, box);
      else waiting.add(block);
    },
    unwatch(block) {
      waiting.delete(block);
      unwatchBox(block);
      const [next] = waiting;
      const box = next && elementOf(next);
      if (next === undefined || !box || boxes.size >= MOST) return;
      waiting.delete(next);
      stand(next, box);
    },
    has: (block) => near.has(block),
    stop() {
      observer.disconnect();
      for (const all of [boxes, blocks, near, waiting]) all.clear();
    },
  };
}

function elementOf(node: Node | null): Element | null {
  if (node instanceof ShadowRoot) return node.host;
  return node instanceof Element ? node : null;
}
