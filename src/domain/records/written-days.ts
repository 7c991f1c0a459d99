/**
 * Days as registries, registrars and exports write them, in several languages. Pure; every
 * expression is bounded.
 */

import type { Day } from '../common/days.ts';
import type { DateOrder } from '../ruleset/record-words.ts';

/** A day that was read. */
export interface ReadDay {
  readonly day: Day;
  /** Whether a moment with its zone was written, so that the day is surely the one in Beijing. */
  readonly isMoment: boolean;
  /**
   * Whether day and month may be the other way round: both are at most 12, and nothing says which
   * comes first.
   */
  readonly isAmbiguous: boolean;
}

/** Names of months and of days of the week, in lower case. */
export interface DayWords {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
}

/** Beijing is eight hours ahead of UTC, without summer time since 1991. */
const BEIJING = 8 * 60;
/**
 * Zones whose letters mean one offset only. CST, EST or PST do not: exports write them all year
 * round, or for China.
 */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  msk: 180,
};
const FIRST_YEAR = 1985;
const LAST_YEAR = 2150;
/** More than any day with its time and zone has; the rest of a value is not looked at. */
const MOST = 64;

const YEAR_FIRST =
  /^(\d{4})(?:(?:\s?[年년]\s?)(\d{1,2})(?:\s?[月월]\s?)(\d{1,2})(?:\s?[日号일])?|([-/.])\s?(\d{1,2})\4\s?(\d{1,2})\.?)(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
/** 2012-Mar-05, as the registry of .tr writes it. */
const YEAR_MONTH_NAME = /^(\d{4})[-/. ](\p{L}{3,12})[-/. ](\d{1,2})(?!\d)/u;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const DAY_MONTH_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]{0,2}(?:de |of )?(\p{L}{3,12})\.?[-\s/,]{0,2}(?:de |of )?(\d{4})(?!\d)/iu;
const MONTH_DAY_YEAR = /^(\p{L}{3,12})\.?[-\s]{1,2}(\d{1,2})(?:st|nd|rd|th)?[-,\s]{1,2}(\d{4})(?!\d)/iu;
/** As the C library writes a moment: Thu Nov 20 21:39:08 UTC 2026. */
const YEAR_BEHIND_TIME =
  /^(\p{L}{3,12})\.?\s{1,2}(\d{1,2})\s(\d{1,2}:\d{2}(?::\d{2})?)\s(?:([A-Z]{1,5}|[+-]\d{4})\s)?(\d{4})(?!\d)/iu;
/** What stands before a day where a console says it as a sentence. */
const LEAD_IN =
  /^(?:(?:will )?(?:auto-?)?(?:renews?|expires?|registered|valid|active)(?: automatically)?(?: on| until| through)?|until|on|on or before|将于|有效期至|截至|至)[:：]?\s?/i;
const WEEKDAY = /^(\p{L}{2,12})\.?,?\s/u;
const TIME =
  /^(?:[T,]\s?|\s{1,3}(?:at )?|-(?=\d{2}:))?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?m\.?)?\s?(?:\(?(?:(z|utc|gmt|jst|kst|hkt|sgt|msk)(?:\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?)?|([+-])(\d{2}):?(\d{2})?)\)?)?(?![\w:])/i;

/**
 * Returns the day that a text begins with; null where it begins with none. A moment with a zone is
 * its day in Beijing, a time without one the day as it is written. Where day and month may be
 * either, `order` decides if it is given.
 */
export function readDay(text: string, words: DayWords, order: DateOrder | null = null): ReadDay | null {
  const start = text.length > MOST ? text.slice(0, MOST) : text;
  const trimmed = start.trimStart();
  const plain = /[^\x20-\x7e]/.test(trimmed) ? trimmed.normalize('NFKC') : trimmed;
  const read = readPlain(plain, words, order) ?? behindWeekday(plain, words, order);
  if (read !== null) return read;
  const [lead = ''] = LEAD_IN.exec(plain) ?? [];
  return lead === '' ? null : readPlain(plain.slice(lead.length), words, order);
}

function behindWeekday(text: string, words: DayWords, order: DateOrder | null): ReadDay | null {
  const [whole, name] = WEEKDAY.exec(text) ?? [];
  if (whole === undefined || name === undefined || !words.weekdays.has(name.toLowerCase())) return null;
  return readPlain(text.slice(whole.length).trimStart(), words, order);
}

function readPlain(text: string, words: DayWords, order: DateOrder | null): ReadDay | null {
  const first = text.charCodeAt(0);
  const isNumber = first >= 48 && first <= 57;
  return isNumber ? behindNumber(text, words, order) : behindMonth(text, words);
}

