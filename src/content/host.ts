import tokens from '../ui/tokens.css?inline';

/** The elements that we put into other people's pages: no size, a closed shadow root, nothing of the page's style. */

/** The same for all of them. */
let tokenSheet: CSSStyleSheet | undefined;

/** Events that a console's shortcuts and click-outside handlers must not hear from our buttons. */
const OURS_ALONE = ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'pointerdown'] as const;

/**
 * In: the element's name, what it is known by to automated checks, and its style. Out: the host and its shadow root.
 * Styles are set by CSSOM and not as an attribute's text: a page's strict style policy does not cover that.
 */
export function makeHost(
  page: Document,
  name: string,
  data: Readonly<Record<string, string>>,
  style: Readonly<Record<string, string>>,
  sheet: CSSStyleSheet,
): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = page.createElement(name);
  Object.assign(host.dataset, data);
  host.style.setProperty('all', 'initial', 'important');
  for (const [property, value] of Object.entries({ 'user-select': 'none', ...style })) {
    host.style.setProperty(property, value, 'important');
  }
  const root = host.attachShadow({ mode: 'closed' });
  tokenSheet ??= sheetOf(tokens);
  root.adoptedStyleSheets = [tokenSheet, sheet];
  for (const type of OURS_ALONE) host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
}

/** In: a style sheet's text. Out: the sheet; one is shared by all elements of a kind. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Of no size at its static position: it moves nothing. */
export const FLOATING = { position: 'absolute', width: '0', height: '0', 'z-index': '2147483000' } as const;
