/**
 * What records said of a domain, as it is stored with its case: each answer beside where it is
 * from. No holder's name is among it.
 */

import {
  array,
  type DecodeContext,
  type Decoded,
  type Decoder,
  decodedWithPlaces,
  fields,
  soundFields,
  string,
} from '../common/decoder.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { type AnswerOrigins, outweighs, type RecordOrigin, recordOrigin } from './answer-origin.ts';
import { ANSWER_FIELDS, type AnswerName, type Answers, type AnswersContext } from './answers.ts';

/** What a record can say for sure. */
export const RECORDED = [
  'registrar',
  'registeredOn',
  'expiresOn',
  'realName',
  'realNameOn',
  'record',
] as const satisfies readonly AnswerName[];

export type RecordedName = (typeof RECORDED)[number];

export interface Recorded<T> {
  readonly value: T;
  readonly from: RecordOrigin;
}

const MOST_STATUSES = 20;
const STATUS = /^[A-Za-z]{2,40}$/;

/** What records said, as it is stored: each answer beside where it is from. */
const recordedFields = {
  registrar: recorded(ANSWER_FIELDS.registrar),
  registeredOn: recorded(ANSWER_FIELDS.registeredOn),
  expiresOn: recorded(ANSWER_FIELDS.expiresOn),
  realName: recorded(ANSWER_FIELDS.realName),
  realNameOn: recorded(ANSWER_FIELDS.realNameOn),
  record: recorded(ANSWER_FIELDS.record),
  /** EPP statuses; they answer nothing and become advice. */
  statuses: recorded(
    array(
      string('an EPP status', (text) => STATUS.test(text)),
      0,
      MOST_STATUSES,
    ),
  ),
};

export type RecordedAnswers = { readonly [K in keyof typeof recordedFields]?: Decoded<(typeof recordedFields)[K]> };

const recordedAnswers = soundFields<Required<RecordedAnswers>, AnswersContext>(recordedFields);

function recorded<T, C extends DecodeContext>(value: Decoder<T, C>): Decoder<Recorded<T>, C> {
  return (given, at, reading) =>
    fields({ value: (one: unknown, place: string) => value(one, place, reading), from: recordOrigin })(
      given,
      at,
      reading,
    );
}

/** Returns what decodes of stored answers of records, and the places of what does not. */
export function readRecordedAnswers(
  value: unknown,
  rules: Ruleset,
): { readonly records: RecordedAnswers; readonly wrong: readonly string[] } {
  const { value: records = {}, wrong } = decodedWithPlaces(recordedAnswers, value, { rules }, 'records');
  return { records, wrong };
}

/** Returns the answers alone. */
export function recordedValues(records: RecordedAnswers | undefined): Answers {
  if (records === undefined) return {};
  const values: Record<string, unknown> = {};
  for (const name of RECORDED) {
    const one = records[name];
    if (one !== undefined) values[name] = one.value;
  }
  return values as Answers;
}

/** Returns where each of the answers is from. */
export function recordedOrigins(records: RecordedAnswers | undefined): AnswerOrigins {
  const origins: Partial<Record<AnswerName, RecordOrigin>> = {};
  for (const name of RECORDED) {
    const one = records?.[name];
    if (one !== undefined) origins[name] = one.from;
  }
  return origins;
}

/**
 * Returns the answers of both: of each the one that counts more, and of equals that of the second,
 * which was read later.
 */
export function mergeRecorded(before: RecordedAnswers, coming: RecordedAnswers): RecordedAnswers {
  const merged: Record<string, Recorded<unknown>> = { ...before };
  for (const [name, one] of Object.entries(coming) as [RecordedName | 'statuses', Recorded<unknown>][]) {
    const known = merged[name];
    if (known === undefined || !outweighs(name, known.from, one.from)) merged[name] = one;
  }
  return merged as RecordedAnswers;
}
