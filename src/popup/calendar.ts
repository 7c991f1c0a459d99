import ical from 'ical-generator';
import type { Day, Locale } from '../core/model.ts';
import type { Say } from '../ui/say.ts';
import { sayStep } from '../ui/say-step.ts';
import { datesOf, type Plan } from './plan.ts';

/** In: a plan with at least one date. Out: an iCalendar file with an all-day event for each. */
export function calendarOf(plan: Plan, locale: Locale, say: Say): string {
  const calendar = ical({ prodId: { company: 'icp-filing-guide', product: 'icp-filing-guide', language: locale } });
  for (const { step, day } of datesOf(plan.steps)) {
    calendar.createEvent({
      id: `${step.code}-${step.params.registrable}-${day}@icp-filing-guide`,
      start: midnight(day),
      allDay: true,
      summary: plan.title,
      description: sayStep(step, say),
      url: step.url,
    });
  }
  return calendar.toString();
}

/** The library reads a date as UTC has it. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
