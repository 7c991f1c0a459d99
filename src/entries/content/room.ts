/**
 * Whether something of ours would lie over what a page says or lets people press. Reads layout: to
 * be asked when the browser has just made it.
 */

import { readColor } from './computed-color.ts';
import {
  allAt,
  boxOf,
  childrenOf,
  fits,
  localNameOf,
  type Made,
  parentOf,
  pathOf,
  shadowRootOf,
  zoomOf,
} from './dom-clobbering.ts';
import { isOurs } from './shadow-host.ts';

/** Nodes that are looked at; where there are more, nobody knows, and nothing is put there. */
const MOST = 2000;
/** Of a longer text nobody knows where its lines are without laying it all out. */
const LONGEST = 5000;
/** Pixels between the points at which the browser is asked what lies there. */
const STEP_X = 24;
const STEP_Y = 14;
/** Pixels by which boxes may touch. */
const TOUCH = 1;
/** Pixels behind a field in which a control belongs to its line. */
const NEXT = 48;
/** Pixels above and below the middle of a line at which it must be seen. */
const REACH = 5;
const CONTROLS = 'a[href],button,input,select,textarea,summary';
const SOLID =
  'label,iframe,embed,object,audio,video[controls],[onclick],[tabindex="0"],[role=button],[role=link],[role=tab],[role=checkbox],[role=switch],[role=menuitem],[role=option],[role=combobox]';
const INVISIBLE = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'meta', 'link', 'option']);

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cards and notes that are seen: none of them lies over another. */
const drawn = new Set<Element>();

/** Keeps room for a card or a note as long as it is seen. */
export function markDrawn(element: Element, isSeen: boolean): void {
  if (isSeen) drawn.add(element);
  else drawn.delete(element);
}

/** Returns whether a box for a card or a note would lie over another one that is seen. */
export function isTaken(box: Box, own: Element): boolean {
  return [...drawn].some((one) => one !== own && overlap(boxOf(one), box));
}

/** Returns whether two boxes have more than an edge in common. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.left + TOUCH < other.right &&
    other.left + TOUCH < one.right &&
    one.top + TOUCH < other.bottom &&
    other.top + TOUCH < one.bottom
  );
}

/**
 * Returns the lines of a text as they are drawn, from where another one begins if that is given;
 * none of a very long one.
 */
export function linesOf(text: Text, first: Node = text): DOMRect[] {
  if (text.length > LONGEST) return [];
  const range = new Range();
  range.selectNodeContents(text);
  range.setStart(first, 0);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/** Returns the box of a size whose upper left corner is there. */
export function boxAt(left: number, top: number, { width, height }: Pick<DOMRect, 'width' | 'height'>): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * Returns what moves something in a root of ours to where it is to lie in the window: away from its
 * host, which has no size. Reads layout, and what is returned does not.
 */
export function moverTo(
  host: Element,
  { style }: Made<HTMLElement>,
  { left, top }: Pick<Box, 'left' | 'top'>,
): () => void {
  const from = boxOf(host);
  const zoom = zoomOf(host);
  return () => {
    style.setProperty('left', `${(left - from.left) / zoom}px`);
    style.setProperty('top', `${(top - from.top) / zoom}px`);
  };
}

/**
 * Returns whether a box lies over text of the page, or over something in it that can be pressed. A
 * row or a cell that can be pressed and has the node in it that the box is for is no obstacle
 * itself: there is room beside its text.
 */
export function covers(page: Document, node: Node, box: Box): boolean {
  const around = new Set(pathOf(node));
  /**
   * The nearest that has all of the box in it: what is elsewhere in the page need not be walked
   * through.
   */
  const scope = [...around].find((at) => at instanceof Element && holds(boxOf(at), box));
  const seen = new Set<Node>();
  const pending: Node[] = [scope ?? page];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.size > MOST) return true;
    seen.add(at);
    const below = belowIn(at, box, around);
    if (below === true) return true;
    if (below) pending.push(...below);
  }
  // What hangs elsewhere, and is only drawn here.
  const inWindow = coversInWindow(page, box, around, seen);
  for (;;) {
    const { done, value } = inWindow.next();
    if (done) return value;
  }
}

/** Returns what is to be looked at below a node, false: nothing; true: it is an obstacle itself. */
function belowIn(element: Node, box: Box, around: ReadonlySet<Node>): boolean | Iterable<Node> {
  if (element instanceof Text) return isTextIn(element, box);
  if (!(element instanceof Element)) return childrenOf(element);
  if (isOurs(element) || INVISIBLE.has(localNameOf(element))) return false;
  const own = boxOf(element);
  const isIn = overlap(own, box);
  if (!isIn && own.width > 0 && own.height > 0) return false;
  if (isIn && isSolid(element, around)) return true;
  const root = shadowRootOf(element);
  return root ? [root, ...childrenOf(element)] : childrenOf(element);
}

