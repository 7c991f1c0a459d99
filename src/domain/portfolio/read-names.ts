/**
 * From a text to names and what it says of them: lists, tables with their other columns, records
 * one by one or in bulk.
 */

import type { RecordOrigin } from '../answers/answer-origin.ts';
import type { RecordedAnswers } from '../answers/recorded-answers.ts';
import type { Day } from '../common/days.ts';
import type { Engine } from '../eligibility/engine.ts';
import { recordedFrom } from '../records/evidence.ts';
import { isFiledByHolder } from '../records/fill-answers.ts';
import type { RecordReader } from '../records/read.ts';
import type { DomainRecord } from '../records/record.ts';
import { nameColumnsOf } from '../records/tables.ts';
import { hostReader } from './assess-rows.ts';
import type { Entry, Rejected } from './entry.ts';
import { withoutLongLines } from './input-limits.ts';
import { mergeFacts, type NameFacts, type NameRecords, NO_FACTS, packRecords, recordsReader } from './name-records.ts';
import { type ParsedTable, parseDomainList } from './parse-domain-list.ts';
import {
  type ColumnChoice,
  describeTable,
  type KnownShapes,
  readRow,
  shapeOf,
  type TableReading,
} from './read-table.ts';

export interface NamesGiven {
  readonly text: string;
  /** The names that are there, one a line, and what records say of them. */
  readonly known: string;
  readonly records: NameRecords;
  /** Name of the file; null for a text that was pasted. */
  readonly place: string | null;
  readonly readOn: Day;
  readonly shapes: KnownShapes;
  /** What the columns are, where the person has just said so. */
  readonly choice?: ColumnChoice | undefined;
  /** The name that a text without one is about: the one that was copied to be looked up. */
  readonly about?: string | undefined;
}

export interface NamesRead {
  readonly entries: readonly Entry[];
  readonly rejected: readonly Rejected[];
  /** All that records say now; null where the text says nothing of that kind. */
  readonly records: NameRecords | null;
  /** Registrable domains that the text says something of. */
  readonly told: number;
  /** How a table was read; null for anything else. */
  readonly table: TableReading | null;
}

/** Lines that are looked at to tell records from lists. */
const SAMPLE = 4000;
const LABELLED = /^[\s>]*[\p{L}][\p{L}\p{N} .\-_/()（）]{1,60}[:：]\s*\S/mu;

/** Returns what a text gives. */
export function readNames(engine: Engine, reader: RecordReader, given: NamesGiven): NamesRead {
  const registrables = new Map<string, string>();
  const hostOf = hostReader(engine, registrables);
  const known = new Set(given.known === '' ? [] : given.known.split('\n').map(hostOf));
  const { text, tooLong } = withoutLongLines(given.text);
  const kept = { ...given, text };
  const read = readRecords(engine, reader, kept, hostOf) ?? readList(engine, reader, kept, hostOf, registrables);
  const fresh = read.entries.filter(({ host }) => !known.has(host)).map(({ line, input }) => ({ line, input }));
  const again = read.entries
    // A name that is there gets its record: that is no line without use.
    .filter(({ host }) => known.has(host) && !read.facts.has(registrables.get(host) ?? host))
    .map(({ line, input }): Rejected => ({ line, input, why: 'duplicate' }));
  const skipped = tooLong.map(({ line, start }): Rejected => ({ line, input: start, why: 'too-long' }));
  return {
    entries: fresh,
    rejected: [...read.rejected, ...again, ...skipped].sort((a, b) => a.line - b.line),
    records: read.facts.size === 0 ? null : merged(engine, given.records, read.facts),
    told: read.facts.size,
    table: read.table,
  };
}

interface Read {
  readonly entries: readonly (Entry & { readonly host: string })[];
  readonly rejected: readonly Rejected[];
  readonly facts: ReadonlyMap<string, NameFacts>;
  readonly table: TableReading | null;
}

