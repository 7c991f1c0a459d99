/**
 * A change of what is kept on a person or a registrable domain, as plain data: it can be written
 * down before it is made.
 */

import { anything, decoded, fields, nullable, oneOf, optional, string } from '../common/decoder.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { ANSWER_NAMES, type AnswerName, type Answers, readAnswers } from './answers.ts';
import {
  type DomainAnswers,
  EMPTY,
  readDomainAnswers,
  withAnswer,
  withoutRecorded,
  withRecords,
} from './domain-answers.ts';
import { RECORDED, type RecordedAnswers, type RecordedName, readRecordedAnswers } from './recorded-answers.ts';

export type AnswerChange =
  /** One answer, about a host where one is given; without a value it is taken back. */
  | {
      readonly kind: 'answer';
      readonly host: string | null;
      readonly name: AnswerName;
      readonly value?: Answers[AnswerName];
    }
  /** What records say, beside what the person said. */
  | { readonly kind: 'records'; readonly records: RecordedAnswers }
  /** One answer of the records is forgotten. */
  | { readonly kind: 'without-recorded'; readonly name: RecordedName | 'statuses' }
  /** All is again what it was. */
  | { readonly kind: 'restore'; readonly before: DomainAnswers }
  /** All is forgotten. */
  | { readonly kind: 'forget' };

/** Returns the answers after a change. */
export function applyAnswerChange(one: DomainAnswers, change: AnswerChange): DomainAnswers {
  switch (change.kind) {
    case 'answer':
      return withAnswer(one, change.host, change.name, change.value);
    case 'records':
      return withRecords(one, change.records);
    case 'without-recorded':
      return withoutRecorded(one, change.name);
    case 'restore':
      return change.before;
    case 'forget':
      return EMPTY;
  }
}

const written = fields({
  kind: oneOf(['answer', 'records', 'without-recorded', 'restore', 'forget']),
  host: optional(nullable(string())),
  name: optional(string()),
  value: optional(anything()),
  records: optional(anything()),
  before: optional(anything()),
});

/**
 * Returns the change that was written down, or null where the value is none; ids that the rules do
 * not have are left out of it.
 */
export function readAnswerChange(value: unknown, rules: Ruleset): AnswerChange | null {
  const given = decoded(written, value);
  switch (given?.kind) {
    case 'answer': {
      const name = ANSWER_NAMES.find((one) => one === given.name);
      if (name === undefined) return null;
      const change = { kind: 'answer', host: given.host ?? null, name } as const;
      if (given.value === undefined) return change;
      const told = readAnswers({ [name]: given.value }, rules).answers[name];
      return told === undefined ? null : { ...change, value: told };
    }
    case 'records':
      return { kind: 'records', records: readRecordedAnswers(given.records, rules).records };
    case 'without-recorded': {
      const name = ([...RECORDED, 'statuses'] as const).find((one) => one === given.name);
      return name === undefined ? null : { kind: 'without-recorded', name };
    }
    case 'restore':
      return { kind: 'restore', before: readDomainAnswers(given.before, rules).one };
    case 'forget':
      return { kind: 'forget' };
    case undefined:
      return null;
  }
}
