import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays, type Day } from '../domain/common/days.ts';
import type { Locale } from '../domain/common/locale.ts';
import { withMark } from '../i18n/loaded-mark.ts';
import { sayStep } from '../i18n/step-text.ts';
import { sayPhase, sayPhaseDays } from '../i18n/timeline-text.ts';
import type { Translate } from '../i18n/translator.ts';
import { datesOf, type Plan } from './steps-export.ts';

/**
 * Returns an iCalendar file: an all-day event for each day of a step, and one for each part of the
 * timeline, from its first day to its last.
 */
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
  for (const one of plan.timeline?.phases ?? []) {
    calendar.createEvent({
      id: `${one.phase}-${plan.steps[0]?.params.registrable}-${one.begins}@icp-filing-guide`,
      start: midnight(one.begins),
      // The end of an all-day event is the day after its last.
      end: midnight(addDays(one.latest, 1)),
      allDay: true,
      summary: `${sayPhase(one, t)} · ${plan.steps[0]?.params.registrable}`,
      description: sayPhaseDays(one, t),
      // A span in which something happens, not time that is taken.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** The library reads a date as UTC has it. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
