/** What a record says of the name in view, as it is kept with its case. */
import type { DomainAnswers } from '../domain/answers/domain-answers.ts';
import type { RecordedAnswers } from '../domain/answers/recorded-answers.ts';
import type { Day } from '../domain/common/days.ts';
import type { Domain } from '../domain/hostname/domain.ts';
import { recordedFrom, type SettledAnswer, weighEvidence } from '../domain/records/evidence.ts';
import type { ShownRecord } from '../domain/records/shown-records.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';

interface Asked {
  readonly domain: Domain;
  readonly profile: DomainAnswers;
  readonly one: DomainAnswers;
  readonly record: ShownRecord;
  readonly today: Day;
}

/**
 * Returns what is to be kept of a record, and which answers are new by it. Of another name it says
 * nothing.
 */
export function weighRecord(
  { domain: { registrable, host }, profile, one, record, today }: Asked,
  rules: Ruleset,
): { readonly recorded: RecordedAnswers; readonly news: readonly SettledAnswer[] } {
  const setting = { place: record.place, readOn: today };
  const { news } = weighEvidence(
    { domain: registrable, host, profile, one, reading: record.reading, setting, today },
    rules,
  );
  return { recorded: recordedFrom(registrable, record.reading, setting, rules), news };
}
