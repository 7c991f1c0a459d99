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
  /** Characters of a line. */
  line: 1_000_000,
  /** Values in a file of ours: a million names with their plan have 12 million. */
  values: 15_000_000,
} as const;

/** Why a file is not read. `most` is what it may have, in bytes for `bytes` and `unpacked`. */
export type Refusal =
  | { readonly why: 'bytes' | 'unpacked' | 'cells' | 'line' | 'values'; readonly most: number }
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
 * making anything of it.
 */
export function refusalOfTable(text: string): (Refusal & { readonly why: 'cells' | 'line' }) | null {
  let cells = 0;
  let begins = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === TAB || sign === COMMA || sign === SEMICOLON || sign === BAR) cells++;
    else if (sign === LINE_FEED || sign === RETURN || at === text.length) {
      if (at - begins > MOST.line) return { why: 'line', most: MOST.line };
      begins = at + 1;
      cells++;
    }
  }
  return cells > MOST.cells ? { why: 'cells', most: MOST.cells } : null;
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
const COMMA = 44;
const SEMICOLON = 59;
const BRACKET = 91;
const BRACE = 123;
const BAR = 124;