/**
 * Returns whether a box lies over text of the page, or something in it that can be pressed, as far
 * as it is in the window: asked of the browser point by point, however large the page is. Each
 * point takes a browser milliseconds where tens of thousands of elements lie side by side.
 *
 * @param around what is no obstacle but by its text
 * @param seen elements that were looked at
 */
export function* coversInWindow(
  page: Document,
  box: Box,
  around = new Set<Node>(),
  seen = new Set<Node>(),
): Generator<void, boolean> {
  for (const { x, y } of pointsIn(box)) {
    for (const element of allAt(page, x, y)) {
      if (seen.has(element) || isOurs(element)) continue;
      seen.add(element);
      if (isSolid(element, around)) return true;
      if ([...childrenOf(element)].some((child) => child instanceof Text && isTextIn(child, box))) return true;
    }
    yield;
  }
  return false;
}

/**
 * Returns whether a line of a text is seen at one of its ends: neither scrolled or cut away by what
 * is around it, nor below something opaque. Of what is outside of the window nobody knows.
 */
export function isSeenAt(page: Document, text: Text, x: number, { top, bottom }: Box): boolean {
  let own: Element | undefined;
  for (const at of pathOf(text)) {
    // The document knows what hangs in a shadow root by the element that has it.
    if (at instanceof ShadowRoot) own = undefined;
    else if (at instanceof Element && boxOf(at).width > 0) own ??= at;
  }
  return [-REACH, REACH].every((off) => {
    const y = (top + bottom) / 2 + off;
    if (!own || !isInWindow(x, y) || getComputedStyle(own).pointerEvents === 'none') return true;
    const first = allAt(page, x, y).find((one) => one === own || (!isOurs(one) && isOpaque(one)));
    return first === own;
  });
}

function isOpaque(element: Element): boolean {
  return readColor(getComputedStyle(element).backgroundColor)?.alpha === 1;
}

/** Returns the box of the control that stands next behind a field in its line, if there is one. */
export function nextInLine(page: Document, field: Element, { right, top, bottom }: Box): Box | undefined {
  const behind = pointsFrom(right, right + NEXT, STEP_Y).sort((a, b) => a - b);
  const control = behind
    .flatMap((x) => (isInWindow(x, top) ? allAt(page, x, (top + bottom) / 2) : []))
    .find((one) => one !== field && fits(one, CONTROLS));
  return control && boxOf(control);
}

/** Returns the box of the cell, the card or the pane that a node is in: what people see as one. */
export function edgeOf(node: Node): Box {
  for (const at of pathOf(node)) {
    if (!(at instanceof Element)) continue;
    const { display, overflowX, borderRightStyle, backgroundColor } = getComputedStyle(at);
    const isSeenThrough = (readColor(backgroundColor)?.alpha ?? 0) === 0;
    if (display === 'table-cell' || overflowX !== 'visible' || borderRightStyle !== 'none' || !isSeenThrough)
      return boxOf(at);
  }
  return boxAt(0, 0, { width: innerWidth, height: innerHeight });
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom
  );
}

function isTextIn(text: Text, box: Box): boolean {
  const { length } = text;
  if (length === 0 || (length < LONGEST && text.data.trim() === '')) return false;
  if (length < LONGEST) return linesOf(text).some((line) => overlap(line, box));
  const parent = parentOf(text);
  return parent instanceof Element && overlap(boxOf(parent), box);
}

function isSolid(element: Element, around: ReadonlySet<Node>): boolean {
  if (fits(element, CONTROLS)) return true;
  if (around.has(element)) return false;
  if (fits(element, SOLID)) return true;
  if (getComputedStyle(element).cursor !== 'pointer') return false;
  // Handed down, it says that something around can be pressed.
  const parent = parentOf(element);
  return !(parent instanceof Element) || getComputedStyle(parent).cursor !== 'pointer';
}

/** Returns points of a box in the window: at its edges, and in steps between them. */
function* pointsIn({ left, top, right, bottom }: Box): Generator<{ readonly x: number; readonly y: number }> {
  for (const y of pointsFrom(top, bottom, STEP_Y))
    for (const x of pointsFrom(left, right, STEP_X)) if (isInWindow(x, y)) yield { x, y };
}

function pointsFrom(from: number, to: number, step: number): number[] {
  const points = [to - TOUCH];
  for (let at = from + TOUCH; at < to - TOUCH; at += step) points.push(at);
  return points;
}

function isInWindow(x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
}
