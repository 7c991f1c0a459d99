/**
 * Reckoning with days. Days are `YYYY-MM-DD`, so that they compare as text; no clock and no time
 * zone here.
 */

/** A day, `YYYY-MM-DD`. */
export type Day = string;

const DAY = 86_400_000;

/** Returns whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return toDay(Date.parse(text)) === text && text !== '';
}

/** Returns the day that many days later; earlier where the number is negative. */
export function addDays(day: Day, days: number): Day {
  return toDay(Date.parse(day) + days * DAY);
}

/** Returns how many days the second is after the first; negative where it is before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Returns the same day of the month that many months later, or that month's last. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/**
 * Which days are worked in the mainland, as far as the State Council's notices that we hold reach.
 */
export interface WorkCalendar {
  readonly off: ReadonlySet<Day>;
  readonly work: ReadonlySet<Day>;
  /** The first and the last day that the notices speak of; empty for none. */
  readonly from: Day;
  readonly to: Day;
}

/**
 * Returns the day so many working days later, and whether the calendar reaches over all of them.
 * Where it does not, weekends alone are skipped: with a public holiday it takes longer.
 */
export function addWorkingDays(day: Day, days: number, calendar: WorkCalendar): WorkingDay {
  const known = KNOWN.get(calendar) ?? new Map<string, WorkingDay>();
  KNOWN.set(calendar, known);
  const key = `${day} ${days}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = countWorkingDays(day, days, calendar);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

interface WorkingDay {
  readonly day: Day;
  readonly isCounted: boolean;
}

/** What was counted before: the days of a list of hosts are all counted from today. */
const KNOWN = new WeakMap<WorkCalendar, Map<string, WorkingDay>>();
const MOST_KNOWN = 1000;

function countWorkingDays(day: Day, days: number, calendar: WorkCalendar): WorkingDay {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (calendar.work.has(at) || !(isWeekend(at) || calendar.off.has(at))) left--;
  }
  return { day: at, isCounted: calendar.from !== '' && calendar.from <= day && at <= calendar.to };
}

/** Returns the day of a moment as the local clock shows it. */
export function dayOf(moment: Date): Day {
  return toDay(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(Date.parse(day)).getUTCDay());
}

/** Days that were written before: those of many names are few. */
const written = new Map<number, Day>();
/** A hundred years of them. */
const MOST_WRITTEN = 36_600;

/** Empty where it is no moment, or one outside the years that compare as text. */
function toDay(milliseconds: number): Day {
  const number = Math.floor(milliseconds / DAY);
  const known = written.get(number);
  if (known !== undefined) return known;
  const date = new Date(number * DAY);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  const day = text.startsWith('+') || text.startsWith('-') ? '' : text.slice(0, 10);
  if (written.size < MOST_WRITTEN) written.set(number, day);
  return day;
}
