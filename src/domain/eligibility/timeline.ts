/**
 * When the next steps can be done: earliest and latest days, from the durations that sources give.
 */
import { addDays, addWorkingDays, type Day } from '../common/days.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { Duration, Phase } from '../ruleset/durations.ts';
import type { Citation } from '../ruleset/source.ts';
import type { AssessmentContext } from './assessment-context.ts';
import { recordedFrom } from './checks/real-name-recorded.ts';
import type { Finding, Step, Timeline, TimelinePhase } from './verdict.ts';

/** From when on something can begin: the earliest day, and the day by which it surely can. */
interface Reached {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Steps after which the registrant is verified anew. */
const VERIFIED_ANEW = ['transfer-in', 'move-in-group', 'change-holder', 'verify-identity', 'verify-identity-again'];
const TRANSFERS = ['transfer-in', 'move-in-group'];
/** What is sent to the administration. */
const SENT = ['file-name', 'file-own-site', 'add-access-filing', 'submit-change'];
/** Without somebody who can file, no day is the first. */
const NOBODY_FILES = ['find-mainland-body', 'ask-who-may-file'];

/**
 * Returns when the steps of a verdict can be done by someone who starts today. Parts that run side
 * by side begin on the same day; what depends on an answer that is missing makes the latest day
 * later and leaves the earliest.
 */
export function timelineFor(
  context: AssessmentContext,
  findings: readonly Finding[],
  steps: readonly Step[],
): Timeline | null {
  const { facts, today, answers } = context;
  const has = (codes: readonly string[]) => steps.some(({ code }) => codes.includes(code));
  if (!has(SENT) || has(NOBODY_FILES)) return null;

  const phases: TimelinePhase[] = [];
  const durations = new Map(facts.rules.durations.map((one) => [one.phase, one]));
  let isCounted = true;

  function later(day: Day, count: number, unit: Duration['unit']): Day {
    if (unit === 'days') return addDays(day, count);
    const { day: reached, isCounted: isKnown } = addWorkingDays(day, count, facts.calendar);
    if (!isKnown) isCounted = false;
    return reached;
  }

  function pass(phase: Phase, from: Reached, perhaps = false): Reached {
    const duration = durations.get(phase);
    if (duration === undefined) return from;
    const longer = duration.longer?.find(({ province }) => province === answers.province);
    const reached = {
      earliest: perhaps ? from.earliest : later(from.earliest, duration.from, duration.unit),
      latest: later(from.latest, longer?.to ?? duration.to, duration.unit),
    };
    add(phase, from.earliest, reached, perhaps, [...duration.cites, ...(longer?.cites ?? [])]);
    return reached;
  }

  function add(phase: Phase, begins: Day, { earliest, latest }: Reached, perhaps: boolean, cites: readonly Citation[]) {
    phases.push({ phase, begins, earliest, latest, perhaps, cites });
  }

  const start: Reached = { earliest: today, latest: today };
  const canBeFiled = has(['have-record-cancelled']) ? pass('cancel-old-filing', start) : start;
  const isOnRecord = passName(start);

  function passName(from: Reached): Reached {
    const isOpen = (check: CheckId) =>
      findings.some((one) => one.check === check && one.ifFiledAnew === undefined && isUnsettled(one));
    const transferred = has(TRANSFERS) ? pass('transfer-in', notBefore(from, steps)) : from;
    if (has(VERIFIED_ANEW)) return pass('record', pass('real-name', transferred));
    const verified = isOpen('real-name-done') ? pass('real-name', transferred, true) : transferred;
    const waits = steps.find(({ code }) => code === 'wait-for-record');
    if (waits !== undefined && waits.notBefore !== null && answers.realNameOn !== undefined) {
      const soonest = recordedFrom(answers.realNameOn, facts);
      const reached = { earliest: soonest > today ? soonest : today, latest: waits.notBefore };
      add('record', today, reached, false, durations.get('record')?.cites ?? []);
      return reached;
    }
    return isOpen('real-name-recorded') ? pass('record', verified, true) : verified;
  }

  const submitted = pass('provider-review', latestOf(canBeFiled, isOnRecord));
  const approved = pass('administration', pass('hand-over', submitted));
  const opened = pass('open', approved);
  if (has(['file-name', 'file-own-site'])) pass('police-filing', opened);

  return {
    start: today,
    phases,
    approval: approved,
    holidaysKnownTo: isCounted ? null : facts.calendar.to > today ? facts.calendar.to : today,
  };
}

/** Whether what a finding is about may still have to be done. */
function isUnsettled({ outcome }: Finding): boolean {
  return outcome === 'needs-answer' || outcome === 'cannot-tell';
}

/** Returns when a transfer can begin: a name is locked for some time after it was registered. */
function notBefore(from: Reached, steps: readonly Step[]): Reached {
  const unlocked = steps.find(({ code }) => TRANSFERS.includes(code))?.notBefore ?? null;
  return unlocked === null ? from : latestOf(from, { earliest: unlocked, latest: unlocked });
}

function latestOf(a: Reached, b: Reached): Reached {
  return {
    earliest: a.earliest > b.earliest ? a.earliest : b.earliest,
    latest: a.latest > b.latest ? a.latest : b.latest,
  };
}
