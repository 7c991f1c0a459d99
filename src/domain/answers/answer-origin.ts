/** Where an answer is from: the person, or a record of a kind, a place and a day. */

import type { Day } from '../common/days.ts';
import { daysBetween, isDay } from '../common/days.ts';
import { type Decoded, fields, nullable, oneOf, string } from '../common/decoder.ts';
import type { AnswerName, Answers } from './answers.ts';

/**
 * Where a record is from: a registry's two protocols, a look-up page, a console, an export, an
 * interface, the ministry.
 */
export const RECORD_KINDS = ['rdap', 'whois', 'lookup', 'console', 'export', 'api', 'miit'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** More characters than a host or a file's name has. */
const MOST_PLACE = 260;

/** Where a record is from, as it is stored. */
export const recordOrigin = fields({
  by: oneOf(['record']),
  kind: oneOf(RECORD_KINDS),
  /** Host of the page or name of the file; null for a text that was pasted. */
  place: nullable(string('a place', (text) => text !== '' && text.length <= MOST_PLACE)),
  /** The day that the record speaks of, at the latest the one on which it was read. */
  day: string('a day', isDay),
});

export type RecordOrigin = Decoded<typeof recordOrigin>;

export type AnswerOrigin = { readonly by: 'person' } | RecordOrigin;

export type AnswerOrigins = Readonly<Partial<Record<AnswerName, AnswerOrigin>>>;

export interface Answer<K extends AnswerName = AnswerName> {
  readonly name: K;
  readonly value: NonNullable<Answers[K]>;
  readonly from: AnswerOrigin;
}

/** After so many days a record asks to be read again. */
const FRESH_DAYS = 30;
/** The kinds of which each answer is most trusted, where records of one day differ. */
const BEST: Readonly<Partial<Record<AnswerName, readonly RecordKind[]>>> = {
  registrar: ['rdap', 'whois', 'console', 'api'],
  registeredOn: ['rdap', 'whois'],
  expiresOn: ['rdap', 'whois'],
  realName: ['console', 'api'],
  record: ['miit'],
};

/** Returns whether an answer's record is so old that it should be read again. */
export function isStale(from: AnswerOrigin, today: Day): boolean {
  return from.by === 'record' && daysBetween(from.day, today) > FRESH_DAYS;
}

/**
 * Returns whether one record's answer counts more than another's: the newer one, of one day that of
 * the better kind.
 */
export function outweighs(name: AnswerName | 'statuses', one: AnswerOrigin, other: AnswerOrigin): boolean {
  if (one.by !== 'record' || other.by !== 'record') return false;
  if (one.day !== other.day) return one.day > other.day;
  return rank(name, one.kind) < rank(name, other.kind);
}

function rank(name: AnswerName | 'statuses', kind: RecordKind): number {
  const kinds = (name === 'statuses' ? BEST.registrar : BEST[name]) ?? [];
  const at = kinds.indexOf(kind);
  return at < 0 ? kinds.length : at;
}

/**
 * Returns whether two answers differ. Days that are one apart are the same: pages convert time
 * zones without saying so.
 */
export function differs(person: unknown, record: unknown): boolean {
  if (typeof person === 'string' && typeof record === 'string' && isDay(person) && isDay(record))
    return Math.abs(daysBetween(person, record)) > 1;
  return person !== record;
}
