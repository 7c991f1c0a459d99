/**
 * `check --read` and `check --records FILE`: the records in texts, tables, JSON and pages, and what
 * they answer.
 */
import { basename } from 'node:path';
import { isStale } from '../domain/answers/answer-origin.ts';
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { type Advice, adviceOn } from '../domain/records/advice.ts';
import {
  answersFromRecord,
  answersWithoutFiling,
  mergeAnswers,
  type RecordAnswers,
} from '../domain/records/fill-answers.ts';
import { createRecordReader, type RecordReader, type RecordReading } from '../domain/records/read.ts';
import { type DomainRecord, statusesWithLock } from '../domain/records/record.ts';
import { checkLine } from './check-line.ts';
import { type Given, MOST_TEXT, readFileText } from './input.ts';
import { isHtml, pageOfHtml } from './saved-page.ts';

/**
 * Returns what the text of a file or a pipe holds; `url` is the address of the page that was saved,
 * where it is one.
 */
function readRecordText(reader: RecordReader, text: string, url: string | null): RecordReading {
  return isHtml(text) ? reader.page(pageOfHtml(text, url)) : reader.text(text);
}

/**
 * Returns a line of output for each record, and one for people about each thing that could not be
 * read.
 */
export function recordLines(
  engine: Engine,
  text: string,
  url: string | null,
): { readonly lines: string[]; readonly said: string[] } {
  const { records, problems } = readRecordText(createRecordReader(engine.facts.rules, engine.read), text, url);
  return {
    lines: records.map((record) => JSON.stringify(fieldsOf(record))),
    said: problems.map(({ problem, domain, line }) =>
      [line === null ? 'input' : `line ${line}`, problem, domain].filter((part) => part !== null).join(': '),
    ),
  };
}

/** A record as the command prints it. */
function fieldsOf(record: DomainRecord) {
  const { domain, registrar, registeredOn, expiresOn, updatedOn, statuses, holder, realName, filing, asOf } = record;
  const notes: string[] = [...record.notes];
  if (record.transferredOn !== null) notes.push(`transferred-on:${record.transferredOn}`);
  if (record.realNameOn !== null) notes.push(`real-name-on:${record.realNameOn}`);
  if (filing?.service) notes.push(`service-number:${filing.service}`);
  if (filing?.filedOn) notes.push(`filed-on:${filing.filedOn}`);
  if (filing?.nature) notes.push(`filing-nature:${filing.nature}`);
  if (record.holderKind !== null) notes.push(`holder-kind:${record.holderKind}`);
  if (record.filing === null && record.filingState !== null) notes.push(`filing-state:${record.filingState}`);
  return {
    kind: kindOf(record),
    domain,
    registrar: { name: registrar.name, iana: registrar.iana, id: registrar.id },
    registeredOn,
    expiresOn,
    updatedOn,
    statuses,
    holder,
    realName,
    filing: { number: filing?.number ?? null, unit: filing?.unit ?? null },
    asOf,
    notes,
  };
}

/** The kind of record, and how it was written. */
function kindOf({ kind, form }: DomainRecord): string {
  const isPage = form === 'page';
  switch (kind) {
    case 'rdap':
      return isPage ? 'rdap-html' : form === 'json-lines' ? 'rdap-jsonl' : 'rdap-json';
    case 'whois':
      return 'whois-text';
    case 'miit':
      return isPage ? 'miit-html' : 'miit-json';
    case 'api':
      return 'api-json';
    case 'export':
      return 'csv';
    default:
      return isPage ? `html-${kind}` : `paste-${kind}`;
  }
}

/** What was read from files, by the domain that it is about. */
export interface RecordsRead {
  readonly answers: readonly RecordAnswers[];
  readonly records: readonly DomainRecord[];
  /** Each domain once, in order. */
  readonly domains: readonly string[];
}

/** Returns the records of files with the answers in them, or what is wrong with a file. */
export async function readRecordFiles(
  engine: Engine,
  paths: readonly string[],
  today: Day,
): Promise<Given<RecordsRead>> {
  const { rules } = engine.facts;
  const reader = createRecordReader(rules, engine.read);
  const records: DomainRecord[] = [];
  const answers: RecordAnswers[] = [];
  for (const path of paths) {
    const file = await readFileText(path, MOST_TEXT);
    if (!file.ok) return file;
    const setting = { place: basename(path), readOn: today };
    const read = readRecordText(reader, file.value, null);
    for (const record of read.records) {
      records.push(record);
      answers.push(answersFromRecord(record, setting, rules));
    }
    for (const { problem, domain } of read.problems)
      if (problem === 'no-filing' && domain !== null) answers.push(answersWithoutFiling(domain, setting));
  }
  return { ok: true, value: { records, answers, domains: [...new Set(answers.map(({ domain }) => domain))] } };
}

/**
 * Returns the line of output for one host, with what the records answer and where each answer is
 * from.
 */
export function recordCheckLine(engine: Engine, input: string, person: Answers, read: RecordsRead, today: Day): string {
  const domain = engine.read(input);
  const registrable = 'registrable' in domain ? domain.registrable : '';
  const merged = mergeAnswers(registrable, person, read.answers);
  const { answers, origins, differences, proposals } = merged;
  const advice = new Map<string, Advice>();
  for (const record of read.records)
    if (record.domain === registrable)
      for (const one of adviceOn({ ...record, statuses: statusesWithLock(record) }, today)) advice.set(one.code, one);
  return JSON.stringify({
    ...JSON.parse(checkLine(engine, input, answers, today)),
    answers: Object.entries(answers).map(([name, value]) => {
      const from = origins[name as keyof Answers] ?? { by: 'person' as const };
      return { name, value, from, stale: isStale(from, today) };
    }),
    proposed: proposals.map(({ name, value, because, shows, from }) => ({ name, value, because, shows, from })),
    differences: differences.map(({ name, person: said, record }) => ({
      name,
      person: said,
      record: record.value,
      from: record.from,
    })),
    advice: [...advice.values()],
  });
}
