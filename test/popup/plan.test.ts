import { describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/background/words.ts';
import { LOCALES } from '../../src/core/model.ts';
import { calendarOf } from '../../src/popup/calendar.ts';
import { datesOf, markdownOf, textOf } from '../../src/popup/plan.ts';
import { engine } from '../rules.ts';

const answer = engine.ask(
  'www.example.com',
  { registrar: 'godaddy', registeredOn: '2026-11-01', expiresOn: '2027-11-01', realNameOn: '2026-11-23' },
  '2026-11-24',
);
if (answer.kind === 'problem') throw new Error('a domain was meant');
const { steps, rules } = answer.verdict;
const plan = { title: 'www.example.com: *not* as things stand', steps, rules };

describe.each(LOCALES)('steps to take along, %s', (locale) => {
  const say = wordsFor(locale);

  test('as text: one step a line, with its days, and the date of the rules', () => {
    const lines = textOf(plan, say).split('\n');
    expect(lines[0]).toBe(plan.title);
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(steps.length);
    expect(lines.join()).toContain('2026-12-31');
    expect(lines.join()).toContain(rules);
  });

  test('as Markdown: what is no markup is escaped', () => {
    expect(markdownOf(plan, say)).toContain('\\*not\\*');
  });

  test('as a calendar: an all-day event for each step with a day', () => {
    const dates = datesOf(steps);
    expect(dates.length).toBeGreaterThan(1);
    const calendar = calendarOf(plan, locale, say);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(dates.length);
    for (const { day } of dates) expect(calendar).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
    expect(calendar).toMatch(/^BEGIN:VCALENDAR/);
  });
});
