import ical from 'ical-generator';
import type { Day } from '../../domain/common/days.ts';
import type { Locale } from '../../domain/common/locale.ts';
import type { TimelineItem } from '../../domain/portfolio/plan-timeline.ts';
import { type Stamped, withMark } from '../../i18n/loaded-mark.ts';
import { sayFix } from '../../i18n/step-text.ts';
import type { Translate } from '../../i18n/translator.ts';

/** Returns an iCalendar file with an all-day event for each item of a timeline that has a day. */
export function calendarOf(timeline: readonly TimelineItem[], rules: Stamped, locale: Locale, t: Translate): string {
  const calendar = ical({ prodId: { company: 'icp-filing-guide', product: 'icp-filing-guide', language: locale } });
  for (const { fix, from, by, names } of timeline) {
    const day = by ?? from;
    if (day === null) continue;
    calendar.createEvent({
      id: `${fix}-${day}-${names[0]}@icp-filing-guide`,
      start: midnight(day),
      allDay: true,
      summary: `${sayFix(fix, t)} (${names.length})`,
      description: withMark(names.join('\n'), rules, t),
    });
  }
  return calendar.toString();
}

/** The library reads a date as UTC has it. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
