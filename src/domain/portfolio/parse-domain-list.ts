/**
 * From whatever people have (lists, tables, zone files, copied cells) to host names, with nothing
 * dropped unsaid.
 */
import Papa from 'papaparse';
import { joinedName } from '../records/names.ts';
import type { Entry, Rejected } from './entry.ts';
import { unguardCell } from './formula-guard.ts';

export interface ParsedEntry extends Entry {
  /** In A-labels. */
  readonly host: string;
  /** The row of the table that it stands in. */
  readonly row?: readonly string[];
}

export interface ParsedDomainList {
  readonly entries: readonly ParsedEntry[];
  readonly rejected: readonly Rejected[];
  /** The table with a heading that it was; null for anything else. */
  readonly table: ParsedTable | null;
}

export interface ParsedTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The column that names are in. */
  readonly name: number;
}

export type NameColumn = (head: readonly string[]) => {
  readonly said: number | null;
  readonly meant: number | null;
  /** The column of suffixes, where names may stand in two parts. */
  readonly suffix: number | null;
};

/** Returns the host in a text in A-labels; null where it has none of a domain. */
export type HostOf = (text: string) => string | null;

interface Cell {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly row?: readonly string[];
}

const COMMENT = /^\s*(?:#|;|\/\/|--|\*\s)/;
/** What a table calls the column with the names. */
const HEADER =
  /^(?:domains?|domain[ _-]?names?|hosts?|host[ _-]?names?|fqdn|urls?|sites?|websites?|域名|域名名称|网址|网站|网站域名|主机名?|主机记录)$/i;
const HAS_BREAK = /[\r\n]/;
const APART = /[\s,;，；、|]+/;
/**
 * A record of a zone file: its owner, how long it counts, its class and its type. Sentences have an
 * "a" as well, with words before it, and not in capitals.
 */
const RECORD =
  /^[^\s,]*\s+(?:\d+[smhdw]?\s+)?(?:IN\s+(?:\d+[smhdw]?\s+)?)?(?:A|AAAA|CNAME|MX|NS|TXT|SOA|SRV|CAA|PTR|HTTPS|SVCB|DS|DNSKEY)\s/;
const RECORD_IN_SMALL =
  /^[^\s,]*\s+(?:\d+[smhdw]?\s+)?in\s+(?:A|AAAA|CNAME|MX|NS|TXT|SOA|SRV|CAA|PTR|HTTPS|SVCB|DS|DNSKEY)\s/i;
const MOST_SHOWN = 200;
/** Rows that show how a table's days are written. */
const MOST_ROWS = 2000;

/**
 * Returns each host of a text once, in order, and every line that gave none, with its number.
 * `name` tells of a table's heading which column the person says has the names, which one its words
 * mean, and which one has their suffixes; null where there is none.
 */
export function parseDomainList(
  text: string,
  hostOf: HostOf,
  name: NameColumn = () => ({ said: null, meant: null, suffix: null }),
): ParsedDomainList {
  const body = text.replace(/^\ufeff/, '');
  const known = new Map<string, string | null>();
  const host = (cell: string): string | null => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const read = /[.．。｡]/.test(cell) || /^[a-z]+:\/\//i.test(cell) ? hostOf(cell) : null;
    known.set(cell, read);
    return read;
  };
  const cells = isZone(body) ? cellsOfZone(body) : cellsOf(body, host, name);
  const { entries, rejected } = sorted(cells.cells, host);
  return {
    entries,
    rejected: [...cells.rejected, ...rejected].sort((x, y) => x.line - y.line),
    table: cells.table,
  };
}

/** Returns each host of the cells once, and which cells gave none. */
function sorted(
  cells: readonly Cell[],
  host: (cell: string) => string | null,
): Pick<ParsedDomainList, 'entries' | 'rejected'> {
  const entries: ParsedEntry[] = [];
  const rejected: Rejected[] = [];
  const seen = new Set<string>();
  const linesWithHost = new Set<number>();
  const others: Cell[] = [];
  for (const cell of cells) {
    const { line, text: input, row } = cell;
    const read = host(input);
    if (read === null) {
      others.push(cell);
      continue;
    }
    linesWithHost.add(line);
    if (seen.has(read)) rejected.push({ line, input: shorten(input), why: 'duplicate' });
    else entries.push(row === undefined ? { line, input, host: read } : { line, input, host: read, row });
    seen.add(read);
  }
  for (const { line, text: input } of others) {
    // Words beside a name on its line are not what the line is about.
    if (!linesWithHost.has(line)) rejected.push({ line, input: shorten(input), why: 'no-domain' });
  }
  return { entries, rejected };
}