/** A day that begins with its year, or with the number of the day or the month. */
function behindNumber(text: string, words: DayWords, order: DateOrder | null): ReadDay | null {
  const year = YEAR_FIRST.exec(text);
  if (year !== null) {
    const [whole, y = '', cm, cd, , month = cm ?? '', date = cd ?? ''] = year;
    // 2028-04-2 is 2028-04-25 cut off: who writes the month with two digits writes the day so,
    // too.
    if (month.startsWith('0') && date.length === 1) return null;
    return made(Number(y), Number(month), Number(date), text.slice(whole.length));
  }
  const compact = COMPACT.exec(text);
  if (compact !== null)
    return made(Number(compact[1]), Number(compact[2]), Number(compact[3]), text.slice(compact[0].length));
  const last = YEAR_LAST.exec(text);
  if (last !== null) return yearLast(last, text.slice(last[0].length), order);
  const [front = '', year4, inner = '', last2] = YEAR_MONTH_NAME.exec(text) ?? [];
  const between = words.months.get(inner.toLowerCase());
  if (between !== undefined) return made(Number(year4), between, Number(last2), text.slice(front.length));
  const [whole = '', date, name = '', named] = DAY_MONTH_YEAR.exec(text) ?? [];
  const month = words.months.get(name.toLowerCase());
  return month === undefined ? null : made(Number(named), month, Number(date), text.slice(whole.length));
}

/** A day that begins with the name of its month. */
function behindMonth(text: string, words: DayWords): ReadDay | null {
  const clock = YEAR_BEHIND_TIME.exec(text);
  if (clock !== null) {
    const [, name = '', date, time = '', zone = '', year] = clock;
    const month = words.months.get(name.toLowerCase());
    return month === undefined ? null : made(Number(year), month, Number(date), ` ${time} ${zone}`);
  }
  const [whole = '', name = '', date, year] = MONTH_DAY_YEAR.exec(text) ?? [];
  const month = words.months.get(name.toLowerCase());
  return month === undefined ? null : made(Number(year), month, Number(date), text.slice(whole.length));
}

function yearLast(match: RegExpExecArray, rest: string, order: DateOrder | null): ReadDay | null {
  const [a, b, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  // With full stops the day comes first everywhere; with others it is told by a number above 12, or
  // by who asks.
  const dayFirst =
    a > 12 || (b <= 12 && (match[2] === '.' || (order !== 'mdy' && (order === 'dmy' || order === null))));
  const read = dayFirst ? made(year, b, a, rest) : made(year, a, b, rest);
  const isAmbiguous = a <= 12 && b <= 12 && a !== b && match[2] !== '.' && (order === null || order === 'ymd');
  return read === null ? null : { ...read, isAmbiguous };
}

function made(year: number, month: number, date: number, rest: string): ReadDay | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1 || date > daysIn(year, month))
    return null;
  const written = { day: dayText(year, month, date), isMoment: false, isAmbiguous: false };
  if (rest === '') return written;
  const time = TIME.exec(rest);
  if (time === null) return written;
  const zone = zoneOf(time);
  if (zone === null) return written;
  const half = time[4]?.toLowerCase();
  const hour = (Number(time[1]) % (half === undefined ? 24 : 12)) + (half === 'p' ? 12 : 0);
  const minutes = hour * 60 + Number(time[2]) - zone + BEIJING;
  return { ...written, day: shifted(year, month, date, Math.floor(minutes / 1440)), isMoment: true };
}

/** Minutes ahead of UTC; null where no zone stands behind the time. */
function zoneOf(time: RegExpExecArray): number | null {
  const [, , , , , letters, sign, hours, minutes, bareSign, bareHours, bareMinutes] = time;
  if (bareSign !== undefined) return signed(bareSign, bareHours, bareMinutes);
  if (letters === undefined) return null;
  return sign === undefined ? (ZONES[letters.toLowerCase()] ?? null) : signed(sign, hours, minutes);
}

function signed(sign: string, hours = '0', minutes = '0'): number {
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * Returns the day in Beijing of a moment in milliseconds, or in seconds, since 1970; null outside
 * the years of records.
 */
export function dayOfEpoch(value: number): Day | null {
  const milliseconds = value > 1e11 ? value : value * 1000;
  if (!(milliseconds > 4.7e11 && milliseconds < 5.7e12)) return null;
  const at = new Date(milliseconds + BEIJING * 60_000);
  return dayText(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

function shifted(year: number, month: number, date: number, days: number): Day {
  if (days === 0) return dayText(year, month, date);
  const at = new Date(Date.UTC(year, month - 1, date + days));
  return dayText(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dayText(year: number, month: number, date: number): Day {
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
