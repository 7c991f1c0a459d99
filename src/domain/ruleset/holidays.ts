/** Public holidays as facts, and the calendar of working days that follows from them. */

import { addDays, type Day, type WorkCalendar } from '../common/days.ts';
import type { Citation } from './source.ts';

/**
 * The public holidays of a year and the weekends that are worked for them, as the State Council
 * sets them each autumn.
 */
export interface HolidayYear {
  readonly year: number;
  /** Whether only the days are here that the law fixes: the notice for the year is not out yet. */
  readonly byLawAlone?: boolean | undefined;
  /** First and last day of each holiday, weekends included. */
  readonly off: readonly { readonly from: Day; readonly to: Day }[];
  /** Days of a weekend that are working days. */
  readonly work: readonly Day[];
  readonly cites: readonly Citation[];
}

/**
 * Returns the calendar of these years, which follow one another. It reaches as far as the notices
 * do.
 */
export function workCalendar(years: readonly HolidayYear[]): WorkCalendar {
  const off = new Set<Day>();
  for (const { from, to } of years.flatMap((year) => year.off))
    for (let day = from; day <= to; day = addDays(day, 1)) off.add(day);
  const [first] = years;
  const last = lastWithNotice(years);
  return {
    off,
    work: new Set(years.flatMap((year) => year.work)),
    from: first === undefined ? '' : `${first.year}-01-01`,
    to: last === undefined ? '' : `${last.year}-12-31`,
  };
}

/** Returns the last year whose holidays the State Council has told; undefined where it is none. */
export function lastWithNotice(years: readonly HolidayYear[]): HolidayYear | undefined {
  return years.findLast(({ byLawAlone }) => byLawAlone !== true);
}
