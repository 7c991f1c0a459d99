import { addBusinessDays } from '../days.ts';
import type { Day, Finding } from '../model.ts';
import { citePrinciple, finding, type Question } from '../question.ts';

/** How many business days the registry and MIIT need to pass the data on: sources say three to five. */
const SOONEST = 3;
const SURE = 5;
/** Names verified before this day were not reported to MIIT. */
const RECORDED_SINCE = '2018-01-01';

/** In: the day on which real-name authentication was approved. Out: the first day on which the record is surely there. */
export function recordedBy(realNameOn: Day): Day {
  return addBusinessDays(realNameOn, SURE);
}

/** Has the verified identity reached MIIT's record, which the filing is compared with? */
export function realNameRecorded({ answers, facts, today }: Question): Finding {
  const cites = citePrinciple(facts, 'real-name-is-recorded');
  const { realName, realNameOn, realNameSettled, registeredOn } = answers;
  if (realName === 'not-done') return finding('real-name-recorded', 'not-applicable', 'record-comes-after', cites);
  // Of a name that is older than the record, the ministry may have no verification, however long ago it was.
  const isOlder = registeredOn !== undefined && registeredOn < RECORDED_SINCE;
  if (realNameOn === undefined && realNameSettled === true && !isOlder)
    return finding('real-name-recorded', 'pass', 'record-settled', cites);
  if (realNameOn === undefined) return finding('real-name-recorded', 'needs-answer', 'record-date-unknown', cites);
  if (realNameOn < RECORDED_SINCE) {
    const since = citePrinciple(facts, 'real-name-since-2018');
    return finding('real-name-recorded', 'fail', 'record-before-2018', since, { date: realNameOn });
  }
  const date = recordedBy(realNameOn);
  if (today >= date) return finding('real-name-recorded', 'pass', 'record-there', cites, { date });
  return today >= addBusinessDays(realNameOn, SOONEST)
    ? finding('real-name-recorded', 'cannot-tell', 'record-perhaps-there', cites, { date })
    : finding('real-name-recorded', 'fail', 'record-too-early', cites, { date });
}
