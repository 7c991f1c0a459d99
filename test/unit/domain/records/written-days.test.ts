import { expect, test } from 'vitest';
import { createVocabulary } from '../../../../src/domain/records/words.ts';
import { dayOfEpoch, readDay } from '../../../../src/domain/records/written-days.ts';
import type { DateOrder } from '../../../../src/domain/ruleset/record-words.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const { days: words } = createVocabulary(rules.records);
const day = (text: string, order: DateOrder | null = null) => readDay(text, words, order)?.day ?? null;

test.each([
  // A moment with its zone is its day in Beijing.
  ['2012-04-25T10:36:40Z', '2012-04-25'],
  ['2019-04-26T18:03:39Z', '2019-04-27'],
  ['2027-10-02T23:59:59.0Z', '2027-10-03'],
  ['2026-11-22T16:00:00.123Z', '2026-11-23'],
  ['2026-11-22T15:59:59.999Z', '2026-11-22'],
  ['2014-02-03T04:05:06+00:00', '2014-02-03'],
  ['2020-01-01T00:00:00+0800', '2020-01-01'],
  ['2020-01-01T00:00:00-05:00', '2020-01-01'],
  ['2027-12-31T20:00:00-0500', '2028-01-01'],
  ['2027-09-14 20:00:00 UTC', '2027-09-15'],
  ['1999-08-17 00:00:00 (UTC+8)', '1999-08-17'],
  ['2026/06/01 01:05:05 (JST)', '2026-06-01'],
  ['2026/06/01 00:05:05 (JST)', '2026-05-31'],
  ['Thu, 20 Nov 2026 21:39:08 UTC', '2026-11-21'],
  ['Wed Mar 27 16:03:44 GMT 2002', '2002-03-28'],
  ['2024-12-31T16:00:00Z', '2025-01-01'],
  // Without a zone it is the day as written; letters that stand for several zones are none.
  ['2018-04-16 23:33:59', '2018-04-16'],
  ['2002-03-06 00:00', '2002-03-06'],
  ['2027/04/25 07:59 PRC', '2027-04-25'],
  ['2021/05/02 23:31 PST', '2021-05-02'],
  ['2021-05-02 23:31:00 CST', '2021-05-02'],
  ['2019年05月18日', '2019-05-18'],
  ['2019年5月18日 10:20:30', '2019-05-18'],
  ['２０１９－０５－１８', '2019-05-18'],
  ['2001. 03. 22.', '2001-03-22'],
  ['2002.09.19 13:00:00', '2002-09-19'],
  ['2027년 3월 22일', '2027-03-22'],
  ['19990518 #162310', '1999-05-18'],
  ['2021/3/5', '2021-03-05'],
  ['15-sep-1997', '1997-09-15'],
  ['14-Feb-1999', '1999-02-14'],
  ['Jan 26, 2028', '2028-01-26'],
  ['Dec 14 2027', '2027-12-14'],
  ['January 5th, 2027', '2027-01-05'],
  ['26. Januar 2028', '2028-01-26'],
  ['14 décembre 2027', '2027-12-14'],
  ['14 de diciembre de 2027', '2027-12-14'],
  ['14 декабря 2027', '2027-12-14'],
  ['31.12.2027', '2027-12-31'],
  ['15-09-2004', '2004-09-15'],
  ['12/31/2027', '2027-12-31'],
  ['25/12/2027', '2027-12-25'],
  ['6/6/2027', '2027-06-06'],
  ['2024-02-29', '2024-02-29'],
  ['Monday, January 5, 2027 at 10:00:00 AM', '2027-01-05'],
  ['2027-01-05 11:30 PM UTC', '2027-01-06'],
])('%s is %s', (text, wanted) => {
  expect(day(text)).toBe(wanted);
});

test.each([
  '',
  'soon',
  '2023-02-29',
  '2027-13-01',
  '2027-00-10',
  '2027-01-00',
  '1884-01-01',
  '9999-12-31',
  '2028-04-2',
  '1745504314000',
  '12345678901',
  '31.02.2027',
  '31/31/2027',
  'Foo 12, 2027',
  'when 2027-01-01',
  'for example 1995-08-14T04:00:00Z',
])('%s is no day', (text) => {
  expect(day(text)).toBeNull();
});

test('what can be read two ways says so, until the order is known', () => {
  expect(readDay('6/5/2025', words)).toMatchObject({ isAmbiguous: true });
  expect(readDay('06-05-2025', words)).toMatchObject({ isAmbiguous: true });
  expect(readDay('06.05.2025', words)).toMatchObject({ day: '2025-05-06', isAmbiguous: false });
  expect(readDay('6/5/2025', words, 'mdy')).toMatchObject({ day: '2025-06-05', isAmbiguous: false });
  expect(readDay('6/5/2025', words, 'dmy')).toMatchObject({ day: '2025-05-06', isAmbiguous: false });
  // A number above 12 decides, whatever the order is said to be.
  expect(day('25/12/2027', 'mdy')).toBe('2027-12-25');
  expect(day('12/25/2027', 'dmy')).toBe('2027-12-25');
});

test('numbers of an interface are moments: days in Beijing', () => {
  expect(dayOfEpoch(Date.UTC(2027, 0, 1, 16))).toBe('2027-01-02');
  expect(dayOfEpoch(Date.UTC(2027, 0, 1, 15, 59) / 1000)).toBe('2027-01-01');
  for (const value of [0, 5, -1, 146, 20270101, 9e15, Number.NaN]) expect(dayOfEpoch(value)).toBeNull();
});

test('every month in every language, in the orders that languages have', () => {
  rules.records.months.forEach((names, index) => {
    const month = String(index + 1).padStart(2, '0');
    for (const name of names.filter((one) => !one.includes(' '))) {
      expect(day(`14 ${name} 2027`), name).toBe(`2027-${month}-14`);
      expect(day(`${name.toUpperCase()} 14, 2027`), name).toBe(`2027-${month}-14`);
      expect(day(`14-${name}-2027`), name).toBe(`2027-${month}-14`);
    }
  });
});
