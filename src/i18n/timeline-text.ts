import type { Timeline, TimelinePhase } from '../domain/eligibility/verdict.ts';
import type { Translate } from './translator.ts';

/** Returns what a part of a timeline is. */
export function sayPhase({ phase, perhaps }: TimelinePhase, t: Translate): string {
  const name = t(`timeline_phase_${phase.replaceAll('-', '_')}`);
  return perhaps ? `${name} (${t('timeline_perhaps')})` : name;
}

/** Returns the days between which it is done. */
export function sayPhaseDays({ earliest, latest }: TimelinePhase, t: Translate): string {
  return t('timeline_span', { earliest, latest });
}

/**
 * Returns a timeline as lines: its day, its parts, when it is approved, and how far public holidays
 * are known.
 */
export function sayTimeline(
  timeline: Timeline,
  t: Translate,
): { readonly title: string; readonly phases: string[]; readonly end: string[] } {
  const { start, phases, approval, holidaysKnownTo } = timeline;
  return {
    title: t('timeline_start', { date: start }),
    phases: phases.map((one) => `${sayPhase(one, t)}: ${sayPhaseDays(one, t)}`),
    end: [
      t('timeline_approval', { earliest: approval.earliest, latest: approval.latest }),
      ...(holidaysKnownTo === null ? [] : [t('timeline_holidays', { date: holidaysKnownTo })]),
    ],
  };
}
