import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { addDays, addWorkingDays } from '../../../../src/domain/common/days.ts';
import type { Timeline } from '../../../../src/domain/eligibility/verdict.ts';
import { PHASES } from '../../../../src/domain/ruleset/durations.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

/** A working day from which on the longest way ends within the year whose holidays are known. */
const TODAY = '2026-03-02';

function timelineOf(answers: Answers, today = TODAY, host = 'example.com'): Timeline | null {
  const answer = engine.assess(host, answers, today);
  if (answer.kind === 'problem') throw new Error('a domain was meant');
  return answer.verdict.timeline;
}

/** What of a name that can be filed at once is known. */
const READY: Answers = {
  hosting: 'mainland',
  name: 'own',
  subject: 'organisation',
  registeredIn: 'mainland',
  registrar: 'alibaba-cloud',
  realName: 'done',
  realNameSettled: true,
  record: 'none',
};
const phasesOf = (timeline: Timeline | null) => timeline?.phases.map(({ phase }) => phase);
const working = (day: string, count: number) => addWorkingDays(day, count, engine.facts.calendar).day;

describe('which parts a way has', () => {
  test.each<[string, Answers, readonly string[] | undefined]>([
    ['a name that is ready', READY, ['provider-review', 'hand-over', 'administration', 'open', 'police-filing']],
    [
      'one at a registrar abroad',
      { ...READY, registrar: 'godaddy' },
      ['transfer-in', 'real-name', 'record', 'provider-review', 'hand-over', 'administration', 'open', 'police-filing'],
    ],
    [
      'one that is not verified',
      { ...READY, realName: 'not-done' },
      ['real-name', 'record', 'provider-review', 'hand-over', 'administration', 'open', 'police-filing'],
    ],
    [
      'one with a filing of somebody else',
      { ...READY, record: 'other' },
      ['cancel-old-filing', 'provider-review', 'hand-over', 'administration', 'open', 'police-filing'],
    ],
    ['one that is served from abroad', { ...READY, hosting: 'elsewhere' }, undefined],
    ['one that nobody can file', { ...READY, registeredIn: 'abroad', mainlandBody: 'none' }, undefined],
    ['one that is filed already', { ...READY, record: 'own' }, undefined],
    [
      'one that is filed, and goes to another provider',
      { ...READY, record: 'own', filedWith: 'aliyun', servedBy: 'tencent-cloud' },
      ['provider-review', 'hand-over', 'administration', 'open'],
    ],
  ])('%s', (_, answers, phases) => {
    expect(phasesOf(timelineOf(answers))).toEqual(phases);
  });

  test('what nobody has told makes the latest day later and leaves the earliest', () => {
    const { realNameSettled, ...rest } = READY;
    const known = timelineOf(READY);
    const open = timelineOf(rest);
    expect(realNameSettled).toBe(true);
    expect(open?.phases.filter(({ perhaps }) => perhaps).map(({ phase }) => phase)).toEqual(['record']);
    expect(open?.approval.earliest).toBe(known?.approval.earliest);
    expect(open?.approval.latest).toBe(working(working(TODAY, 5), 2 + 3 + 20));
  });
});

describe('its days', () => {
  test('are working days from the day on which one starts, as sources give them', () => {
    const timeline = timelineOf(READY);
    expect(timeline?.start).toBe(TODAY);
    expect(timeline?.approval).toEqual({ earliest: working(TODAY, 1 + 1 + 1), latest: working(TODAY, 2 + 3 + 20) });
    // Qingming, three days from Saturday on, is no working day.
    expect(timeline?.approval.latest).toBe('2026-04-07');
  });

  test('a province that may take longer makes the latest day later', () => {
    expect(timelineOf({ ...READY, province: 'zj' })?.approval.latest).toBe(working(TODAY, 2 + 3 + 30));
    expect(timelineOf({ ...READY, province: 'gd' })?.approval.latest).toBe(working(TODAY, 2 + 3 + 20));
  });

  test('a transfer begins once the name can move', () => {
    const [first] = timelineOf({ ...READY, registrar: 'godaddy', registeredOn: '2026-02-01' })?.phases ?? [];
    expect(first).toMatchObject({
      phase: 'transfer-in',
      begins: '2026-04-02',
      earliest: '2026-04-07',
      latest: '2026-04-09',
    });
  });

  test('a verification of yesterday is waited for from then on, not from today', () => {
    const { realNameSettled, ...rest } = READY;
    const timeline = timelineOf({ ...rest, realNameOn: '2026-02-27' });
    expect(realNameSettled).toBe(true);
    expect(timeline?.phases[0]).toMatchObject({
      phase: 'record',
      begins: TODAY,
      earliest: working('2026-02-27', 3),
      latest: working('2026-02-27', 5),
    });
  });

  test('say how far holidays are known where that is not far enough', () => {
    expect(timelineOf(READY)?.holidaysKnownTo).toBeNull();
    expect(timelineOf(READY, '2026-12-15')?.holidaysKnownTo).toBe('2026-12-31');
    expect(timelineOf(READY, '2031-01-01')?.holidaysKnownTo).toBe('2031-01-01');
  });

  test('have a source each', () => {
    for (const { cites } of timelineOf({ ...READY, registrar: 'godaddy', record: 'other' })?.phases ?? [])
      expect(cites.length).toBeGreaterThan(0);
  });
});

test('whatever is known: parts in their order, none before today, none over before it begins, the last approval after all', () => {
  fc.assert(
    fc.property(
      fc.record(
        {
          registrar: fc.constantFrom('godaddy', 'alibaba-cloud'),
          registeredOn: fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, -days)),
          realName: fc.constantFrom<'done' | 'not-done'>('done', 'not-done'),
          realNameOn: fc.integer({ min: 0, max: 40 }).map((days) => addDays(TODAY, -days)),
          record: fc.constantFrom<'none' | 'own' | 'other'>('none', 'own', 'other'),
          province: fc.constantFrom('zj', 'gd', 'bj'),
          holder: fc.constantFrom<'same' | 'other'>('same', 'other'),
        },
        { requiredKeys: [] },
      ),
      (answers) => {
        const timeline = timelineOf({ ...answers, hosting: 'mainland' });
        if (timeline === null) return;
        const at = timeline.phases.map(({ phase }) => PHASES.indexOf(phase));
        expect(at).toEqual([...at].sort((a, b) => a - b));
        for (const { begins, earliest, latest } of timeline.phases) {
          expect(begins >= TODAY && earliest >= begins && latest >= earliest).toBe(true);
        }
        const { approval } = timeline;
        const before = timeline.phases.filter(({ phase }) => phase !== 'open' && phase !== 'police-filing');
        expect(before.every(({ latest, earliest }) => latest <= approval.latest && earliest <= approval.earliest)).toBe(
          true,
        );
      },
    ),
  );
});
