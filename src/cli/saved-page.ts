/** HTML from a file or a pipe as lines and tables, as the extension reads them from a page. */
import { Parser } from 'htmlparser2';
import { createPageBuilder, type PageContent } from '../domain/records/page-records.ts';

/**
 * Elements within each other; browsers have at most 512 so. The parser takes longer for each the
 * more there are.
 */
export const MOST_DEPTH = 2000;

/** What an element says of itself that nobody sees. */
const UNSEEN =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*(?:0*\.)?0+%?|content-visibility\s*:\s*hidden|font-size\s*:\s*(?:0*\.)?0+[a-z%]*)\s*(?:!\s*important\s*)?(?:;|$)/i;

function isUnseen({ hidden, style = '' }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || UNSEEN.test(style);
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
      if (unseen === 0) builder.close(name);
      else if (unseen === depth) unseen = 0;
      depth--;
    },
  });
  // Behind the last element there is nothing, or a text that is cut off.
  parser.end(html.slice(0, html.lastIndexOf('>') + 1));
  return builder.end();
}

/** Returns whether a text is HTML: it begins with an element of a document. */
export function isHtml(text: string): boolean {
  return /^\ufeff?\s*<(?:!doctype\b|!--|html\b|head\b|body\b|title\b|meta\b|div\b|table\b|section\b|main\b|article\b|pre\b|dl\b|h1\b)/i.test(
    text.slice(0, 2000),
  );
}
