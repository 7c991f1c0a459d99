/**
 * Tables: exports of registrars, lists of consoles, lists that people keep. What a column means is
 * told by its heading.
 */
import type { RecordKind } from '../answers/answer-origin.ts';
import { foldLabel } from '../common/fold-label.ts';
import type { DateOrder, RecordField } from '../ruleset/record-words.ts';
import { withZone, zoneOfLabel } from './label-zone.ts';
import { joinedName, type NameReader } from './names.ts';
import { type DomainRecord, Draft, type RecordContext, type RecordForm, shapeOf } from './record.ts';
import type { Print } from './words.ts';
import { readDay } from './written-days.ts';

const QUOTE = 34;
const DELIMITERS = ['\t', ',', ';', '|'] as const;
/** Lines above a table's heading, such as its title. */
const MOST_ABOVE = 6;
/** Characters of a line that are looked through for a heading. */
const MOST_HEAD = 4000;
/** Characters of a heading that are looked through for how days are written below it. */
const MOST_LABEL = 80;
/** Rows that the order of day, month and year is looked for in; a file is written in one way. */
const MOST_ROWS_FOR_ORDER = 2000;
const DAYS: readonly RecordField[] = ['registered', 'expires', 'updated', 'transferred', 'realNameOn', 'filedOn'];

export interface TableColumns {
  /** What each column is; null where it is nothing that is read. */
  readonly fields: readonly (RecordField | null)[];
  readonly domain: number;
  /** The column of suffixes, where names may stand in two parts; -1 where there is none. */
  readonly suffix: number;
  /** The zone that a heading tells for the times below it; null where none does. */
  readonly zones: readonly (string | null)[] | null;
  /** The order of days that a heading tells; null where none does, or two differ. */
  readonly order: DateOrder | null;
  /** Whose export it is, by its headings. */
  readonly print: Print | null;
  /**
   * How many of registrar, registration and expiry a row needs: one in a list of somebody's own
   * names.
   */
  readonly least: number;
}

/**
 * Returns what the columns of a table with this heading are; null where it is no table of domains,
 * or one of auctions or certificates. `isNamed` where the name of all rows is known from beside the
 * table.
 */
export function columnsOf(
  head: readonly string[],
  context: Pick<RecordContext, 'words'>,
  isNamed = false,
): TableColumns | null {
  const { words } = context;
  const all = head.map(foldLabel);
  const parts = nameColumnsOf(head, context);
  const fields = withLooseColumns(
    all,
    words,
    head.map((label, at) => (at === parts?.first ? 'domain' : words.columnMeaning(label))),
  );
  const has = (field: RecordField) => fields.includes(field);
  const domain = fields.indexOf('domain');
  if (domain < 0 && !(isNamed && has('filing') && has('filingUnit'))) return null;
  const meanings = new Set(fields.filter((field) => field !== null));
  if (domain >= 0 && meanings.size < 2) return null;
  const folded = new Set(all);
  const isForeign = [...folded].some((label) => words.foreignColumns.has(label));
  if (isForeign && !(has('registrar') && has('expires')) && !has('realName')) return null;
  if ([...folded].some((label) => words.auctionColumns.has(label)) && !has('realName')) return null;
  const print =
    words.prints.find(
      ({ labels, isWhole }) =>
        labels.every((label) => folded.has(label)) && (!isWhole || folded.size === labels.length),
    ) ?? null;
  const isOwn = print !== null || [...folded].some((label) => words.accountColumns.has(label));
  return {
    fields,
    domain,
    suffix: parts?.suffix ?? -1,
    zones: zonesOf(head),
    order: orderInHead(head),
    print,
    least: isOwn ? 1 : 2,
  };
}

/**
 * Returns which columns hold the two parts of names, the one before the suffix and the suffix; null
 * where none do.
 */
export function nameColumnsOf(
  head: readonly string[],
  { words }: Pick<RecordContext, 'words'>,
): { readonly first: number; readonly suffix: number } | null {
  const folded = head.map(foldLabel);
  const suffix = folded.findIndex((label) => words.nameParts.suffix.has(label));
  if (suffix < 0) return null;
  const named = head.findIndex((label) => words.columnMeaning(label) === 'domain');
  const first = named < 0 ? folded.findIndex((label) => words.nameParts.first.has(label)) : named;
  return first < 0 ? null : { first, suffix };
}

/**
 * Returns which column of a table with this heading holds domains; null where none does, or where
 * they are for sale, or of certificates.
 */
export function domainColumnOf(head: readonly string[], { words }: RecordContext): number | null {
  if (head.some((label) => words.foreignColumns.has(foldLabel(label)))) return null;
  const column = head.findIndex((label) => words.columnMeaning(label) === 'domain');
  return column < 0 ? null : column;
}

