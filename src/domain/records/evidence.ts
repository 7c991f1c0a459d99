/**
 * What records make of a domain: what they settle, propose and contradict, and what follows from
 * its statuses.
 */

import {
  type Answer,
  type AnswerOrigins,
  differs,
  isStale,
  outweighs,
  type RecordOrigin,
} from '../answers/answer-origin.ts';
import type { AnswerName, Answers } from '../answers/answers.ts';
import { answersFor, type DomainAnswers, originsFor, withRecords } from '../answers/domain-answers.ts';
import { RECORDED, type Recorded, type RecordedAnswers } from '../answers/recorded-answers.ts';
import type { Day } from '../common/days.ts';
import { type Advice, adviceOnAnswers } from './advice.ts';
import {
  type AnswerDifference,
  answersFromRecord,
  answersWithoutFiling,
  isOfOtherHolder,
  type Proposal,
  type RecordAnswers,
  type RecordRules,
  type RecordSetting,
} from './fill-answers.ts';
import type { RecordReading } from './read.ts';
import { statusesWithLock } from './record.ts';

/** An answer that a record settles. */
export interface SettledAnswer extends Answer {
  readonly from: RecordOrigin;
  /** Whether the record is so old that it should be read again. */
  readonly isStale: boolean;
}

export interface Evidence {
  /**
   * The case with what the reading says besides: what is to be kept where the person uses the
   * record.
   */
  readonly one: DomainAnswers;
  /** All that is known of the host then, and where each of it is from: for `Engine.assess`. */
  readonly answers: Answers;
  readonly origins: AnswerOrigins;
  /** What counts and is from a record. */
  readonly settled: readonly SettledAnswer[];
  /** Those of the settled answers that are not kept yet. */
  readonly news: readonly SettledAnswer[];
  /**
   * What is likely and not answered: one click of the person makes it their answer (`saveAnswer`).
   */
  readonly proposals: readonly Proposal[];
  /** Where the person said something else than a record; the person's word counts. */
  readonly differences: readonly AnswerDifference[];
  /** What follows from statuses and days, the gravest first. */
  readonly advice: readonly Advice[];
}

export interface EvidenceInput {
  /** Registrable domain in A-labels: records of others say nothing. */
  readonly domain: string;
  /** The host that is asked about, in A-labels. */
  readonly host: string;
  readonly profile: DomainAnswers;
  /** What is kept of the domain. */
  readonly one: DomainAnswers;
  /**
   * What a page, a text or a file was just read to be; null where there is nothing but what is
   * kept.
   */
  readonly reading: Pick<RecordReading, 'records' | 'problems'> | null;
  /** Where that is from. */
  readonly setting: RecordSetting;
  /** The day that days are held against. */
  readonly today: Day;
}

/**
 * Returns what a reading says of one domain, in the form that is kept with its case
 * (`saveRecords`). Holders are not in it.
 */
export function recordedFrom(
  domain: string,
  reading: Pick<RecordReading, 'records' | 'problems'>,
  setting: RecordSetting,
  rules: RecordRules,
): RecordedAnswers {
  const recorded: Record<string, Recorded<unknown>> = {};
  const keep = (name: AnswerName | 'statuses', value: unknown, from: RecordOrigin) => {
    const known = recorded[name];
    if (known === undefined || outweighs(name, from, known.from)) recorded[name] = { value, from };
  };
  for (const { certain, statuses } of answersOn(domain, reading, setting, rules)) {
    for (const { name, value, from } of certain) if (from.by === 'record') keep(name, value, from);
    if (statuses) keep('statuses', statuses.value, statuses.from);
  }
  return recorded as RecordedAnswers;
}

/**
 * Returns what is known of a host, from the person and from records: what is kept, and what was
 * just read.
 */
export function weighEvidence(
  { domain, host, profile, one: before, reading, setting, today }: EvidenceInput,
  rules: RecordRules,
): Evidence {
  const one = reading === null ? before : withRecords(before, recordedFrom(domain, reading, setting, rules));
  const answers = answersFor(profile, one, host);
  const origins = originsFor(profile, one, host);
  const settled: SettledAnswer[] = [];
  const differences: AnswerDifference[] = [];
  for (const name of RECORDED) {
    const record = one.records?.[name];
    const said = one.answers[name];
    if (record === undefined) continue;
    if (said === undefined) settled.push({ name, ...record, isStale: isStale(record.from, today) });
    else if (differs(said, record.value)) differences.push({ name, person: said, record: { name, ...record } });
  }
  const proposals = new Map<AnswerName, Proposal>();
  const propose = (given: Proposal) => {
    const known = proposals.get(given.name);
    if (answers[given.name] !== undefined) return;
    if (isOfOtherHolder(given, answers)) return;
    if (known === undefined || outweighs(given.name, given.from, known.from)) proposals.set(given.name, given);
  };
  for (const { likely } of reading === null ? [] : answersOn(domain, reading, setting, rules)) likely.forEach(propose);
  const { statuses } = one.records ?? {};
  // What was proposed when the record was read is so as long as nobody answers.
  if (statuses?.value.includes('serverHold'))
    propose({ name: 'realName', value: 'not-done', from: statuses.from, because: 'server-hold', shows: null });
  return {
    one,
    answers,
    origins,
    settled,
    news: settled.filter(({ name, value, from }) => {
      const known = before.records?.[name as keyof RecordedAnswers];
      return known === undefined || known.value !== value || known.from.day !== from.day;
    }),
    proposals: [...proposals.values()],
    differences,
    advice: adviceFrom(answers, one.records, today),
  };
}

/** Returns what follows from the statuses that are kept, with the days that count. */
function adviceFrom(answers: Answers, records: RecordedAnswers | undefined, today: Day): Advice[] {
  return records === undefined ? [] : adviceOnAnswers(answers, records.statuses?.value ?? null, today);
}

type AnswersAndStatuses = RecordAnswers & { readonly statuses: Recorded<readonly string[]> | null };

function answersOn(
  domain: string,
  { records, problems }: Pick<RecordReading, 'records' | 'problems'>,
  setting: RecordSetting,
  rules: RecordRules,
): AnswersAndStatuses[] {
  const found: AnswersAndStatuses[] = [];
  for (const record of records) {
    if (record.domain !== domain) continue;
    const answers = answersFromRecord(record, setting, rules);
    const statuses = statusesWithLock(record);
    found.push({ ...answers, statuses: statuses && { value: statuses, from: answers.from } });
  }
  for (const { problem, domain: about } of problems)
    if (problem === 'no-filing' && about === domain)
      found.push({ ...answersWithoutFiling(domain, setting), statuses: null });
  return found;
}
