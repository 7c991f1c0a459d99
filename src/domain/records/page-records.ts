/**
 * A page as lines and tables. Whoever has the page (a walk over the DOM, a parser of HTML) tells of
 * its elements and texts in order; what comes out is the same, and is all that a record is read
 * from.
 */

export interface PageLine {
  /**
   * Cells of a row, each as pieces of text that stood in elements of their own; a line that is no
   * row has one cell.
   */
  readonly cells: readonly (readonly string[])[];
  /** Number of the table that it is a row of; 0 where it is of none. */
  readonly table: number;
  /** Whether all its cells are headings of columns. */
  readonly isHead: boolean;
  /** Whether it stands in an article or in code: what is written there may be about anything. */
  readonly isQuoted: boolean;
  /** Whether it stands in a paragraph, as running text does, and some values. */
  readonly isParagraph: boolean;
}

export interface PageContent {
  readonly url: string | null;
  readonly title: string;
  readonly headings: readonly string[];
  /** What stands in the page's fields. */
  readonly fields: readonly string[];
  readonly lines: readonly PageLine[];
  /** Preformatted texts that look like JSON. */
  readonly json: readonly string[];
}

export interface PageBuilder {
  open(name: string, attributes: { readonly value?: string | undefined; readonly type?: string | undefined }): void;
  text(text: string): void;
  close(name: string): void;
  end(): PageContent;
}

/** Elements that a line of text runs through. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code dfn em font i img ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const UNSEEN = new Set('head noscript script style template svg select datalist'.split(' '));
const QUOTED = new Set('article blockquote pre code'.split(' '));
/** Parts that are the site's own on each of its pages. */
const CHROME = new Set('nav footer header'.split(' '));
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const HEADING = new Set(['h1', 'h2', 'h3']);
/** Kinds of fields that hold no name. */
const OTHER_FIELDS = new Set('hidden password submit button checkbox radio'.split(' '));
/** Fields and headings that count. */
const MOST_FIELDS = 50;
/** More lines in one cell mean that the table only lays the page out. */
const MOST_IN_CELL = 6;
/** Tables within each other; what is deeper is part of the innermost. */
const MOST_DEPTH = 12;
/** Longer pieces are prose. */
const MOST_PIECE = 2000;

interface Row {
  readonly table: number;
  readonly cells: string[][];
  /** The lines of all cells, for tables that only lay out. */
  readonly lines: PageLine[];
  heads: number;
  isLayout: boolean;
}