/**
 * Returns what the columns are, with those whose headings say too little by themselves ("Name",
 * "Due") for what they are in a list that has a registrar, a real-name state, or a holder and an
 * expiry, where no other column is that; or where all that is told so loosely fits together, and no
 * column says that the list is of products of several kinds. In a list of filings the address of
 * the site may be all that tells the name.
 */
function withLooseColumns(
  folded: readonly string[],
  words: RecordContext['words'],
  fields: readonly (RecordField | null)[],
): readonly (RecordField | null)[] {
  const { isOfRegistrations, hasBothDays } = whatLooseColumnsTell(folded, words, fields);
  const isOfFilings = fields.includes('filing') && fields.includes('filingUnit');
  let all = fields;
  const has = (field: RecordField) => all.includes(field);
  const isMeant = ({ field, needsDays }: (typeof words.looseColumns)[number]) => {
    if (field === 'domain') return (has('registrar') && (has('expires') || has('registered'))) || isOfFilings;
    return needsDays ? hasBothDays : isOfRegistrations || (hasBothDays && has('registrar'));
  };
  for (const one of words.looseColumns) {
    if (has(one.field) || !isMeant(one)) continue;
    const column = folded.findIndex((label) => one.labels.has(label));
    all = all.map((field, at) => (at === column ? one.field : field));
  }
  return all;
}

/** Whether a list is one of registrations, and whether it is an account's with both days. */
function whatLooseColumnsTell(
  folded: readonly string[],
  words: RecordContext['words'],
  fields: readonly (RecordField | null)[],
): { readonly isOfRegistrations: boolean; readonly hasBothDays: boolean } {
  const has = (field: RecordField) => fields.includes(field);
  const loose = words.looseColumns.filter(({ needsDays }) => !needsDays);
  const mayHave = (field: RecordField) =>
    has(field) || loose.some((one) => one.field === field && folded.some((label) => one.labels.has(label)));
  // Whoever is paid may host a site as well: that names are renewed there tells.
  const isOfAccount = folded.some((label) => words.accountColumns.has(label));
  const isOfNamesAlone = !folded.some((label) => words.productColumns.has(label));
  const fitTogether = mayHave('domain') && mayHave('registrar') && (mayHave('expires') || mayHave('registered'));
  return {
    isOfRegistrations:
      has('registrar') || has('realName') || (has('holder') && has('expires')) || (fitTogether && isOfNamesAlone),
    hasBothDays: isOfAccount && has('domain') && mayHave('expires') && mayHave('registered') && isOfNamesAlone,
  };
}

/** Returns the zones that headings tell; null where none does. */
export function zonesOf(head: readonly string[]): TableColumns['zones'] {
  const zones = head.map(zoneOfLabel);
  return zones.some((zone) => zone !== null) ? zones : null;
}

/** Returns the order of days that headings tell ("Expires (dd/mm/yyyy)"); null where none does. */
export function orderInHead(head: readonly string[]): DateOrder | null {
  const [first, ...others] = new Set(head.map(orderOfLabel).filter((order) => order !== null));
  return others.length === 0 ? (first ?? null) : null;
}

function orderOfLabel(label: string): DateOrder | null {
  const short = label.slice(0, MOST_LABEL);
  if (
    /(?<!\p{L})(?:dd?[-/.]mm?[-/.]y{2,4}|日[-/]月[-/]年|jj[-/.]mm[-/.]aaaa|tt[-/.]mm[-/.]jjjj)(?!\p{L})/iu.test(short)
  )
    return 'dmy';
  return /(?<!\p{L})(?:mm?[-/.]dd?[-/.]y{2,4}|月[-/]日[-/]年)(?!\p{L})/iu.test(short) ? 'mdy' : null;
}

/** Returns in which order a table's days are written; null where both are possible. */
export function orderOf(
  columns: TableColumns,
  rows: readonly (readonly string[])[],
  { words }: RecordContext,
): { readonly order: DateOrder | null; readonly isGuess: boolean } {
  const first = rows.slice(0, MOST_ROWS_FOR_ORDER);
  const days = columns.fields.flatMap((field, column) => (field !== null && DAYS.includes(field) ? [column] : []));
  const cells = first.flatMap((row) => days.map((column) => row[column] ?? ''));
  const found = new Set(cells.map(orderOfDay));
  const isDayFirst = found.has('dmy');
  if (isDayFirst !== found.has('mdy')) return { order: isDayFirst ? 'dmy' : 'mdy', isGuess: false };
  if (columns.order !== null && !isDayFirst) return { order: columns.order, isGuess: false };
  const isAmbiguous = cells.some((cell) => readDay(cell, words.days)?.isAmbiguous === true);
  // Nothing in the file says so; whose file it is may.
  return { order: isAmbiguous && !isDayFirst ? (columns.print?.order ?? null) : null, isGuess: isAmbiguous };
}

