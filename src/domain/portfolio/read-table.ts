/**
 * The other columns of a table of names: what they are taken for, and what they say of each name.
 */

import { array, decoded, fields, nullable, oneOf, soundRecord } from '../common/decoder.ts';
import { foldLabel } from '../common/fold-label.ts';
import type { NameReader } from '../records/names.ts';
import type { DomainRecord, RecordContext } from '../records/record.ts';
import {
  columnsOf,
  nameColumnsOf,
  orderInHead,
  orderOf,
  recordOfRow,
  type TableColumns,
  zonesOf,
} from '../records/tables.ts';
import { readDay } from '../records/written-days.ts';
import { DATE_ORDERS, type DateOrder, RECORD_FIELDS, type RecordField } from '../ruleset/record-words.ts';

/** What a person says of the columns of a file of some shape, or what was guessed. */
export interface ColumnChoice {
  readonly fields: readonly (RecordField | null)[];
  /** In which order days are written; null where that is not asked or not said. */
  readonly order: DateOrder | null;
}

export interface TableReading {
  readonly head: readonly string[];
  readonly choice: ColumnChoice;
  /** A day of the file that can be read two ways, where nothing says which and nobody was asked. */
  readonly asks: string | null;
  readonly sample: readonly string[];
  /** The column that the rest of each name stands in; null where names are whole. */
  readonly suffix: number | null;
}

/** Shapes that are remembered. */
const MOST_SHAPES = 50;
/** More columns than people have. */
const MOST_COLUMNS = 200;

/** Returns what files with these headings are known by. */
export function shapeOf(head: readonly string[]): string {
  return head.map(foldLabel).join('|').slice(0, 2000);
}

/**
 * Returns what the columns of a table are taken for: what the person said of such a file before,
 * else what the headings say.
 */
export function describeTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  name: number,
  said: ColumnChoice | undefined,
  context: RecordContext,
): { readonly reading: TableReading; readonly columns: TableColumns; readonly order: DateOrder | null } {
  // Whatever it is called, the column with the names is that.
  const guess = columnsOf(
    head.map((label, column) => (column === name ? 'Domain' : label)),
    context,
  );
  const guessed = head.map((_, column) =>
    column === name ? ('domain' as const) : without(guess?.fields[column] ?? null, 'domain'),
  );
  const fields = said?.fields.length === head.length ? said.fields : guessed;
  const columns: TableColumns = {
    fields,
    // Which name each row is of is known by then.
    domain: -1,
    suffix: -1,
    zones: zonesOf(head),
    order: orderInHead(head),
    print: guess?.print ?? null,
    least: 0,
  };
  const found = said?.order ? { order: said.order, isGuess: false } : orderOf(columns, rows, context);
  return {
    reading: {
      head,
      choice: { fields, order: said?.order ?? null },
      asks: found.isGuess ? ambiguousDay(columns, rows, context) : null,
      sample: rows[0] ?? [],
      suffix: suffixBeside(head, rows, name, context),
    },
    columns,
    order: found.order,
  };
}

/** Returns the column of suffixes, where the names in theirs are none without it. */
function suffixBeside(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  name: number,
  context: RecordContext,
): number | null {
  const parts = nameColumnsOf(head, context);
  return parts?.first === name && !/[.。]/.test(rows[0]?.[name] ?? '.') ? parts.suffix : null;
}

function without(field: RecordField | null, other: RecordField): RecordField | null {
  return field === other ? null : field;
}

function ambiguousDay(
  { fields }: TableColumns,
  rows: readonly (readonly string[])[],
  { words }: RecordContext,
): string | null {
  for (const row of rows.slice(0, 2000))
    for (let column = 0; column < fields.length; column++) {
      const cell = row[column] ?? '';
      if (fields[column] !== null && readDay(cell, words.days)?.isAmbiguous === true) return cell.trim();
    }
  return null;
}

/** Returns the record that a row is of a name; null where it says nothing. */
export function readRow(
  columns: TableColumns,
  row: readonly string[],
  domain: string,
  order: DateOrder | null,
  isGuess: boolean,
  context: RecordContext,
  names: NameReader,
): DomainRecord | null {
  return recordOfRow(columns, row, context, names, {
    kind: 'export',
    form: 'table',
    name: domain,
    order,
    isGuess,
  });
}

const shapes = soundRecord(
  fields({
    fields: array(nullable(oneOf(RECORD_FIELDS)), 0, MOST_COLUMNS),
    order: nullable(oneOf(DATE_ORDERS)),
  }),
);

/** Shapes of files and what their columns are, the last first. */
export type KnownShapes = Readonly<Record<string, ColumnChoice>>;

/** Returns the shapes that a stored value holds; what does not decode is left out. */
export function decodeShapes(value: unknown): KnownShapes {
  return Object.fromEntries(Object.entries(decoded(shapes, value) ?? {}).slice(0, MOST_SHAPES));
}

/** Returns the shapes with one that was just said. */
export function withShape(shapes: KnownShapes, shape: string, choice: ColumnChoice): KnownShapes {
  const { [shape]: _, ...others } = shapes;
  return decodeShapes({ [shape]: choice, ...others });
}
