import ical from 'ical-generator';
import type { Day } from '../domain/common/days.ts';
import type { Locale } from '../domain/common/locale.ts';
import { withMark } from '../i18n/loaded-mark.ts';
import { sayStep } from '../i18n/step-text.ts';
import type { Translate } from '../i18n/translator.ts';
import { datesOf, type Plan } from './steps-export.ts';

/** In: a plan with at least one date. Out: an iCalendar file with an all-day event for each. */
export function calendarOf(plan: Plan, locale: Locale, t: Translate): string {
  const calendar = ical({ prodId: { company: 'icp-filing-guide', product: 'icp-filing-guide', language: locale } });
  for (const { step, day } of datesOf(plan.steps)) {
    calendar.createEvent({
      id: `${step.code}-${step.params.registrable}-${day}@icp-filing-guide`,
      start: midnight(day),
      allDay: true,
      summary: plan.title,
      description: withMark(sayStep(step, t), plan.rules, t),
      url: step.url,
    });
  }
  return calendar.toString();
}

/** The library reads a date as UTC has it. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
