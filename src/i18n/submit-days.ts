/** From which day a filing can be submitted, in words: as far as the days that are known tell. */
import type { Answers } from '../domain/answers/answers.ts';
import type { Day } from '../domain/common/days.ts';
import { RECORDED_SINCE, recordDays } from '../domain/eligibility/checks/real-name-recorded.ts';
import type { RulesetIndex } from '../domain/ruleset/ruleset-index.ts';
import type { Translate } from './translator.ts';

/**
 * Returns when the ministry has the real name, as far as the day of registration tells: nobody is
 * verified before. Nothing where that day is not known, or more is.
 */
export function sayFromRegistration(
  { registeredOn: date, realNameOn, realName }: Answers,
  facts: RulesetIndex,
  today: Day,
  t: Translate,
): string[] {
  if (date === undefined || realNameOn !== undefined || realName === 'not-done') return [];
  const { from, sure, isCounted } = recordDays(date, facts);
  const sentence =
    sure <= today ? t('card_on_record_since', { date, sure }) : t('card_on_record', { date, from, sure });
  return isCounted ? [sentence] : [sentence, t('card_roughly')];
}

/** Returns the same, reckoned from the day on which the real name was verified. */
export function sayFromApproval(date: Day, facts: RulesetIndex, today: Day, t: Translate): string[] {
  if (date < RECORDED_SINCE) return [t('because_record_before_2018', { date })];
  const { from, sure, isCounted } = recordDays(date, facts);
  if (sure <= today) return [t('approved_since', { date, sure })];
  const sentence = t('approved_submit', { date, from, sure });
  return isCounted ? [sentence] : [sentence, t('card_roughly')];
}
