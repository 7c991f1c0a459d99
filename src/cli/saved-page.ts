/** HTML from a file or a pipe as lines and tables, as the extension reads them from a page. */
import { Parser } from 'htmlparser2';
import { createPageBuilder, type PageContent } from '../domain/records/page-records.ts';

/**
 * Elements within each other; browsers have at most 512 so. The parser takes longer for each the
 * more there are.
 */
const MOST_DEPTH = 2000;

/** Returns what a page shows, by its HTML and its address (null where nobody says). */
export function pageOfHtml(html: string, url: string | null): PageContent {
  const builder = createPageBuilder(url);
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      builder.open(name, attributes);
      // What is deeper is no page that somebody looks at.
      if (++depth > MOST_DEPTH) parser.pause();
    },
    ontext: (text) => builder.text(text),
    onclosetag(name) {
      builder.close(name);
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