interface Cells {
  readonly cells: readonly Cell[];
  readonly rejected: readonly Rejected[];
  readonly table: ParsedTable | null;
}

function cellsOf(body: string, host: (cell: string) => string | null, name: NameColumn): Cells {
  const table = tableOf(body);
  return table === null ? cellsOfLines(body, host) : cellsOfTable(table, host, name);
}

function cellsOfLines(body: string, host: (cell: string) => string | null): Cells {
  const cells: Cell[] = [];
  const rejected: Rejected[] = [];
  body.split(/\r\n|\r|\n/).forEach((text, index) => {
    const line = index + 1;
    if (text.trim() === '') return;
    if (COMMENT.test(text)) {
      rejected.push({ line, input: shorten(text), why: 'comment' });
      return;
    }
    const words = text
      .replace(/\s(?:#|\/\/)\s.*$/s, '')
      .split(APART)
      .filter(Boolean);
    const found = words.filter((word) => host(word) !== null);
    // A line without a name is told of once and in whole.
    if (found.length === 0) cells.push({ line, column: 0, text: text.trim() });
    else for (const word of found) cells.push({ line, column: 0, text: word });
  });
  return { cells, rejected, table: null };
}

interface TableRow {
  /** The line that it begins on. */
  readonly line: number;
  readonly row: readonly string[];
}

function cellsOfTable(table: readonly TableRow[], host: (cell: string) => string | null, name: NameColumn): Cells {
  const rejected: Rejected[] = [];
  const rows = table.filter(({ line, row }) => {
    if (!COMMENT.test(row[0] ?? '')) return true;
    rejected.push({ line, input: shorten(row.join(', ')), why: 'comment' });
    return false;
  });
  const [first] = rows;
  const told = first === undefined ? null : name(first.row);
  const named = first === undefined || told === null ? -1 : namedColumn(first.row, told);
  const hasHeader = first !== undefined && (named >= 0 || first.row.every((cell) => host(cell.trim()) === null));
  const below = hasHeader ? rows.slice(1) : rows;
  if (hasHeader && first) rejected.push({ line: first.line, input: shorten(first.row.join(', ')), why: 'header' });
  const columns =
    named >= 0
      ? [named]
      : columnsOf(
          below.map(({ row }) => row),
          host,
        );
  const [column = -1] = columns;
  const suffix = hasHeader && told !== null ? told.suffix : null;
  const whole = suffix === null ? below : below.map((one) => withWholeName(one, column, suffix, host));
  const cells = whole.flatMap((one) => cellsOfRow(one, columns, host));
  const head = hasHeader && first ? first.row.map((cell) => cell.trim()) : null;
  return {
    cells,
    rejected,
    table: head === null ? null : { head, rows: below.slice(0, MOST_ROWS).map(({ row }) => row), name: column },
  };
}

/** Returns the column that a heading says has the names; -1 where it says nothing. */
function namedColumn(heading: readonly string[], { said, meant }: ReturnType<NameColumn>): number {
  if (said !== null) return said;
  const isPlain = (cell: string | undefined) => HEADER.test(cell?.trim() ?? '');
  // "Domain" before "Site", where a table has both.
  if (meant !== null && isPlain(heading[meant])) return meant;
  const plain = heading.findIndex(isPlain);
  return plain >= 0 ? plain : (meant ?? -1);
}

/** A row whose name stands in two cells, with the whole of it in the first. */
function withWholeName(
  { line, row }: TableRow,
  column: number,
  suffix: number,
  host: (cell: string) => string | null,
): TableRow {
  const joined = joinedName(row[column] ?? '', row[suffix] ?? '');
  if (joined === '' || host(joined) === null) return { line, row };
  return { line, row: row.map((cell, at) => (at === column ? joined : cell)) };
}

/** Returns the names in the columns of a row; the whole row where there are none. */
function cellsOfRow(
  { line, row }: TableRow,
  columns: readonly number[],
  host: (cell: string) => string | null,
): Cell[] {
  const chosen = columns.flatMap((column) => {
    const text = (row[column] ?? '').trim();
    // Most cells are one name.
    if (!APART.test(text)) return host(text) === null ? [] : { line, column, text, row };
    const words = text.split(APART).filter(Boolean);
    const found = words.filter((word) => host(word) !== null);
    return found.map((text) => ({ line, column, text, row }));
  });
  if (chosen.length > 0) return chosen;
  const whole = row.join(', ').trim();
  return whole.replaceAll(',', '').trim() === '' ? [] : [{ line, column: 0, text: whole }];
}

/** Returns how many lines a row takes. */
function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) if (HAS_BREAK.test(cell)) lines += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  return lines;
}

