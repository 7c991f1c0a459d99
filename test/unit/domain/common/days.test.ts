import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOf,
  daysBetween,
  isDay,
  isWeekend,
} from '../../../../src/domain/common/days.ts';
import { workCalendar } from '../../../../src/domain/ruleset/holidays.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A calendar that reaches nowhere: weekends alone are skipped. */
const NONE = workCalendar([]);

describe('days', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
    ['20260-01-01', false],
    ['+02026-01-01', false],
    ['+012026-01', false],
    ['-002026-01', false],
    [' 2026-01-01', false],
    ['2026-01-01T00:00:00Z', false],
    ['Day 2026-01-01', false],
  ])('%j is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  test.each([
    ['2026-11-24', 3, '2027-02-24'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-20', 5, '2026-11-27'],
    ['2026-11-24', 3, '2026-11-27'],
    ['2026-11-21', 0, '2026-11-21'],
  ])('%s and %i business days is %s', (from, days, to) => {
    expect(addWorkingDays(from, days, NONE)).toEqual({ day: to, isCounted: false });
  });

  test.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-11-24', 0, '2026-11-24'],
    // What is no day, or none that can be reckoned with, is none afterward: nothing throws.
    ['someday', 1, ''],
    ['2026-11-24', 1e9, ''],
    ['2026-11-24', Number.NaN, ''],
    ['9999-12-31', 1, ''],
    ['0000-01-01', -1, ''],
  ])('%s and %d days is %j', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  test.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2027-01-01', '2026-12-31', -1],
    ['2026-11-24', '2026-11-24', 0],
  ])('from %s to %s it is %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  test('adding days and counting them are each other’s inverse', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  test('business days end on a weekday, never sooner than as many days, and five are a week', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const to = addWorkingDays(from, count, NONE).day;
        expect([0, 6]).not.toContain(new Date(to).getUTCDay());
        expect(to >= addDays(from, count)).toBe(true);
        const monday = addWorkingDays(from, 1, NONE).day;
        expect(addWorkingDays(monday, 5, NONE).day).toBe(addDays(monday, 7));
      }),
    );
  });

  test('the local clock tells the day, not the one in Greenwich', () => {
    expect(dayOf(new Date(2026, 10, 24, 0, 5))).toBe('2026-11-24');
    expect(dayOf(new Date(2026, 10, 24, 23, 55))).toBe('2026-11-24');
  });
});

describe('working days of the mainland', () => {
  const calendar = workCalendar(rules.holidays);
  const workedAfter = (day: string, days: number) => addWorkingDays(day, days, calendar);

  test.each([
    // Before the Spring Festival: 14 February is a Saturday that is worked, the holiday runs from
    // the 15th to the 23rd.
    ['2026-02-12', 1, '2026-02-13'],
    ['2026-02-12', 2, '2026-02-14'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-27', 1, '2026-02-28'],
    // A holiday on Thursday and Friday, and the Sunday that is worked for it.
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-24', 1, '2026-09-28'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-11-20', 5, '2026-11-27'],
    // Beyond the last notice, New Year's Day is one by law.
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-09-30', 1, '2027-10-04'],
  ])('%s and %i of them is %s', (from, days, to) => {
    expect(workedAfter(from, days).day).toBe(to);
  });

  test('are counted only where the notices reach over all of them', () => {
    expect(workedAfter('2026-01-01', 5).isCounted).toBe(true);
    expect(workedAfter('2025-12-31', 1).isCounted).toBe(false);
    expect(workedAfter('2026-12-24', 5)).toEqual({ day: '2026-12-31', isCounted: true });
    expect(workedAfter('2026-12-25', 5)).toEqual({ day: '2027-01-04', isCounted: false });
  });

  test('one after the other make up the year: 248 of them in 2026', () => {
    const all: string[] = [];
    for (let day = '2025-12-31'; day < '2026-12-31'; day = all.at(-1) ?? '') all.push(workedAfter(day, 1).day);
    // 261 weekdays, less 19 that are holidays, and six days of weekends that are worked.
    expect(all.length).toBe(248);
    expect(all.filter(isWeekend)).toEqual(rules.holidays.flatMap(({ work }) => work));
  });
});
