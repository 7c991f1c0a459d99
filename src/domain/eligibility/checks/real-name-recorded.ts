import type { Day } from '../../common/days.ts';
import { addDays, addWorkingDays } from '../../common/days.ts';
import type { HolidayYear } from '../../ruleset/holidays.ts';
import { citationsForLegalBasis } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, finding } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/**
 * How many business days the registry and MIIT need to pass the data on: sources say three to five.
 */
const SOONEST = 3;
const SURE = 5;
/** Names verified before this day were not reported to MIIT. */
export const RECORDED_SINCE = '2018-01-01';

/**
 * More days than the longest public holiday takes: after so many the record is there, whatever the
 * calendar.
 */
const LONGEST_HOLIDAY = 10;

/**
 * Returns the first day on which the record is surely there, counted in working days as far as
 * their calendar is known.
 */
export function recordedBy(realNameOn: Day, { calendar }: AssessmentContext['facts']): Day {
  return addWorkingDays(realNameOn, SURE, calendar).day;
}

/** Returns the first day on which the record may be there. */
export function recordedFrom(realNameOn: Day, { calendar }: AssessmentContext['facts']): Day {
  return addWorkingDays(realNameOn, SOONEST, calendar).day;
}

/**
 * Returns when a record may be there and when it surely is, of a name that was verified on a day,
 * and whether the calendar of public holidays reaches so far.
 */
export function recordDays(
  realNameOn: Day,
  { calendar }: AssessmentContext['facts'],
): { readonly from: Day; readonly sure: Day; readonly isCounted: boolean } {
  const { day: sure, isCounted } = addWorkingDays(realNameOn, SURE, calendar);
  return { from: addWorkingDays(realNameOn, SOONEST, calendar).day, sure, isCounted };
}

/**
 * Has the verified identity reached MIIT's record, which the filing is compared with? Of what was
 * found before only whether the registrar is licensed counts.
 */
export function realNameRecorded(question: AssessmentContext, before: readonly Finding[]): Finding {
  const { answers, facts } = question;
  const rule = citationsForLegalBasis(facts, 'real-name-is-recorded');
  const { realName, realNameOn, realNameSettled, registeredOn } = answers;
  if (realName === 'not-done' || comesAfterMove(question, before))
    return finding('real-name-recorded', 'not-applicable', 'record-comes-after', rule);
  // Of a name that is older than the record, the ministry may have no verification, however long
  // ago it was.
  const isOlder = registeredOn !== undefined && registeredOn < RECORDED_SINCE;
  if (realNameOn === undefined && realNameSettled === true && !isOlder)
    return finding('real-name-recorded', 'pass', 'record-settled', rule);
  if (realNameOn === undefined) return finding('real-name-recorded', 'needs-answer', 'record-date-unknown', rule);
  if (realNameOn < RECORDED_SINCE) {
    const since = citationsForLegalBasis(facts, 'real-name-since-2018');
    return finding('real-name-recorded', 'fail', 'record-before-2018', since, { date: realNameOn });
  }
  return recordOf(realNameOn, question);
}

/** What is known of the record of a name that was verified on a day since there are records. */
function recordOf(realNameOn: Day, { facts, today }: AssessmentContext): Finding {
  const rule = citationsForLegalBasis(facts, 'real-name-is-recorded');
  const { day: date, isCounted } = addWorkingDays(realNameOn, SURE, facts.calendar);
  const cites = isCounted
    ? [...rule, ...facts.rules.holidays.filter(touches(realNameOn, date)).flatMap((one) => one.cites)]
    : rule;
  if (today >= (isCounted ? date : addDays(date, LONGEST_HOLIDAY)))
    return finding('real-name-recorded', 'pass', 'record-there', cites, { date });
  const isPerhapsThere = today >= recordedFrom(realNameOn, facts);
  return isPerhapsThere
    ? finding(
        'real-name-recorded',
        'cannot-tell',
        isCounted ? 'record-perhaps-there' : 'record-perhaps-there-roughly',
        cites,
        { date },
      )
    : finding('real-name-recorded', 'fail', isCounted ? 'record-too-early' : 'record-too-early-roughly', cites, {
        date,
      });
}

/**
 * Whether nobody says anything of the verification of a name that has to move to a licensed
 * registrar: a day before the move need not be known.
 */
function comesAfterMove(question: AssessmentContext, before: readonly Finding[]): boolean {
  const { realName, realNameOn, realNameSettled } = question.answers;
  if (realName !== undefined || realNameOn !== undefined || realNameSettled !== undefined) return false;
  return before.some(({ check, outcome }) => check === 'registrar-licensed' && outcome === 'fail');
}

const touches =
  (from: Day, to: Day) =>
  ({ year }: HolidayYear) =>
    from <= `${year}-12-31` && `${year}-01-01` <= to;