/** Returns the rows of a table with the lines they begin on; null where the text is no table. */
function tableOf(body: string): TableRow[] | null {
  const sample = body.slice(0, 20_000);
  if (!/[\t,;"]/.test(sample)) return null;
  const rows: TableRow[] = [];
  let line = 1;
  const guess = Papa.parse<string[]>(sample, {
    preview: 50,
    delimitersToGuess: ['\t', ',', ';'],
    skipEmptyLines: false,
  });
  const delimiter = guess.meta.delimiter;
  const parsed = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  for (const row of parsed.data) {
    if (row.some((cell) => cell.trim() !== '')) rows.push({ line, row: row.map(unguardCell) });
    line += linesOf(row);
  }
  // Rows of a table are of one width; a list with commas in it is not.
  const widths = new Map<number, number>();
  for (const { row } of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width = 0, count = 0] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  const quoted = /(?:^|[\t,;])"/m.test(sample);
  const isTable = width >= 2 && rows.length >= 2 && count >= rows.length * 0.6;
  return isTable || (quoted && parsed.errors.length === 0) ? rows : null;
}

/**
 * Returns all columns where all of it is names; else the one with the most names, the first of
 * several.
 */
function columnsOf(rows: readonly (readonly string[])[], host: (cell: string) => string | null): number[] {
  const hosts: number[] = [];
  const filled: number[] = [];
  for (const row of rows.slice(0, 1000)) {
    row.forEach((cell, column) => {
      if (cell.trim() === '') return;
      filled[column] = (filled[column] ?? 0) + 1;
      if (
        cell
          .trim()
          .split(APART)
          .some((word) => word !== '' && host(word) !== null)
      )
        hosts[column] = (hosts[column] ?? 0) + 1;
    });
  }
  const used = filled.flatMap((count, column) => (count > 0 ? [column] : []));
  if (used.every((column) => hosts[column] === filled[column])) return used;
  const best = used.sort((a, b) => (hosts[b] ?? 0) - (hosts[a] ?? 0) || a - b)[0];
  return best === undefined ? [] : [best];
}

function isZone(body: string): boolean {
  const sample = body.slice(0, 20_000);
  if (/^\$ORIGIN\s+\S/im.test(sample)) return true;
  const lines = sample.split(/\r?\n/).filter((line) => line.trim() !== '' && !COMMENT.test(line));
  return (
    lines.length > 0 &&
    lines.filter((line) => RECORD.test(line) || RECORD_IN_SMALL.test(line)).length > lines.length / 2
  );
}

/** The owners of a zone file's records; relative ones are completed by the origin. */
function cellsOfZone(body: string): Cells {
  const cells: Cell[] = [];
  const rejected: Rejected[] = [];
  let origin = '';
  let owner = '';
  let depth = 0;
  body.split(/\r\n|\r|\n/).forEach((text, index) => {
    const line = index + 1;
    if (text.trim() === '') return;
    const code = text.replace(/;.*$/s, '');
    if (code.trim() === '') {
      rejected.push({ line, input: shorten(text), why: 'comment' });
      return;
    }
    const inside = depth > 0;
    depth = depthAfter(code, depth);
    // The rest of a record over several lines.
    if (inside) return;
    const directive = /^\$(\w+)\s+(\S+)/.exec(code);
    if (directive) {
      const [, name = '', value = ''] = directive;
      if (name.toUpperCase() === 'ORIGIN') origin = value.replace(/\.$/, '');
      rejected.push({ line, input: shorten(text), why: 'header' });
      return;
    }
    const named = /^(\S+)\s/.exec(code)?.[1];
    if (named === undefined || named === owner) {
      rejected.push({ line, input: shorten(text.trim()), why: 'duplicate' });
      return;
    }
    owner = named;
    const host = absolute(owner, origin);
    // A wildcard is filed with the name that it is below.
    cells.push({ line, column: 0, text: host.replace(/^\*\./, '') });
  });
  return { cells, rejected, table: null };
}

/** How many brackets are open behind a line: a record runs on as long as one is. */
function depthAfter(code: string, before: number): number {
  const opened = code.match(/\(/g)?.length ?? 0;
  const closed = code.match(/\)/g)?.length ?? 0;
  return Math.max(0, before + opened - closed);
}

/**
 * The owner of a record as a whole name: `@` is the origin, and what does not end in a dot is below
 * it.
 */
function absolute(owner: string, origin: string): string {
  if (owner === '@') return origin;
  return owner.endsWith('.') || origin === '' ? owner.replace(/\.$/, '') : `${owner}.${origin}`;
}

function shorten(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1)}…`;
}
