/**
 * The elements that we put into other people's pages: no size, a closed shadow root, nothing of the
 * page's style.
 */
import type { HintStyles } from '../../messaging/replies.ts';
import { make } from './dom-clobbering.ts';
import type { Ground } from './ground.ts';

export type HostKind = Exclude<keyof HintStyles, 'common'>;
export type Host = ReturnType<typeof makeHost>;

const MARK = 'data-icp-filing-guide';
/** What an old version of the script left: our elements have no children that a page sees. */
export const LEFTOVERS = `div[${MARK}]:empty`;

/** A page may mark whatever it likes. */
const ours = new WeakSet<Node>();
/** What all of them look like, once it is known: nothing is made before. */
let styles: HintStyles | undefined;
/** One sheet is shared by all elements of a kind on one ground. */
const sheets = new Map<string, CSSStyleSheet>();
/** The same for all of them. */
let common: CSSStyleSheet | undefined;
/** Set by a sheet of the manifest (alive.css), which the browser takes away with the extension. */
const ALIVE = '--icp-filing-guide';
let isTied = false;
let last: Element | undefined;

/** Events that a console's shortcuts and click-outside handlers must not hear from our buttons. */
const OURS_ALONE = ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'pointerdown'] as const;

/** Takes over what hints look like. To be called before any is made. */
export function adoptStyles(sent: HintStyles): void {
  styles = sent;
  common ??= sheetOf(sent.common);
}

/**
 * Returns an element to hang into the page, its shadow root, and what makes it fit the ground that
 * it lies on. It is a plain `div`: the page can neither define it nor get the root from its
 * internals. All of its style is in the root, where important rules win over the page's; what a
 * page copies has no root and so stays hidden.
 *
 * @param data what it is known by to automated checks
 */
export function makeHost(kind: HostKind, data: Readonly<Record<string, string>>) {
  const host = make('div', { [MARK]: kind, hidden: '' });
  Object.assign(host.dataset, data);
  ours.add(host);
  // The first one is tied as soon as it hangs in the page; should it never, there is another look
  // every two seconds.
  if (last === undefined) queueMicrotask(tieToExtension);
  last = host;
  const root = host.attachShadow({ mode: 'closed' });
  let fitted: Ground | undefined;
  function lieOn(ground: Ground): void {
    if (ground === fitted) return;
    fitted = ground;
    root.adoptedStyleSheets = [common, sheetFor(kind, ground)].filter((one) => one !== undefined);
  }
  lieOn('light');
  for (const type of OURS_ALONE) host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root, lieOn };
}

/** Returns the sheet of a kind for a ground: of two colors the one that is for it. */
function sheetFor(kind: HostKind, ground: Ground): CSSStyleSheet {
  const id = kind + ground;
  const known = sheets.get(id);
  if (known) return known;
  const css = styles?.[kind].replace(/light-dark\(([^,]+),([^)]+)\)/g, ground === 'light' ? '$1' : '$2');
  const made = sheetOf(`:host{color-scheme:${ground}!important}${css}`);
  sheets.set(id, made);
  return made;
}

/**
 * Makes all hints go with the extension. Firefox ends our script in the moment in which the
 * extension is removed or switched off: nothing of ours can take anything away then, but a sheet of
 * the browser's goes. Where there is none, hints stay as they are.
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

/** Returns a style sheet. */
function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * Returns a handler that runs for what a person does, and for nothing else: a page that got hold of
 * our buttons can press them. What assistive technology presses counts as the person's.
 */
export function byPerson<E extends { readonly isTrusted: boolean }>(run: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) run(event);
  };
}