/** Which of two numbers of at most 31 is the day, where only one of them can be. */
function orderOfDay(cell: string): 'dmy' | 'mdy' | null {
  const [, one, two] = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(cell) ?? [];
  if (one === undefined || Number(one) > 12 === Number(two) > 12) return null;
  return Number(one) > 12 ? 'dmy' : 'mdy';
}

/** Returns the records of a table's rows, and the numbers of the rows that gave none. */
export function readTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  context: RecordContext,
  names: NameReader,
  {
    kind,
    form,
    name = null,
    order,
    least,
  }: {
    readonly kind: RecordKind;
    readonly form: RecordForm;
    readonly name?: string | null;
    readonly order?: DateOrder;
    readonly least?: number;
  },
): { readonly records: readonly DomainRecord[]; readonly unread: readonly number[] } | null {
  const columns = columnsOf(head, context, name !== null);
  if (columns === null) return null;
  const found = order === undefined ? orderOf(columns, rows, context) : { order, isGuess: false };
  const records: DomainRecord[] = [];
  const unread: number[] = [];
  rows.forEach((row, index) => {
    const record = recordOfRow(columns, row, context, names, {
      kind,
      form,
      name,
      order: found.order,
      isGuess: found.isGuess,
      ...(least !== undefined && { least }),
    });
    if (record !== null) records.push(record);
    else if (row.some((cell) => cell.trim() !== '')) unread.push(index);
  });
  return { records, unread };
}

/** Returns the record of one row; null where it names no domain or says too little. */
export function recordOfRow(
  columns: TableColumns,
  row: readonly string[],
  context: RecordContext,
  names: NameReader,
  given: {
    readonly kind: RecordKind;
    readonly form: RecordForm;
    readonly name: string | null;
    readonly order: DateOrder | null;
    readonly isGuess: boolean;
    /** See {@link Draft.finish}; what such a table must say if not given. */
    readonly least?: number;
  },
): DomainRecord | null {
  const domain = columns.domain < 0 ? given.name : domainOfRow(columns, row, names);
  if (domain === null) return null;
  const draft = new Draft(context, true, given.order);
  draft.domain = domain;
  const { zones } = columns;
  for (let column = 0; column < columns.fields.length; column++) {
    const field = columns.fields[column] ?? null;
    if (field !== null && field !== 'domain') setCell(draft, field, withZone(row[column] ?? '', zones?.[column]));
  }
  const { print } = columns;
  if (print !== null) draft.setOrigin(print.registrar, 'header', print.mayDiffer);
  const record = draft.finish(given.kind, given.form, given.least ?? columns.least);
  if (record === null || !given.isGuess || given.order === null) return record;
  // The order is the exporter's habit and stands in no row: it is shown, and asked about.
  return record.notes.includes('dates-ambiguous') ? record : { ...record, notes: [...record.notes, 'dates-ambiguous'] };
}

function setCell(draft: Draft, field: RecordField, cell: string): void {
  if (cell === '') return;
  if (field === 'status' || field === 'lock') draft.showsStatuses();
  if (cell.includes('\n')) cell.split('\n').some((line) => draft.set(field, line));
  else draft.set(field, cell);
}

/** Returns the domain that a cell, or a line of it, is; null where it is none. */
export function domainIn(cell: string, names: NameReader): string | null {
  if (!cell.includes('\n')) return names.domain(cell);
  for (const line of cell.split('\n')) {
    const name = names.domain(line);
    if (name !== null) return name;
  }
  return null;
}

function domainOfRow({ domain, suffix }: TableColumns, row: readonly string[], names: NameReader): string | null {
  const cell = row[domain] ?? '';
  return domainIn(cell, names) ?? (suffix < 0 ? null : names.domain(joinedName(cell, row[suffix] ?? '')));
}

export interface TextTable {
  /** What stands above its heading. */
  readonly above: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the text, from 1, that each row begins on. */
  readonly lines: readonly number[];
}

/** Returns the table with a heading about domains that a text is; null where it is none. */
export function tableIn(text: string, context: RecordContext): TextTable | null {
  let start = 0;
  let line = 1;
  for (let seen = 0; seen < MOST_ABOVE && start < text.length; line++) {
    const end = endOfLine(text, start);
    const first = text.slice(start, Math.min(end, start + MOST_HEAD));
    if (first.trim() !== '') {
      seen++;
      const heading = headingIn(first, context);
      if (heading !== null)
        return { above: text.slice(0, start), head: heading.head, ...rowsFrom(text, start, line, heading.delimiter) };
    }
    start = nextRow(text, end);
  }
  return null;
}

