/**
 * What a person told us, as it is kept: a profile for all domains and a case for each registrable
 * domain.
 */

import { anything, decoded, fields, number, optional, soundRecord } from '../common/decoder.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { AnswerOrigin, AnswerOrigins } from './answer-origin.ts';
import type { Answers } from './answers.ts';
import { type AnswerName, PER_HOST, PERSONAL, readAnswers } from './answers.ts';
import {
  mergeRecorded,
  type RecordedAnswers,
  type RecordedName,
  readRecordedAnswers,
  recordedOrigins,
  recordedValues,
} from './recorded-answers.ts';

export const VERSION = 1;
export const PROFILE_KEY = 'profile';
/**
 * Returns the key that the answers on a registrable domain are stored under. Each domain has its
 * own: one that is corrupt costs no other.
 */
export function domainAnswersKey(registrable: string): string {
  return `case:${registrable}`;
}

export interface DomainAnswers {
  readonly version: typeof VERSION;
  /** What the person said. */
  readonly answers: Answers;
  /** Answers about single hosts, by host in A-labels. */
  readonly hosts: Readonly<Record<string, Answers>>;
  /**
   * What records said, each with where it is from; absent where there is none. What the person says
   * outweighs it.
   */
  readonly records?: RecordedAnswers;
}

const KEYS = ['version', 'answers', 'hosts', 'records'];

/** What stored answers must have; each of them is then read by itself. */
const stored = fields({
  version: number('this version', (version) => version === VERSION),
  answers: soundRecord(anything()),
  hosts: soundRecord(anything()),
  records: optional(anything()),
});

export const EMPTY: DomainAnswers = { version: VERSION, answers: {}, hosts: {} };

/**
 * Returns the answers in a stored value, and the places of what had to be left out (`wrong`): where
 * there are any, the value is to be set aside before it is overwritten. Ids that a newer ruleset no
 * longer has are left out as well.
 */
export function readDomainAnswers(
  value: unknown,
  rules: Ruleset,
): { readonly one: DomainAnswers; readonly wrong: readonly string[] } {
  if (value === undefined) return { one: EMPTY, wrong: [] };
  const given = decoded(stored, value);
  if (given === undefined) return { one: EMPTY, wrong: ['(all)'] };
  const read = readAnswers(given.answers, rules);
  // A newer version may say more, and come back.
  const wrong = [...read.wrong, ...Object.keys(value as object).filter((key) => !KEYS.includes(key))];
  const hosts = Object.entries(given.hosts).map(([host, told]): [string, Answers] => {
    const one = readAnswers(told, rules);
    wrong.push(...one.wrong.map((name) => `${host}: ${name}`));
    return [host, one.answers];
  });
  const one = { version: VERSION, answers: read.answers, hosts: Object.fromEntries(hosts) } as const;
  if (given.records === undefined) return { one, wrong };
  const { records, wrong: unread } = readRecordedAnswers(given.records, rules);
  wrong.push(...unread);
  return { one: withRecorded(one, records), wrong };
}

/**
 * Returns all that is known of a host: the person's word first, then the records', then the
 * profile.
 */
export function answersFor(profile: DomainAnswers, one: DomainAnswers, host: string): Answers {
  return { ...profile.answers, ...recordedValues(one.records), ...one.answers, ...ownOf(one.hosts, host) };
}

/** Returns where each of the answers is from that {@link answersFor} returns. */
export function originsFor(profile: DomainAnswers, one: DomainAnswers, host: string): AnswerOrigins {
  const origins: Partial<Record<AnswerName, AnswerOrigin>> = { ...recordedOrigins(one.records) };
  for (const answers of [profile.answers, one.answers, ownOf(one.hosts, host)])
    for (const name of Object.keys(answers) as AnswerName[]) origins[name] = { by: 'person' };
  return origins;
}

/**
 * Returns the case with what records say besides: of each answer what counts more; see {@link
 * mergeRecorded}.
 */
export function withRecords(one: DomainAnswers, records: RecordedAnswers): DomainAnswers {
  return withRecorded(one, mergeRecorded(one.records ?? {}, records));
}

/** Returns the case without one answer of its records. */
export function withoutRecorded(one: DomainAnswers, name: RecordedName | 'statuses'): DomainAnswers {
  const { [name]: _, ...others } = one.records ?? {};
  return withRecorded(one, others);
}

function withRecorded({ records: _, ...one }: DomainAnswers, records: RecordedAnswers): DomainAnswers {
  return Object.keys(records).length === 0 ? one : { ...one, records };
}

/** Returns where an answer is stored, which depends on what it is about. */
export function placeOf(name: AnswerName): 'profile' | 'host' | 'case' {
  if ((PERSONAL as readonly AnswerName[]).includes(name)) return 'profile';
  return (PER_HOST as readonly AnswerName[]).includes(name) ? 'host' : 'case';
}

/** Returns the answers with one more; undefined takes it back. */
export function withAnswer<K extends AnswerName>(
  one: DomainAnswers,
  host: string | null,
  name: K,
  value: Answers[K],
): DomainAnswers {
  const change = (answers: Answers): Answers => {
    const { [name]: _, ...others } = answers;
    return value === undefined ? others : { ...others, [name]: value };
  };
  if (host === null) return { ...one, answers: change(one.answers) };
  const { [host]: before = {}, ...others } = one.hosts;
  const after = change(before);
  return { ...one, hosts: Object.keys(after).length === 0 ? others : { ...others, [host]: after } };
}

/** Returns whether nothing is stored. */
export function isEmpty(one: DomainAnswers): boolean {
  return Object.keys(one.answers).length + Object.keys(one.hosts).length + Object.keys(one.records ?? {}).length === 0;
}

function ownOf(hosts: DomainAnswers['hosts'], host: string): Answers {
  return Object.hasOwn(hosts, host) ? (hosts[host] ?? {}) : {};
}
