import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/common/days.ts';
import { LOCALES } from '../../../src/domain/common/locale.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { calendarOf } from '../../../src/verdict-view/steps-calendar.ts';
import { datesOf, markdownOf, textOf } from '../../../src/verdict-view/steps-export.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const answer = engine.assess(
  'www.example.com',
  { registrar: 'godaddy', registeredOn: '2026-11-01', expiresOn: '2027-11-01', realNameOn: '2026-11-23' },
  '2026-11-24',
);
if (answer.kind === 'problem') throw new Error('a domain was meant');
const { steps, timeline } = answer.verdict;
if (timeline === null) throw new Error('a timeline was meant');
const plan = { title: 'www.example.com: *not* as things stand', steps, timeline, rules };

describe.each(LOCALES)('steps to take along, %s', (locale) => {
  const t = wordsFor(locale);

  test('as text: one step a line, with its days, and the date of the rules', () => {
    const lines = textOf(plan, t).split('\n');
    expect(lines[0]).toBe(plan.title);
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(steps.length);
    expect(lines.join()).toContain('2026-12-31');
    expect(lines.join()).toContain(rules.stamp.date);
  });

  test('as Markdown: what is no markup is escaped', () => {
    expect(markdownOf(plan, t)).toContain('\\*not\\*');
  });

  test('the days of the timeline, how far holidays are known, and none where there is none', () => {
    const text = textOf(plan, t);
    for (const { earliest, latest } of timeline.phases) {
      expect(text).toContain(earliest);
      expect(markdownOf(plan, t)).toContain(latest);
    }
    expect(text).toContain(t('timeline_holidays', { date: '2026-12-31' }));
    expect(text).toContain(t('timeline_start', { date: '2026-11-24' }));
    expect(textOf({ ...plan, timeline: null }, t)).not.toContain(timeline.approval.latest);
  });

  test('as a calendar: an all-day event for each step with a day, and one for each part of the timeline', () => {
    const dates = datesOf(steps);
    expect(dates.length).toBeGreaterThan(1);
    const calendar = calendarOf(plan, locale, t);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(dates.length + timeline.phases.length);
    for (const { day } of dates) expect(calendar).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
    for (const { begins, latest } of timeline.phases) {
      expect(calendar).toContain(`DTSTART;VALUE=DATE:${begins.replaceAll('-', '')}`);
      expect(calendar).toContain(`DTEND;VALUE=DATE:${addDays(latest, 1).replaceAll('-', '')}`);
    }
    expect(calendar).toMatch(/^BEGIN:VCALENDAR/);
  });
});
