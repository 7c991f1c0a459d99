/**
 * `check --read` and `check --records FILE`: the records in texts, tables, JSON and pages, and what
 * they answer.
 */
import { basename } from 'node:path';
import { isStale, outweighs } from '../domain/answers/answer-origin.ts';
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { refusalOfJson, refusalOfTable, withoutLongLines } from '../domain/portfolio/input-limits.ts';
import { hostOf, showsRecords } from '../domain/prompts/record-places.ts';
import { adviceOnAnswers } from '../domain/records/advice.ts';
import {
  answersFromRecord,
  answersWithoutFiling,
  mergeAnswers,
  type RecordAnswers,
} from '../domain/records/fill-answers.ts';
import {
  createRecordReader,
  type RecordProblem,
  type RecordReader,
  type RecordReading,
} from '../domain/records/read.ts';
import { type DomainRecord, statusesWithLock } from '../domain/records/record.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { judgedLine, judgeInput, standingOf } from './check-line.ts';
import { type Given, MOST_TEXT, readFileText, refusalInWords } from './input.ts';
import { isHtml, pageOfHtml } from './saved-page.ts';
import { safeJson } from './terminal.ts';

/**
 * Returns what the text of a file or a pipe holds, or why it is too large to be read; `url` is the
 * address of the page that was saved, where it is one.
 */
