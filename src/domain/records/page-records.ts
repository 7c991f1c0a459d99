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

  return {
    open(name, { value, type }) {
      if (!VOID.has(name)) open.push(name);
      if (name === 'title' && unseen <= 1) inTitle++;
      if (UNSEEN.has(name)) unseen++;
      if (unseen > 0) return;
      if (name === 'input' || name === 'textarea') {
        if (value && !/^(?:hidden|password|submit|button|checkbox|radio)$/.test(type ?? '') && fields.length < 50)
          fields.push(value.slice(0, 300).trim());
        return;
      }
      if (INLINE.has(name)) endPiece();
      else endLine();
      if (QUOTED.has(name)) quoted++;
      if (CHROME.has(name)) chrome++;
      if (name === 'p') paragraphs++;
      if (name === 'pre') pre++;
      if (/^h[1-3]$/.test(name)) heading = [];
      if (name === 'table') tables.push(++tableCount);
      if (name === 'tr' && rows.length >= MOST_DEPTH) tooDeep++;
      else if (name === 'tr') rows.push({ table: tables.at(-1) ?? 0, cells: [], lines: [], heads: 0, isLayout: false });
      if (name === 'td' || name === 'th') {
        const row = rows.at(-1);
        row?.cells.push([]);
        if (row !== undefined && name === 'th') row.heads++;
      }
      // Nothing between a term and the next one is a term without a value.
      if (name === 'dt' || name === 'dd') endLine();
    },
    text(text) {
      if (inTitle > 0) title += title.length < 500 ? text : '';
      if (unseen > 0) return;
      if (pre > 0) {
        if (/^\s*[[{]/.test(preText === '' ? text : preText)) preText += text;
        text.split(/\r\n|\r|\n/).forEach((part, index) => {
          if (index > 0) endLine();
          piece += part;
        });
        return;
      }
      piece += text;
    },
    close(name) {
      if (VOID.has(name)) return;
      const at = open.lastIndexOf(name);
      if (at < 0) return;
      open.length = at;
      if (name === 'title' && inTitle > 0) inTitle--;
      if (UNSEEN.has(name)) {
        if (unseen > 0) unseen--;
        return;
      }
      if (unseen > 0) return;
      if (INLINE.has(name)) endPiece();
      else {
        const isEmpty = pieces.length === 0 && piece.trim() === '';
        endLine();
        if (isEmpty && name === 'dd' && chrome === 0)
          emit({ cells: [[]], table: 0, isHead: false, isQuoted: quoted > 0, isParagraph: paragraphs > 0 });
      }
      if (QUOTED.has(name) && quoted > 0) quoted--;
      if (CHROME.has(name) && chrome > 0) chrome--;
      if (name === 'p' && paragraphs > 0) paragraphs--;
      if (name === 'pre' && pre > 0) {
        pre--;
        if (pre === 0 && preText !== '') json.push(preText);
        preText = '';
      }
      if (/^h[1-3]$/.test(name)) {
        if (heading !== null && heading.length > 0 && headings.length < 50) headings.push(heading.join(' '));
        heading = null;
      }
      if (name === 'tr' && tooDeep > 0) tooDeep--;
      else if (name === 'tr') endRow();
      if (name === 'table') tables.pop();
    },
    end() {
      endLine();
      while (rows.length > 0) endRow();
      return { url, title: title.replace(/\s+/g, ' ').trim(), headings, fields, lines, json };
    },
  };
}