/**
 * Returns the heading about domains that a line is, and what stands between its columns; null where
 * it is none.
 */
function headingIn(line: string, context: RecordContext) {
  for (const delimiter of DELIMITERS) {
    if (!line.includes(delimiter)) continue;
    const head = splitRow(line, 0, delimiter).cells.map((cell) => cell.trim());
    if (head.length > 1 && columnsOf(head, context, true) !== null) return { head, delimiter };
  }
  return null;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function rowsFrom(text: string, start: number, first: number, delimiter: string) {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let line = first;
  let at = start;
  let isHead = true;
  let columns = 0;
  while (at < text.length) {
    const row = splitRow(text, at, delimiter);
    if (isHead) columns = row.cells.length;
    else if (row.cells.some((cell) => cell.trim() !== '') && !isRule(row.cells)) {
      if (row.next > text.length) blankCutCell(row.cells, columns, rows);
      rows.push(row.cells);
      lines.push(line);
    }
    isHead = false;
    line += row.lines;
    at = row.next;
  }
  return { rows, lines };
}

/** Whether a row only draws the line below a heading, as in Markdown. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\s*:?-*:?\s*$/.test(cell)) && cells.some((cell) => cell.includes('---'));
}

/**
 * Empties the last cell of a text that has no last line end, where cells are missing behind it or
 * it is a day that is written shorter than those above it: it may be cut off.
 */
function blankCutCell(cells: string[], columns: number, above: readonly (readonly string[])[]): void {
  const last = cells.length - 1;
  const cell = cells[last] ?? '';
  const isShorter = () => {
    const before = above.slice(0, MOST_ROWS_FOR_ORDER).map((row) => row[last] ?? '');
    const shape = shapeOf(cell);
    // Who writes 2027/3/5 writes some days shorter than others.
    const isPadded = before.some((one) => /\D0\d/.test(one));
    return isPadded && before.map(shapeOf).every((one) => one !== shape && one.startsWith(shape.slice(0, 5)));
  };
  if (cells.length < columns || (/\d[-/.年]\d/.test(cell) && above.length > 0 && isShorter())) cells[last] = '';
}

/**
 * Returns the cells of the row that begins at `from`, where the next begins, and how many lines it
 * takes.
 */
function splitRow(
  text: string,
  from: number,
  delimiter: string,
): { readonly cells: string[]; readonly next: number; readonly lines: number } {
  const cells: string[] = [];
  const stop = delimiter.charCodeAt(0);
  let lines = 1;
  let at = from;
  for (;;) {
    const cell = text.charCodeAt(at) === QUOTE ? quotedCell(text, at + 1) : plainCell(text, at, stop);
    cells.push(cell.value);
    lines += cell.breaks;
    // What stands behind a quoted value, before the next one, belongs to nothing.
    at = cell.isOpen ? cell.end : endOfCell(text, cell.end, stop);
    if (cell.isOpen || at >= text.length || text.charCodeAt(at) !== stop)
      return { cells, next: nextRow(text, at), lines };
    at++;
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  /** How many lines end within it. */
  readonly breaks: number;
  /** Whether its quote is never closed. */
  readonly isOpen: boolean;
}

function plainCell(text: string, from: number, stop: number): Cell {
  const end = endOfCell(text, from, stop);
  return { value: text.slice(from, end), end, breaks: 0, isOpen: false };
}

/** The cell whose opening quote stands before `from`. */
function quotedCell(text: string, from: number): Cell {
  let value = '';
  let begin = from;
  for (;;) {
    const close = text.indexOf('"', begin);
    if (close < 0) {
      // A quote that is never closed is one that belongs to the text.
      const end = endOfLine(text, begin);
      return { value: text.slice(begin, end), end, breaks: 0, isOpen: true };
    }
    const isDoubled = text.charCodeAt(close + 1) === QUOTE;
    value += text.slice(begin, isDoubled ? close + 1 : close);
    if (!isDoubled) return { value: inOneLine(value), end: close + 1, breaks: breaksIn(value), isOpen: false };
    begin = close + 2;
  }
}

function endOfCell(text: string, from: number, stop: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === stop || code === 10 || code === 13) return at;
  }
  return text.length;
}

function breaksIn(value: string): number {
  let count = 0;
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) count++;
  return count;
}

function inOneLine(value: string): string {
  if (!/[\r\n]/.test(value)) return value;
  return value
    .split(/[\r\n]+/)
    .map((part) => part.trim())
    .join(' ');
}

function nextRow(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