function readRecordText(reader: RecordReader, text: string, url: string | null, rules: Ruleset): Given<RecordReading> {
  if (isHtml(text)) {
    const place = hostOf(url);
    const isKnown = place !== null && showsRecords(place, rules);
    return { ok: true, value: reader.page(pageOfHtml(text, url, isKnown)) };
  }
  const refusal = /^\s*[[{]/.test(text.slice(0, 1000)) ? refusalOfJson(text) : refusalOfTable(text);
  if (refusal !== null) return { ok: false, wrong: refusalInWords(refusal) };
  const { text: kept, tooLong } = withoutLongLines(text);
  const { records, problems } = reader.text(kept);
  const skipped = tooLong.map(({ line }): RecordProblem => ({ problem: 'too-long', domain: null, line }));
  return { ok: true, value: { records, problems: [...problems, ...skipped] } };
}

/** Returns why something gave no record, in a line. */
function problemLine({ problem, domain, line }: RecordProblem): string {
  return [line === null ? 'input' : `line ${line}`, problem, domain].filter((part) => part !== null).join(': ');
}

/**
 * Returns a line of output for each record, and one for people about each thing that could not be
 * read.
 */
export function recordLines(
  engine: Engine,
  text: string,
  url: string | null,
): Given<{ readonly lines: string[]; readonly said: string[] }> {
  const read = readRecordText(createRecordReader(engine.facts.rules, engine.read), text, url, engine.facts.rules);
  if (!read.ok) return read;
  const { records, problems } = read.value;
  const lines = records.map((record) => safeJson(fieldsOf(record)));
  return { ok: true, value: { lines, said: problems.map(problemLine) } };
}

/** A record as the command prints it. */
function fieldsOf(record: DomainRecord) {
  const { domain, registrar, registeredOn, expiresOn, updatedOn, statuses, holder, realName, filing, asOf } = record;
  const notes: string[] = [...record.notes];
  if (record.registeredAgainOn !== undefined) notes.push(`registered-again-on:${record.registeredAgainOn}`);
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

/** How records of a kind are called by the form that they were written in. */
const KINDS: Readonly<Partial<Record<DomainRecord['kind'], Partial<Record<DomainRecord['form'] | 'other', string>>>>> =
  {
    rdap: { page: 'rdap-html', 'json-lines': 'rdap-jsonl', json: 'rdap-json', other: 'paste-rdap' },
    whois: { other: 'whois-text' },
    miit: { page: 'miit-html', text: 'paste-miit', table: 'paste-miit', other: 'miit-json' },
    api: { other: 'api-json' },
    export: { other: 'csv' },
  };

/** The kind of record, and how it was written. */
function kindOf({ kind, form }: DomainRecord): string {
  return KINDS[kind]?.[form] ?? KINDS[kind]?.other ?? (form === 'page' ? `html-${kind}` : `paste-${kind}`);
}

interface StatusesOfRecord {
  readonly value: readonly string[];
  readonly from: RecordAnswers['from'];
}

/** What files say of one domain. */
interface DomainRecords {
  readonly answers: RecordAnswers[];
  /** Of each record that shows any, with its lock. */
  readonly statuses: StatusesOfRecord[];
}

/** What was read from files. */
export interface RecordsRead {
  /** By the domain that it is about, in the order of the files. */
  readonly byDomain: ReadonlyMap<string, DomainRecords>;
  /** What could not be read, a line each for people. */
  readonly said: readonly string[];
}

const NOTHING_READ: DomainRecords = { answers: [], statuses: [] };

/** Returns the records of files with the answers in them, or what is wrong with a file. */
export async function readRecordFiles(
  engine: Engine,
  paths: readonly string[],
  today: Day,
): Promise<Given<RecordsRead>> {
  const reader = createRecordReader(engine.facts.rules, engine.read);
  const files = createRecordFiles(engine.facts.rules, today);
  for (const path of paths) {
    const file = await readFileText(path, MOST_TEXT);
    if (!file.ok) return file;
    const read = readRecordText(reader, file.value, null, engine.facts.rules);
    if (!read.ok) return { ok: false, wrong: `${path}: ${read.wrong}` };
    files.add(path, read.value);
  }
  return { ok: true, value: files };
}

/** Returns what was read, with a function that adds what a file holds. */
function createRecordFiles(rules: Ruleset, readOn: Day) {
  const byDomain = new Map<string, DomainRecords>();
  const said: string[] = [];

  function of(domain: string): DomainRecords {
    const known = byDomain.get(domain);
    if (known !== undefined) return known;
    const made = { answers: [], statuses: [] };
    byDomain.set(domain, made);
    return made;
  }

  function add(path: string, { records, problems }: RecordReading): void {
    const setting = { place: basename(path), readOn };
    for (const record of records) {
      const answers = answersFromRecord(record, setting, rules);
      const statuses = statusesWithLock(record);
      of(answers.domain).answers.push(answers);
      if (statuses !== null) of(answers.domain).statuses.push({ value: statuses, from: answers.from });
    }
    for (const one of problems) {
      if (one.problem === 'no-filing' && one.domain !== null)
        of(one.domain).answers.push(answersWithoutFiling(one.domain, setting));
      else said.push(`${path}: ${problemLine(one)}`);
    }
    if (records.length === 0 && problems.length === 0) said.push(`${path}: no record was found in it`);
  }

  return { byDomain, said, add };
}

/** Returns the statuses of the newest record that shows any; null where none does. */
function newestStatuses({ statuses }: DomainRecords): readonly string[] | null {
  let newest: StatusesOfRecord | null = null;
  for (const one of statuses) if (newest === null || outweighs('statuses', one.from, newest.from)) newest = one;
  return newest?.value ?? null;
}

/**
 * Returns what is printed of one host: its verdict with what the records answer, and where each
 * answer is from.
 */
export function recordCheck(engine: Engine, input: string, person: Answers, { byDomain }: RecordsRead, today: Day) {
  const domain = engine.read(input);
  const registrable = 'registrable' in domain ? domain.registrable : '';
  const read = byDomain.get(registrable) ?? NOTHING_READ;
  const { answers, origins, differences, proposals } = mergeAnswers(registrable, person, read.answers);
  const advice = read.answers.length === 0 ? [] : adviceOnAnswers(answers, newestStatuses(read), today);
  // Of a registrar that is none of ours the verdict says so, and asks for no name.
  const unlisted = proposals.find(({ because }) => because === 'registrar-unlisted');
  const judged = judgeInput(engine, input, unlisted ? { [unlisted.name]: unlisted.value, ...answers } : answers, today);
  return {
    standing: standingOf(judged),
    line: safeJson({
      ...JSON.parse(judgedLine(input, judged)),
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
      advice,
    }),
  };
}