/** Returns a builder for the page at an address. */
export function createPageBuilder(url: string | null): PageBuilder {
  const lines: PageLine[] = [];
  const headings: string[] = [];
  const fields: string[] = [];
  const json: string[] = [];
  const open: string[] = [];
  const openCounts = new Map<string, number>();
  const rows: Row[] = [];
  const tables: number[] = [];
  let tableCount = 0;
  let tooDeep = 0;
  let title = '';
  let unseen = 0;
  let quoted = 0;
  let chrome = 0;
  let paragraphs = 0;
  let pre = 0;
  let preText = '';
  let inTitle = 0;
  let heading: string[] | null = null;
  let pieces: string[] = [];
  let piece = '';

  function endPiece(): void {
    const trimmed = piece.replace(/\s+/g, ' ').trim();
    piece = '';
    if (trimmed === '') return;
    pieces.push(trimmed.length > MOST_PIECE ? trimmed.slice(0, MOST_PIECE) : trimmed);
    heading?.push(trimmed);
  }

  function emit(line: PageLine): void {
    const row = rows.at(-1);
    if (row === undefined) lines.push(line);
    else row.lines.push(line);
  }

  function endLine(): void {
    endPiece();
    if (pieces.length === 0) return;
    const line = pieces;
    pieces = [];
    if (chrome > 0) return;
    emit({ cells: [line], table: 0, isHead: false, isQuoted: quoted > 0, isParagraph: paragraphs > 0 });
    rows
      .at(-1)
      ?.cells.at(-1)
      ?.push(...line);
  }

  function endRow(): void {
    const row = rows.pop();
    if (row === undefined) return;
    const isRow = !row.isLayout && row.cells.length > 1 && row.cells.every((cell) => cell.length <= MOST_IN_CELL);
    if (isRow && row.cells.some((cell) => cell.length > 0)) {
      const isHead = row.heads === row.cells.length;
      emit({ cells: row.cells, table: row.table, isHead, isQuoted: quoted > 0, isParagraph: paragraphs > 0 });
    } else for (const line of row.lines) emit(line);
    const outer = rows.at(-1);
    if (outer !== undefined) outer.isLayout = true;
  }

  function openElement(name: string): void {
    if (INLINE.has(name)) endPiece();
    else endLine();
    if (QUOTED.has(name)) quoted++;
    if (CHROME.has(name)) chrome++;
    if (name === 'p') paragraphs++;
    if (name === 'pre') pre++;
    if (HEADING.has(name)) heading = [];
    openTablePart(name);
    // Nothing between a term and the next one is a term without a value.
    if (name === 'dt' || name === 'dd') endLine();
  }

  function openTablePart(name: string): void {
    if (name === 'table') tables.push(++tableCount);
    if (name === 'tr' && rows.length >= MOST_DEPTH) tooDeep++;
    else if (name === 'tr') rows.push({ table: tables.at(-1) ?? 0, cells: [], lines: [], heads: 0, isLayout: false });
    const row = name === 'td' || name === 'th' ? rows.at(-1) : undefined;
    if (row === undefined) return;
    row.cells.push([]);
    if (name === 'th') row.heads++;
  }

  function addField(value: string | undefined, type: string | undefined): void {
    if (!value || OTHER_FIELDS.has(type ?? '') || fields.length >= MOST_FIELDS) return;
    fields.push(value.slice(0, 300).trim());
  }

  function closeUntil(name: string): void {
    for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
      openCounts.set(inner, (openCounts.get(inner) ?? 1) - 1);
      if (inner === name) return;
    }
  }

  function closeElement(name: string): void {
    if (INLINE.has(name)) endPiece();
    else closeBlock(name);
    if (QUOTED.has(name) && quoted > 0) quoted--;
    if (CHROME.has(name) && chrome > 0) chrome--;
    if (name === 'p' && paragraphs > 0) paragraphs--;
    if (name === 'pre' && pre > 0) closePre();
    if (HEADING.has(name)) closeHeading();
    closeTablePart(name);
  }

  function closeTablePart(name: string): void {
    if (name === 'tr' && tooDeep > 0) tooDeep--;
    else if (name === 'tr') endRow();
    if (name === 'table') tables.pop();
  }

  function closeBlock(name: string): void {
    const isEmpty = pieces.length === 0 && piece.trim() === '';
    endLine();
    if (isEmpty && name === 'dd' && chrome === 0)
      emit({ cells: [[]], table: 0, isHead: false, isQuoted: quoted > 0, isParagraph: paragraphs > 0 });
  }

  function closePre(): void {
    pre--;
    if (pre === 0 && preText !== '') json.push(preText);
    preText = '';
  }

  function closeHeading(): void {
    if (heading !== null && heading.length > 0 && headings.length < MOST_FIELDS) headings.push(heading.join(' '));
    heading = null;
  }

  function addPreformatted(text: string): void {
    if (/^\s*[[{]/.test(preText === '' ? text : preText)) preText += text;
    text.split(/\r\n|\r|\n/).forEach((part, index) => {
      if (index > 0) endLine();
      piece += part;
    });
  }

  return {
    open(name, { value, type }) {
      if (!VOID.has(name)) {
        open.push(name);
        openCounts.set(name, (openCounts.get(name) ?? 0) + 1);
      }
      if (name === 'title' && unseen <= 1) inTitle++;
      if (UNSEEN.has(name)) unseen++;
      if (unseen > 0) return;
      if (name === 'input' || name === 'textarea') addField(value, type);
      else openElement(name);
    },
    text(text) {
      if (inTitle > 0) title += title.length < 500 ? text : '';
      if (unseen > 0) return;
      if (pre > 0) addPreformatted(text);
      else piece += text;
    },
    close(name) {
      // Ends of what was never begun are many in a page that wants to be slow.
      if (VOID.has(name) || !openCounts.get(name)) return;
      closeUntil(name);
      if (name === 'title' && inTitle > 0) inTitle--;
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      else if (unseen === 0) closeElement(name);
    },
    end() {
      // A page that ends within a line of an element was cut there: a name or a day may go on, and
      // what stands behind a day may say whose it is.
      if (open.length > 0 && (pieces.length > 0 || piece.trim() !== '')) {
        piece = '';
        pieces = [];
      }
      endLine();
      while (rows.length > 0) endRow();
      return { url, title: title.replace(/\s+/g, ' ').trim(), headings, fields, lines, json };
    },
  };
}
