/**
 * What leaves a portfolio for other programs: the plan's days as Markdown, as JSON and as a
 * calendar say the same, of records that a table had.
 */
import { expect, test } from 'vitest';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { NOTHING_KNOWN, rowAssessor, sitesOf } from '../../../../src/domain/portfolio/assess-rows.ts';
import { planOf } from '../../../../src/domain/portfolio/filing-plan.ts';
import { NO_RECORDS } from '../../../../src/domain/portfolio/name-records.ts';
import { timelineOf } from '../../../../src/domain/portfolio/plan-timeline.ts';
import { readNames } from '../../../../src/domain/portfolio/read-names.ts';
import { createRecordReader } from '../../../../src/domain/records/read.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { jsonOf, markdownOf } from '../../../../src/entries/portfolio/export-plan.ts';
import { whyText } from '../../../../src/entries/portfolio/plan-text.ts';
import { calendarOf } from '../../../../src/entries/portfolio/timeline-calendar.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';
const engine = createEngine(rules);
const reader = createRecordReader(rules, engine.read);
const HEAD = '域名,注册商,注册日期,到期日期,实名认证,实名认证时间,域名状态';

/** Returns the plan of a table, as the portfolio's page has it. */
function planned(...rows: readonly string[]) {
  const text = `${[HEAD, ...rows].join('\n')}\n`;
  const read = readNames(engine, reader, {
    text,
    known: '',
    records: NO_RECORDS,
    place: 'names.csv',
    readOn: TODAY,
    shapes: {},
  });
  const known = { ...NOTHING_KNOWN, records: read.records ?? NO_RECORDS };
  const names = rowAssessor(engine, known, TODAY, 'en').rows(read.entries, 0);
  const plan = planOf(names, { answers: {}, sites: new Map() }, engine.facts);
  return { rows: names, sites: sitesOf(names, plan), plan, facts: engine.facts, timeline: timelineOf(names, TODAY) };
}

/** Returns the days, titles and names of a calendar's events. */
function eventsIn(calendar: string): readonly string[] {
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(name)).map((line) => line.slice(line.indexOf(':') + 1));
  const titles = values('SUMMARY');
  const named = values('DESCRIPTION');
  return values('DTSTART').map((day, index) => `${day} ${titles[index]} ${named[index]}`);
}

const WHOLE = planned(
  'shili-renew.com,阿里云,2015-01-02,2026-12-20,已实名,2020-01-02,ok',
  'shili-renew.net,阿里云,2015-01-02,2026-12-20,已实名,2020-01-02,ok',
  'shili-young.com,GoDaddy,2026-11-01,2028-11-01,,,ok',
  'shili-old.com,GoDaddy,2015-11-01,2028-11-01,,,ok',
  'shili-unnamed.com,阿里云,2015-01-02,2029-01-02,未实名,,ok',
  'shili-held.com,阿里云,2015-01-02,2029-01-02,已实名,2020-01-02,serverHold',
  'shili-lost.com,阿里云,2015-01-02,2026-11-01,已实名,2020-01-02,redemptionPeriod',
  'shili-waits.com,阿里云,2026-11-24,2029-11-24,已实名,2026-11-26,ok',
);

test('the plan begins with what must not wait, and has a day where one is known', () => {
  expect(WHOLE.timeline.map(({ fix, from, by, names }) => [fix, from, by, names.join(' ')])).toEqual([
    ['restore', null, null, 'shili-lost.com'],
    ['renew', null, '2026-12-20', 'shili-renew.com shili-renew.net'],
    ['lift-hold', null, null, 'shili-held.com'],
    ['move-registrar', null, null, 'shili-old.com'],
    // Sixty days after the registration.
    ['move-registrar', '2026-12-31', null, 'shili-young.com'],
    ['pass-real-name', null, null, 'shili-unnamed.com'],
    // Five working days after the verification.
    ['wait-record', '2026-12-03', null, 'shili-waits.com'],
  ]);
});

test('Markdown has each item with its day, and the names below it', () => {
  const lines = markdownOf({ ...WHOLE, t: wordsFor('en') }, 'Shops').split('\n');
  const begin = lines.indexOf('## What to do when') + 2;
  expect(lines.slice(begin, lines.indexOf('', begin))).toEqual([
    '- **Renew or restore: it has lapsed: 1 (now)**',
    '  - shili-lost.com',
    '- **Renew: too little time left: 2 (by 2026-12-20)**',
    '  - shili-renew.com',
    '  - shili-renew.net',
    '- **Have the hold lifted: 1 (now)**',
    '  - shili-held.com',
    '- **Move to a licensed registrar: 1 (now)**',
    '  - shili-old.com',
    '- **Move to a licensed registrar: 1 (from 2026-12-31)**',
    '  - shili-young.com',
    '- **Complete real-name verification: 1 (now)**',
    '  - shili-unnamed.com',
    '- **Wait for the MIIT record: 1 (from 2026-12-03)**',
    '  - shili-waits.com',
  ]);
});

