/** HTML from a file or a pipe as lines and tables, as the extension reads them from a page. */
import { Parser } from 'htmlparser2';
import { createPageBuilder, type PageContent } from '../domain/records/page-records.ts';

/**
 * Elements within each other; browsers have at most 512 so. The parser takes longer for each the
 * more there are.
 */
export const MOST_DEPTH = 2000;
/** Characters of a style that are looked at. */
const MOST_STYLE = 2000;

/** What an element's own style says where nobody sees it, by property. */
const UNSEEN: Readonly<Record<string, RegExp>> = {
  display: /^none/,
  visibility: /^(?:hidden|collapse)/,
  'content-visibility': /^hidden/,
  opacity: /^(?:0*\.0\d*|0+|0*[0-9](?:\.\d*)?%)$/,
  filter: /^opacity\((?:0*\.0\d*|0+|0*[0-9](?:\.\d*)?%)\)/,
  'font-size': /^(?:0*\.\d+|0+|1px)[a-z%]*$/,
  zoom: /^0*\.[01]\d*$/,
  color: /^transparent/,
  '-webkit-text-fill-color': /^transparent/,
  'clip-path': /^(?!none|unset|initial)/,
  clip: /^rect/,
  'text-indent': /^-\d{3}/,
  left: /^-\d{3}/,
  right: /^-\d{3}/,
  top: /^-\d{3}/,
  bottom: /^-\d{3}/,
  'margin-left': /^-\d{3}/,
  'margin-top': /^-\d{3}/,
  transform: /scale[xy]?\((?:0*\.0\d*|0+)[,)]|translate[xy]?\(-\d{3}/,
  scale: /^(?:0*\.0\d*|0+)\b/,
};
/** Sizes that leave nothing, of an element that hides what does not fit. */
const EMPTY = /^[01](?:px|em|rem|%)?$/;

function isUnseen({ hidden, style }: Readonly<Record<string, string>>): boolean {
  if (hidden !== undefined) return true;
  if (style === undefined) return false;
  const set = new Map(
    style
      .slice(0, MOST_STYLE)
      .toLowerCase()
      .split(';')
      .map((one): [string, string] => {
        const end = one.indexOf(':');
        const value = one.slice(end + 1).split('!')[0] ?? '';
        return [one.slice(0, Math.max(0, end)).trim(), value.trim()];
      }),
  );
  if ([...set].some(([name, value]) => Object.hasOwn(UNSEEN, name) && UNSEEN[name]?.test(value))) return true;
  const isCut = /^(?:hidden|clip|auto|scroll)/.test(set.get('overflow') ?? '');
  return isCut && ['width', 'height', 'max-width', 'max-height'].some((name) => EMPTY.test(set.get(name) ?? ''));
}

/**
 * Returns what a page shows, by its HTML and its address (null where nobody says). What an element
 * itself hides is left out, but where `withUnseen` says that the page can be relied on; what a
 * style sheet hides is not known.
 */
export function pageOfHtml(html: string, url: string | null, withUnseen = false): PageContent {
  const builder = createPageBuilder(url);
  let depth = 0;
  /** How deep the outermost element is that nobody sees; 0: all is seen. */
  let unseen = 0;
  let isEnded = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (!withUnseen && unseen === 0 && isUnseen(attributes)) unseen = depth;
      if (unseen === 0) builder.open(name, attributes);
      // What is deeper is no page that somebody looks at.
      if (depth > MOST_DEPTH) parser.pause();
    },
    ontext: (text) => {
      if (unseen === 0) builder.text(text);
    },
    onclosetag(name) {
      if (isEnded) return;
      if (unseen === 0) builder.close(name);
      else if (unseen === depth) unseen = 0;
      depth--;
    },
  });
  // Behind the last element there is nothing, or a text that is cut off.
  parser.write(html.slice(0, html.lastIndexOf('>') + 1));
  // What is still open then was never closed: the page is cut there.
  isEnded = true;
  parser.end();
  return builder.end();
}

/** Returns whether a text is HTML: it begins with an element of a document. */
export function isHtml(text: string): boolean {
  return /^\ufeff?\s*<(?:!doctype\b|!--|html\b|head\b|body\b|title\b|meta\b|div\b|table\b|section\b|main\b|article\b|pre\b|dl\b|h1\b)/i.test(
    text.slice(0, 2000),
  );
}
