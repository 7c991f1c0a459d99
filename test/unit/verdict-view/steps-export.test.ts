import { describe, expect, test } from 'vitest';
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
const { steps } = answer.verdict;
const plan = { title: 'www.example.com: *not* as things stand', steps, rules };

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

  test('as a calendar: an all-day event for each step with a day', () => {
    const dates = datesOf(steps);
    expect(dates.length).toBeGreaterThan(1);
    const calendar = calendarOf(plan, locale, t);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(dates.length);
    for (const { day } of dates) expect(calendar).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
    expect(calendar).toMatch(/^BEGIN:VCALENDAR/);
  });
});