test('Markdown says once what is said of several blocked domains, the largest group first', () => {
  const lines = markdownOf({ ...WHOLE, t: wordsFor('en') }, 'Shops').split('\n');
  const begin = lines.indexOf('## Blocked domains and how to fix them') + 2;
  const blocked = lines.slice(begin, lines.indexOf('', begin));
  expect(blocked.map((line) => line.replace(/(\*\*.+\*\*) .*/, '$1'))).toEqual([
    '- **Move to a licensed registrar (2)**',
    '  - shili-old.com',
    '  - shili-young.com',
    '- **Renew the domain (1)**',
    '  - shili-lost.com',
    '- **Complete real-name verification (1)**',
    '  - shili-unnamed.com',
    '- **Wait for the MIIT record (1)**',
    '  - shili-waits.com',
  ]);
  expect(new Set(blocked).size).toBe(blocked.length);
});

test('JSON has the same items, and what is blocked with the step that helps', () => {
  const read = JSON.parse(jsonOf(WHOLE.plan, rules, WHOLE.timeline));
  expect(read.timeline).toEqual(WHOLE.timeline);
  expect(read.rules).toBe(rules.stamp.date);
  expect(read.orders).toEqual([['shili-held.com', 'shili-renew.com', 'shili-renew.net']]);
  expect(
    read.blocked.map(({ name, step }: { name: string; step: { code: string } | null }) => [name, step?.code]),
  ).toEqual([
    ['shili-lost.com', 'renew'],
    ['shili-old.com', 'transfer-in'],
    ['shili-unnamed.com', 'verify-identity'],
    ['shili-waits.com', 'wait-for-record'],
    ['shili-young.com', 'transfer-in'],
  ]);
});

test.each([
  [
    'en',
    [
      '20261220 Renew: too little time left (2) shili-renew.com\\nshili-renew.net',
      '20261231 Move to a licensed registrar (1) shili-young.com',
      '20261203 Wait for the MIIT record (1) shili-waits.com',
    ],
  ],
  [
    'zh_CN',
    [
      '20261220 续费：有效期不足 (2) shili-renew.com\\nshili-renew.net',
      '20261231 转入已获许可的注册商 (1) shili-young.com',
      '20261203 等实名信息入库 (1) shili-waits.com',
    ],
  ],
] as const)('the calendar has an all-day event for each item with a day, in %s', (locale, events) => {
  const calendar = calendarOf(WHOLE.timeline, rules, locale, wordsFor(locale));
  expect(eventsIn(calendar)).toEqual(events);
  expect(calendar.match(/^DTSTART;VALUE=DATE:\d{8}\r$/gm)).toHaveLength(3);
  // A calendar that is brought in again changes its events, and adds none.
  expect(calendar.match(/^UID:.+\r$/gm)).toEqual(
    calendarOf(WHOLE.timeline, rules, locale, wordsFor(locale)).match(/^UID:.+\r$/gm),
  );
});

test('nothing dated is a calendar without an event', () => {
  const { timeline } = planned('shili-old.com,GoDaddy,2015-11-01,2028-11-01,,,ok');
  const calendar = calendarOf(timeline, rules, 'en', wordsFor('en'));
  expect(timeline).toHaveLength(1);
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\s*$/);
  expect(calendar).not.toContain('VEVENT');
});

test('why the first thing to do is what it is: a state at the registry speaks for itself, whatever else is open', () => {
  const { rows } = planned(
    'a.com,阿里云,2019-01-12,2031-01-12,已实名,2019-02-01,clientHold',
    'b.com,GoDaddy,2019-01-12,2031-01-12,,,serverHold',
    'c.com,阿里云,2019-01-12,2031-01-12,已实名,2019-02-01,redemptionPeriod',
    'd.com,阿里云,2019-01-12,2026-01-12,已实名,2019-02-01,clientHold',
    'e.com,GoDaddy,2019-01-12,2031-01-12,,,ok',
  );
  const t = wordsFor('en');
  expect(rows.map((row) => [row.fix, whyText(row, t).slice(0, 24)])).toEqual([
    ['lift-hold', 'On hold by the registrar'],
    ['lift-hold', 'On hold by the registry '],
    ['restore', 'In redemption: it has la'],
    ['restore', 'Expired on 2026-01-12. R'],
    ['move-registrar', 'GoDaddy is an overseas r'],
  ]);
});
