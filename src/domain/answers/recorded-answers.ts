/**
 * What records said of a domain, as it is stored with its case: each answer beside where it is
 * from. No holder's name is among it.
 */

import { isRecord } from '../common/is-record.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { type AnswerOrigins, outweighs, type RecordOrigin, readRecordOrigin } from './answer-origin.ts';
import { type AnswerName, type Answers, readAnswers } from './answers.ts';

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

export type RecordedAnswers = { readonly [K in RecordedName]?: Recorded<NonNullable<Answers[K]>> } & {
  /** EPP statuses; they answer nothing and become advice. */
  readonly statuses?: Recorded<readonly string[]>;
};

const MOST_STATUSES = 20;
const STATUS = /^[A-Za-z]{2,40}$/;

/** Returns what decodes of stored answers of records, and the places of what does not. */
export function readRecordedAnswers(
  value: unknown,
  rules: Ruleset,
): { readonly records: RecordedAnswers; readonly wrong: readonly string[] } {
  if (!isRecord(value)) return { records: {}, wrong: ['records'] };
  const records: Record<string, Recorded<unknown>> = {};
  const wrong: string[] = [];
  for (const [name, given] of Object.entries(value)) {
    const read = name === 'statuses' ? readStatuses(given) : readOne(name, given, rules);
    if (read === undefined) wrong.push(`records.${name}`);
    else records[name] = read;
  }
  return { records: records as RecordedAnswers, wrong };
}

function readOne(name: string, given: unknown, rules: Ruleset): Recorded<unknown> | undefined {
  const known = RECORDED.find((one) => one === name);
  if (known === undefined || typeof given !== 'object' || given === null) return undefined;
  const from = readRecordOrigin((given as { from?: unknown }).from);
  const { answers } = readAnswers({ [known]: (given as { value?: unknown }).value }, rules);
  const answer = answers[known];
  return from === undefined || answer === undefined ? undefined : { value: answer, from };
}

function readStatuses(given: unknown): Recorded<readonly string[]> | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { value, from: source } = given as { readonly value?: unknown; readonly from?: unknown };
  const from = readRecordOrigin(source);
  if (from === undefined || !Array.isArray(value) || value.length > MOST_STATUSES) return undefined;
  const isSound = value.every((one): one is string => typeof one === 'string' && STATUS.test(one));
  return isSound ? { value: [...value], from } : undefined;
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
