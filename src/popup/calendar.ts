import { createEvents, type DateArray } from 'ics';
import type { Day, Locale } from '../core/model.ts';
import type { Say } from '../ui/say.ts';
import { sayStep } from '../ui/say-step.ts';
import { datesOf, type Plan } from './plan.ts';

/** In: a plan with at least one date. Out: an iCalendar file with an all-day event for each. Throws on a bug only. */
export function calendarOf(plan: Plan, locale: Locale, say: Say): string {
  const { error, value } = createEvents(
    datesOf(plan.steps).map(({ step, day }) => ({
      uid: `${step.code}-${step.params.registrable}-${day}@icp-filing-guide`,
      title: plan.title,
      description: sayStep(step, say),
      start: partsOf(day),
      duration: { days: 1 },
      productId: `icp-filing-guide/${locale}`,
      ...(step.url !== null && { url: step.url }),
    })),
  );
  if (error || !value) throw error ?? new Error('no calendar');
  return value;
}

function partsOf(day: Day): DateArray {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
