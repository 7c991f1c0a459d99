import { isMainThread } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { addDays, addMonths, addWorkingDays, dayOf, daysBetween } from '../../../../src/domain/common/days.ts';
import { workCalendar } from '../../../../src/domain/ruleset/holidays.ts';

/**
 * Zones with a changed hour in spring, in autumn, of half an hour, at midnight, a day that was left
 * out, and the ends of the world.
 */
const ZONES = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const before = process.env.TZ;
afterAll(() => {
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
const day = moment.map((date) => date.toISOString().slice(0, 10));
const results = (from: string, count: number) => [
  addDays(from, count),
  addMonths(from, count % 60),
  addWorkingDays(from, Math.abs(count % 60), workCalendar([])),
  daysBetween(from, addDays(from, count)),
];

// Within a thread a program cannot change its zone: tests run in processes of their own, unless
// somebody asks for threads.
describe.skipIf(!isMainThread).each(ZONES)('with the clock in %s', (zone) => {
  test('reckoning with days is the same as anywhere, over every change of the hour', () => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (from, count) => {
        process.env.TZ = zone;
        const here = results(from, count);
        process.env.TZ = 'UTC';
        expect(here).toEqual(results(from, count));
        expect(here[3]).toBe(count);
      }),
    );
  });

  test('today is the day that the clock on the wall shows, whatever hour it is', () => {
    process.env.TZ = zone;
    const wall = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    fc.assert(
      fc.property(moment, (at) => {
        expect(dayOf(at)).toBe(wall.format(at));
      }),
    );
  });

  test('a clock that is put back or forward by an hour, or over midnight, gives the same day or the next one', () => {
    process.env.TZ = zone;
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 24 * 60 }), (at, minutes) => {
        const later = new Date(at.getTime() + minutes * 60_000);
        // In Samoa 2011-12-30 was left out.
        expect(daysBetween(dayOf(at), dayOf(later))).toBeOneOf(zone === 'Pacific/Apia' ? [0, 1, 2] : [0, 1]);
      }),
    );
  });
});
