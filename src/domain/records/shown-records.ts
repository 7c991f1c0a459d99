/**
 * What a page shows, on its way from whoever reads the page to the records in it: of each domain
 * what is said of it, and where.
 */
import { createPageBuilder, type PageContent } from './page-records.ts';
import type { RecordReader, RecordReading } from './read.ts';

/**
 * A page taken apart: elements and texts in order, each as one text. `<` begins an element, with a
 * field's kind and value behind tabs, `>` ends one, `=` is a text. What nobody sees stands between
 * `(` and `)`.
 */
export interface PageParts {
  readonly url: string;
  readonly parts: readonly string[];
}

/** What parts are joined by where they are one text. */
export const PART_END = '\0';

/** The records on a page, or in a text, that are of one domain. */
export interface ShownRecord {
  /** Registrable domain in A-labels. */
  readonly domain: string;
  readonly reading: Pick<RecordReading, 'records' | 'problems'>;
  /** Host of the page; null for a text that was pasted. */
  readonly place: string | null;
}

const MOST_RECORDS = 200;

/**
 * Returns the page that the parts are of.
 *
 * @param withUnseen whether what nobody sees counts, as the folded parts of a console do: a page
 *   that nobody knows could have anything there
 */
export function contentOf({ url, parts }: PageParts, withUnseen: boolean): PageContent {
  const page = createPageBuilder(url);
  let unseen = 0;
  for (const part of parts) {
    const rest = part.slice(1);
    if (part === '(') unseen++;
    else if (part === ')') unseen--;
    if (part === '(' || part === ')' || (unseen > 0 && !withUnseen)) continue;
    if (part.startsWith('=')) page.text(rest);
    else if (part.startsWith('>')) page.close(rest);
    else {
      const [name = '', type, value] = rest.split('\t');
      page.open(name, { type, value });
    }
  }
  return page.end();
}

/** Returns the records in a reading, each domain's together. */
export function recordsOf({ records, problems }: RecordReading, place: string | null): ShownRecord[] {
  const unfiled = problems.flatMap(({ problem, domain }) =>
    problem === 'no-filing' && domain !== null ? [domain] : [],
  );
  const domains = [...new Set([...records.map(({ domain }) => domain), ...unfiled])].slice(0, MOST_RECORDS);
  return domains.map((domain) => ({
    domain,
    place,
    reading: {
      records: records.filter((one) => one.domain === domain),
      problems: problems.filter((one) => one.domain === domain),
    },
  }));
}

/**
 * Returns the record of the one domain that a page shows, which is known to show records; null
 * where it shows none, or those of several.
 *
 * @param place host of the page
 */
export function onlyRecordOn(page: PageParts, place: string, reader: RecordReader): ShownRecord | null {
  const [record, ...others] = recordsOf(reader.page(contentOf(page, true)), place);
  return record === undefined || others.length > 0 ? null : record;
}
