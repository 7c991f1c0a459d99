/**
 * Everything that is done with a page's node, past the names of its fields: `<form><input
 * name="parentNode">` hides the form's own property from every script, ours included, `<img
 * name="createElement">` the document's. test/unit/repository/dom-clobbering.test.ts finds what
 * goes another way.
 */

// Short, as they stand in every other line: what all of a console's pages load is counted in bytes.
const NODE = Node.prototype;
const ELEMENT = Element.prototype;
const DOCUMENT = Document.prototype;

function getterOf<T>(of: object, name: string): (node: Node) => T {
  const get = Object.getOwnPropertyDescriptor(of, name)?.get;
  return (node) => get?.call(node) as T;
}

export const parentOf = getterOf<Node | null>(NODE, 'parentNode');
export const nameOf = getterOf<string>(NODE, 'nodeName');
export const textOf = getterOf<string | null>(NODE, 'textContent');
export const isInPage = getterOf<boolean>(NODE, 'isConnected');
export const localNameOf = getterOf<string>(ELEMENT, 'localName');
export const shadowRootOf = getterOf<ShadowRoot | null>(ELEMENT, 'shadowRoot');
export const childrenOf = getterOf<NodeList>(NODE, 'childNodes');
const nextOf = getterOf<Node | null>(NODE, 'nextSibling');
const topOf = getterOf<Element | null>(DOCUMENT, 'documentElement');
export const contentTypeOf = getterOf<string>(DOCUMENT, 'contentType');
const designModeOf = getterOf<string>(DOCUMENT, 'designMode');
export const isHidden = getterOf<boolean>(DOCUMENT, 'hidden');
const isContentEditable = getterOf<boolean>(HTMLElement.prototype, 'isContentEditable');

/** Goes from a node up to the document, out of shadow roots too. */
export function* pathOf(node: Node | null): Generator<Node, void> {
  for (let at = node; at !== null; at = at instanceof ShadowRoot ? at.host : parentOf(at)) yield at;
}

/** Returns how many children a node has. */
export function childCountOf(node: Node): number {
  return childrenOf(node).length;
}

/** Returns an attribute of an element; null where it has none. */
export function attributeOf(element: Element, name: string): string | null {
  return ELEMENT.getAttribute.call(element, name);
}

/** Whether a selector names an element. */
export function fits(element: Element, selector: string): boolean {
  return ELEMENT.matches.call(element, selector);
}

/**
 * Returns where an element lies in the window. Makes layout, where the browser has not just made
 * it.
 */
export function boxOf(element: Element): DOMRect {
  return ELEMENT.getBoundingClientRect.call(element);
}

/**
 * Returns how many pixels of the window one of an element's style is; a page may be enlarged by its
 * own style.
 */
export function zoomOf(element: Element): number {
  const zoom = (element as { readonly currentCSSZoom?: unknown }).currentCSSZoom;
  return typeof zoom === 'number' && zoom > 0 ? zoom : 1;
}

/** Returns all elements that are drawn at a point of the window, the uppermost first. */
export function allAt(page: Document, x: number, y: number): Element[] {
  return DOCUMENT.elementsFromPoint.call(page, x, y);
}

/** Returns where another node lies, seen from one: `Node.DOCUMENT_POSITION_…`. */
export function positionOf(node: Node, other: Node): number {
  return NODE.compareDocumentPosition.call(node, other);
}

/** Returns the elements below a node that a selector names. */
export function allIn(from: Element | Document | DocumentFragment, selector: string): NodeListOf<Element> {
  const { prototype } = from instanceof Element ? Element : from instanceof Document ? Document : DocumentFragment;
  return prototype.querySelectorAll.call(from, selector);
}

/** Returns the page's outermost element; null where that is of another kind, or there is none. */
export function htmlOf(page: Document): HTMLHtmlElement | null {
  const top = topOf(page);
  return top instanceof HTMLHtmlElement ? top : null;
}

/** Returns a walker over the texts below a node, or over what the filter lets through. */
export function textsIn(
  page: Document,
  from: Node,
  show: number = NodeFilter.SHOW_TEXT,
  filter?: NodeFilter,
): TreeWalker {
  return DOCUMENT.createTreeWalker.call(page, from, show, filter);
}

/** Returns the element of the page that has an id; null where none has. */
export function byId(page: Document, id: string): Element | null {
  return DOCUMENT.getElementById.call(page, id);
}

/** Puts a node last into an element or a shadow root. */
export function appendTo(parent: Node, node: Node): void {
  NODE.appendChild.call(parent, node);
}

/** Puts a node right behind another one; nowhere where that hangs in nothing. */
export function putBehind(before: Node, node: Node): void {
  const parent = parentOf(before);
  if (parent !== null) NODE.insertBefore.call(parent, node, nextOf(before));
}

/**
 * Calls back for events of a kind on their way down to whatever they are for. Asked again with the
 * same function it stays one.
 */
export function listen(at: Document | Window, type: string, run: (event: Event) => void): void {
  EventTarget.prototype.addEventListener.call(at, type, run, { capture: true, passive: true });
}

/** Takes back what {@link listen} was asked. */
export function unlisten(at: Document | Window, type: string, run: (event: Event) => void): void {
  EventTarget.prototype.removeEventListener.call(at, type, run, { capture: true });
}

/**
 * An element that we made: no form, no document, so nothing of a page's can hide its properties.
 */
export type Made<E> = E & { readonly made: never };

/**
 * Returns a new HTML element of ours, whatever kind of document the page is, with its attributes
 * and children.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): Made<HTMLElementTagNameMap[K]> {
  return fill(makeIn('http://www.w3.org/1999/xhtml', name), attributes, children) as Made<HTMLElementTagNameMap[K]>;
}

/** Returns a new SVG element of ours. */
export function makeSvg(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): Made<Element> {
  return fill(makeIn('http://www.w3.org/2000/svg', name), attributes, children);
}

const makeIn = (space: string, name: string) => DOCUMENT.createElementNS.call(document, space, name) as Made<Element>;

function fill(element: Made<Element>, attributes: object, children: readonly (Node | string)[]): Made<Element> {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * Whether a style sheet lets people write into an element, which not every browser calls editable.
 */
const isModifiable = (element: Element) =>
  getComputedStyle(element).getPropertyValue('-webkit-user-modify').startsWith('read-write');

/**
 * Returns a function that tells whether a node stands in what is edited, or in what the page takes
 * out of that: whatever the page edits by (`contenteditable`, `designMode`, `user-modify`), outside
 * of a shadow root too. It remembers what it saw, so it is for one moment. Brings the page's style
 * up to date, and no layout.
 */
export function editing(page: Document): (node: Node | null) => boolean {
  const isWhole = designModeOf(page) === 'on';
  const known = new Map<Node, boolean>();
  return function isEdited(node) {
    const path: Node[] = [];
    let answer = isWhole;
    for (const at of pathOf(node)) {
      if (answer) break;
      const before = known.get(at);
      if (before !== undefined) {
        answer = before;
        break;
      }
      path.push(at);
      answer = at instanceof HTMLElement && (isContentEditable(at) || isModifiable(at));
    }
    for (const one of path) known.set(one, answer);
    return answer;
  };
}
