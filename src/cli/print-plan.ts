/** `check --plan FILE`: the same plan as the portfolio page makes, as JSON. */
import { basename } from 'node:path';
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { type NameRow, NOTHING_KNOWN, rowAssessor } from '../domain/portfolio/assess-rows.ts';
import { nameOf, planOf } from '../domain/portfolio/filing-plan.ts';
import { MOST, refusalOfTable } from '../domain/portfolio/input-limits.ts';
import { NO_RECORDS } from '../domain/portfolio/name-records.ts';
import { type NamesRead, readNames } from '../domain/portfolio/read-names.ts';
import { createRecordReader, type RecordReader } from '../domain/records/read.ts';
import { type Given, readFileText, refusalInWords } from './input.ts';
import { safeJson } from './terminal.ts';

export interface PlanRequest {
  /** The file with the names; what else a table says of them counts, as on the page. */
  readonly path: string;
  /** More files of records about names that are in it. */
  readonly recordPaths: readonly string[];
  readonly answers: Answers;
  readonly today: Day;
}

/** Returns the plan for the names in a file as JSON, with the lines that gave no name. */
export async function planFile(engine: Engine, request: PlanRequest): Promise<Given<string>> {
  const { path, recordPaths, answers, today } = request;
  const reader = createRecordReader(engine.facts.rules, engine.read);
  const names = await namesIn(engine, reader, { path, today, before: NO_RECORDS });
  if (!names.ok) return names;
  const { entries, rejected, table } = names.value;
  let records = names.value.records ?? NO_RECORDS;
  for (const one of recordPaths) {
    const more = await namesIn(engine, reader, { path: one, today, before: records });
    if (!more.ok) return more;
    records = more.value.records ?? records;
  }
  const assessor = rowAssessor(engine, { ...NOTHING_KNOWN, answers, records }, today, 'en');
  const rows = assessor.rows(entries, 0);
  const plan = planOf(rows, { answers, sites: new Map() }, engine.facts);
  const printed = { rules: engine.facts.rules.stamp.date, ...plan };
  return {
    ok: true,
    value: `${safeJson({ ...printed, numbersShown: numbersShown(rows), rejected, table: shownTable(table) }, 1)}\n`,
  };
}

/**
 * Returns what the columns of the file were taken for, and a day in it that reads two ways and sets
 * nothing; null where the file is no table.
 */
function shownTable(table: NamesRead['table']) {
  if (table === null) return null;
  const { head, choice, asks } = table;
  return {
    columns: head.map((heading, column) => ({ heading, means: choice.fields[column] ?? null })),
    ambiguousDay: asks,
  };
}

/**
 * Returns the names that have a filing number in the file, of which nobody says whose it is: the
 * plan files them anew, and they need not be where it is one's own.
 */
function numbersShown(rows: readonly NameRow[]): { readonly name: string; readonly number: string }[] {
  const shown = rows.filter(({ filing, existing }) => filing !== '' && existing === '');
  return [...new Map(shown.map((row) => [nameOf(row), row.filing]))].map(([name, number]) => ({ name, number }));
}

interface FileOfNames {
  readonly path: string;
  readonly today: Day;
  /** What other files said of the names. */
  readonly before: typeof NO_RECORDS;
}

async function namesIn(
  engine: Engine,
  reader: RecordReader,
  { path, today, before }: FileOfNames,
): Promise<Given<NamesRead>> {
  const file = await readFileText(path, MOST.bytes);
  if (!file.ok) return file;
  const refusal = refusalOfTable(file.value);
  if (refusal !== null) return { ok: false, wrong: `${path}: ${refusalInWords(refusal)}` };
  const given = { text: file.value, known: '', records: before, place: basename(path), readOn: today, shapes: {} };
  return { ok: true, value: readNames(engine, reader, given) };
}