/** Records as registries, consoles and the ministry write them; null where the text is none. */
function readRecords(
  { facts: { rules } }: Engine,
  reader: RecordReader,
  { text, place, readOn, about }: NamesGiven,
  hostOf: (text: string) => string | null,
): Read | null {
  const start = text.slice(0, SAMPLE);
  const isJson = /^\s*\ufeff?\s*[[{]/.test(start);
  const isLabelled = LABELLED.test(start) && !/^[^\n]*[,;\t][^\n]*[,;\t]/.test(start.trimStart());
  if (!isJson && !isLabelled && about === undefined) return null;
  const reading = reader.text(text);
  const problems = reading.problems.map((one) =>
    one.problem === 'no-filing' && one.domain === null && about !== undefined ? { ...one, domain: about } : one,
  );
  const facts = new Map<string, NameFacts>();
  const setting = { place, readOn };
  for (const record of reading.records) {
    const recorded = recordedFrom(record.domain, { records: [record], problems: [] }, setting, rules);
    facts.set(record.domain, mergeFacts(facts.get(record.domain), factsFrom(record, recorded)));
  }
  for (const { problem, domain } of problems)
    if (problem === 'no-filing' && domain !== null)
      facts.set(
        domain,
        mergeFacts(facts.get(domain), {
          ...NO_FACTS,
          recorded: recordedFrom(domain, { records: [], problems }, setting, rules),
        }),
      );
  if (facts.size === 0 && about !== undefined && saysUnfiled(text, about))
    facts.set(about, {
      ...NO_FACTS,
      recorded: recordedFrom(
        about,
        { records: [], problems: [{ problem: 'no-filing', domain: about, line: null }] },
        setting,
        rules,
      ),
    });
  if (facts.size === 0) return null;
  const rejected = problems
    .filter(({ problem, line }) => problem !== 'no-filing' && line !== null)
    .map(({ line, domain }): Rejected => ({ line: line ?? 1, input: domain ?? '…', why: 'no-domain' }));
  const entries = [...facts.keys()].flatMap((input, index) => {
    const host = hostOf(input);
    return host === null ? [] : [{ line: index + 1, input, host }];
  });
  return { entries, rejected, facts, table: null };

  /**
   * Copied from the ministry's page, an empty list has no name in it, or the one that was asked.
   */
  function saysUnfiled(shown: string, name: string): boolean {
    const start = shown.slice(0, SAMPLE);
    const named = reader.names.all(start).filter((one) => !one.endsWith('.gov.cn'));
    return (
      (named.length === 0 || named.includes(name)) && rules.records.unfiledPages.some((part) => start.includes(part))
    );
  }
}

function readList(
  { facts: { rules } }: Engine,
  reader: RecordReader,
  { text, place, readOn, shapes, choice }: NamesGiven,
  hostOf: (text: string) => string | null,
  registrables: ReadonlyMap<string, string>,
): Read {
  const saidOf = (head: readonly string[]): ColumnChoice | undefined => choice ?? shapes[shapeOf(head)];
  const { entries, rejected, table } = parseDomainList(text, hostOf, (head) => {
    const fields = saidOf(head)?.fields ?? [];
    const parts = nameColumnsOf(head, reader.context);
    const meant = parts?.first ?? head.map((label) => reader.context.words.columnMeaning(label)).indexOf('domain');
    return {
      said: fields.length === head.length && fields.includes('domain') ? fields.indexOf('domain') : null,
      meant: meant < 0 ? null : meant,
      suffix: parts?.suffix ?? null,
    };
  });
  if (table === null) return { entries, rejected, facts: new Map(), table: null };
  return {
    entries,
    // A heading that was understood is no line without use.
    rejected: rejected.filter(({ why, line }) => why !== 'header' || line > (entries[0]?.line ?? 0)),
    ...readColumns(table, entries),
  };

  function readColumns(found: ParsedTable, all: typeof entries): Pick<Read, 'facts' | 'table'> {
    const said = saidOf(found.head);
    const { reading, columns, order } = describeTable(found.head, found.rows, found.name, said, reader.context);
    const facts = new Map<string, NameFacts>();
    if (columns.fields.every((field) => field === null || field === 'domain') && columns.print === null)
      return { facts, table: reading };
    const isGuess = reading.asks !== null;
    const setting = { place, readOn };
    for (const { row, host } of all) {
      const domain = registrables.get(host) ?? host;
      if (row === undefined) continue;
      const record = readRow(columns, row, domain, order, isGuess, reader.context, reader.names);
      if (record === null) continue;
      const recorded = recordedFrom(domain, { records: [record], problems: [] }, setting, rules);
      facts.set(domain, mergeFacts(facts.get(domain), factsFrom(record, withOwnFiling(record, recorded, setting))));
    }
    return { facts, table: reading };
  }
}

/** A list is of one's own names: what their holder filed is one's own, too. */
function withOwnFiling(
  record: DomainRecord,
  recorded: RecordedAnswers,
  { place, readOn }: Pick<NamesGiven, 'place' | 'readOn'>,
): RecordedAnswers {
  if (!isFiledByHolder(record)) return recorded;
  const from: RecordOrigin = { by: 'record', kind: record.kind, place, day: record.asOf ?? readOn };
  return { record: { value: 'own', from }, ...recorded };
}

/** What is kept of a record: its holder is not. */
function factsFrom({ registrar, filing, holderKind }: DomainRecord, recorded: RecordedAnswers): NameFacts {
  return {
    recorded,
    registrarName: recorded.registrar === undefined ? registrar.name : null,
    filing: filing?.number ?? null,
    holderKind,
  };
}

function merged(engine: Engine, before: NameRecords, coming: ReadonlyMap<string, NameFacts>): NameRecords {
  if (before.lines === '') return packRecords(coming);
  const reader = recordsReader(before, engine.facts);
  const all = new Map<string, NameFacts>();
  for (const domain of reader.domains) {
    const facts = reader.of(domain);
    if (facts !== undefined) all.set(domain, facts);
  }
  for (const [domain, facts] of coming) all.set(domain, mergeFacts(all.get(domain), facts));
  return packRecords(all);
}
