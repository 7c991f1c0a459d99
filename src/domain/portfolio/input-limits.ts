/**
 * What a file may hold. Beyond it, it is refused with the reason before anything of that size is
 * made: a thousand bytes can ask for gigabytes, by malice or by a stray cell in the last row of a
 * sheet.
 */
export const MOST = {
  /**
   * Bytes of a list, a table, a zone file or a file of ours: a million names with their plan, as we
   * write them, have 275 million.
   */
  bytes: 300_000_000,
  /** Bytes of a spreadsheet, pictures included. */
  sheetBytes: 50_000_000,
  /** Bytes of all that is read of a spreadsheet, unpacked. */
  unpacked: 128_000_000,
  /**
   * Cells of a table, or of all sheets as far as their last row and column: a million names with
   * all that we write of them have 7.
   */
  cells: 8_000_000,
  /** Characters of a line: longer ones are skipped. */
  line: 1_000_000,
  /** Values in a file of ours: a million names with their plan have 12 million. */
  values: 15_000_000,
} as const;

/** Why a file is not read. `most` is what it may have, in bytes for `bytes` and `unpacked`. */
export type Refusal =
  | { readonly why: 'bytes' | 'unpacked' | 'cells' | 'values'; readonly most: number }
  /** It is not what its name says, a folder, or gone. */
  | { readonly why: 'unreadable' };

export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

/**
 * Returns why a list or table is not read; null where it may be. Counted in one pass, without
 * making anything of it; lines that are too long are skipped, and count as none.
 */
export function refusalOfTable(text: string): (Refusal & { readonly why: 'cells' }) | null {
  let cells = 0;
  let inLine = 1;
  let begins = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === TAB || sign === COMMA || sign === SEMICOLON || sign === BAR) inLine++;
    else if (at === text.length || isEnd(sign)) {
      if (at - begins <= MOST.line) cells += inLine;
      inLine = 1;
      begins = at + 1;
    }
  }
  return cells > MOST.cells ? { why: 'cells', most: MOST.cells } : null;
}

export interface WithoutLongLines {
  /** The text, with nothing in place of lines that are too long: all others keep their numbers. */
  readonly text: string;
  /** Those lines, from 1, with their beginnings. */
  readonly tooLong: readonly { readonly line: number; readonly start: string }[];
}

/** Characters that are shown of a line that is not read. */
const SHOWN = 80;

/** JSON and XML are no lines: all of it may stand in one. */
const NO_LINES = /^[\s\ufeff]*[[{<]/;

/** Returns a list or table without the lines that are too long. */
export function withoutLongLines(text: string): WithoutLongLines {
  if (NO_LINES.test(text.slice(0, 1000))) return { text, tooLong: [] };
  const kept: string[] = [];
  const tooLong: { line: number; start: string }[] = [];
  let line = 1;
  let begins = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charCodeAt(at);
    if (at < text.length && !isEnd(sign)) continue;
    if (at - begins > MOST.line) {
      kept.push(text.slice(from, begins), quoteLeftOpen(text, begins, at));
      tooLong.push({ line, start: `${text.slice(begins, begins + SHOWN)}…` });
      from = at;
    }
    if (sign === RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    begins = at + 1;
    line++;
  }
  return tooLong.length === 0 ? { text, tooLong } : { text: kept.join('') + text.slice(from), tooLong };
}

/** A cell in quotes may begin or end on the line: the table goes on as if it were there. */
function quoteLeftOpen(text: string, from: number, to: number): string {
  let quotes = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === QUOTE) quotes++;
  return quotes % 2 === 0 ? '' : '"';
}

function isEnd(sign: number): boolean {
  return sign === LINE_FEED || sign === RETURN;
}

/**
 * Returns why a text of JSON is not read; null where it may be. Each value but the first stands
 * behind one of the signs counted.
 */
export function refusalOfJson(text: string): (Refusal & { readonly why: 'values' }) | null {
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === COMMA || sign === BRACE || sign === BRACKET) values++;
  }
  return values > MOST.values ? { why: 'values', most: MOST.values } : null;
}

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;
const SEMICOLON = 59;
const BRACKET = 91;
const BRACE = 123;
const BAR = 124;
