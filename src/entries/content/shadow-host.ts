import { make } from './dom-clobbering.ts';

/** The elements that we put into other people's pages: no size, a closed shadow root, nothing of the page's style. */

export type HostKind = 'card' | 'chip' | 'note' | 'pill';
export type Host = ReturnType<typeof makeHost>;

const MARK = 'data-icp-filing-guide';
/** What an old version of the script left: our elements have no children that a page sees. */
export const LEFTOVERS = `div[${MARK}]:empty`;

/** A page may mark whatever it likes. */
const ours = new WeakSet<Node>();
/** The same for all of them. */
let common: CSSStyleSheet | undefined;
/** Set by a sheet of the manifest (alive.css), which the browser takes away with the extension. */
const ALIVE = '--icp-filing-guide';
let isTied = false;
let last: Element | undefined;

/** Events that a console's shortcuts and click-outside handlers must not hear from our buttons. */
const OURS_ALONE = ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'pointerdown'] as const;

/**
 * Returns an element to hang into the page, and its shadow root. It is a plain `div`: the page can neither define it nor get the
 * root from its internals. All of its style is in the root, where important rules win over the page's; what a page copies has no root and
 * so stays hidden.
 *
 * @param data what it is known by to automated checks
 */
export function makeHost(kind: HostKind, data: Readonly<Record<string, string>>, sheets: readonly CSSStyleSheet[]) {
  const host = make('div', { [MARK]: kind, hidden: '' });
  Object.assign(host.dataset, data);
  ours.add(host);
  // The first one is tied as soon as it hangs in the page; should it never, there is another look every two seconds.
  if (last === undefined) queueMicrotask(tieToExtension);
  last = host;
  const root = host.attachShadow({ mode: 'closed' });
  common ??= sheetOf(HINT_STYLES.common);
  root.adoptedStyleSheets = [common, ...sheets];
  for (const type of OURS_ALONE) host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
}

/**
 * Makes all hints go with the extension. Firefox ends our script in the moment in which the extension is removed or switched off: nothing
 * of ours can take anything away then, but a sheet of the browser's goes. Where there is none, hints stay as they are.
 */
export function tieToExtension(): void {
  if (isTied || !common || !last || getComputedStyle(last).getPropertyValue(ALIVE) === '') return;
  isTied = true;
  common.insertRule(`:host{visibility:var(${ALIVE},hidden)!important}`, common.cssRules.length);
}

/** Whether we made a node to hang into the page. */
export function isOurs(node: Node): boolean {
  return ours.has(node);
}

/** Returns a style sheet; one is shared by all elements of a kind. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * Returns a handler that runs for what a person does, and for nothing else: a page that got hold of our buttons can press them.
 * What assistive technology presses counts as the person's.
 */
export function byPerson<E extends { readonly isTrusted: boolean }>(run: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) run(event);
  };
}
