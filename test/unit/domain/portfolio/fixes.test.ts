/** What is to be done about a name, from what is known of it; and what of it comes first. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import type { DomainAnswers } from '../../../../src/domain/answers/domain-answers.ts';
import { NOTHING_KNOWN, rowAssessor, viewOf } from '../../../../src/domain/portfolio/assess-rows.ts';
import { FIXES, type FixId, hasFix } from '../../../../src/domain/portfolio/fixes.ts';
import { type NameFacts, NO_FACTS, packRecords } from '../../../../src/domain/portfolio/name-records.ts';
import { timelineOf } from '../../../../src/domain/portfolio/plan-timeline.ts';
import { ALL_ROWS } from '../../../../src/domain/portfolio/row-view.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';
const FROM = { by: 'record', kind: 'export', place: 'a.csv', day: TODAY } as const;
const GOOD: Answers = { registrar: 'alibaba-cloud', expiresOn: '2029-01-31', realName: 'done' };

function rowOf(name: string, answers: Answers, facts: Partial<NameFacts> = {}) {
  const domain = name.split('.').slice(-2).join('.');
  const records = packRecords(new Map([[domain, { ...NO_FACTS, ...facts }]]));
  const [row] = rowAssessor(engine, { ...NOTHING_KNOWN, told: [[domain, answers]], records }, TODAY, 'en').rows(
    [{ line: 1, input: name }],
    0,
  );
  if (row === undefined) throw new Error(name);
  return row;
}
const statuses = (...value: string[]): Partial<NameFacts> => ({ recorded: { statuses: { value, from: FROM } } });
const all = (fixes: number) => FIXES.filter((fix) => hasFix(fixes, fix));

describe('one thing to do', () => {
  test.each<readonly [string, string, Answers, Partial<NameFacts>, FixId[], string]>([
    ['all that an export tells is good', 'a.com', GOOD, {}, ['file'], 'clear'],
    ['nothing is known', 'a.com', {}, {}, ['add-data'], 'fix'],
    ['the registrar is not licensed', 'a.com', { ...GOOD, registrar: 'godaddy' }, {}, ['move-registrar'], 'fix'],
    ['too little time is left', 'a.com', { ...GOOD, expiresOn: '2026-12-20' }, {}, ['renew'], 'fix'],
    ['it has lapsed', 'a.com', { ...GOOD, expiresOn: '2026-11-20' }, {}, ['restore'], 'fix'],
    ['it is in redemption', 'a.com', GOOD, statuses('redemptionPeriod'), ['restore'], 'fix'],
    ['it is on hold', 'a.com', GOOD, statuses('serverHold'), ['lift-hold'], 'fix'],
    ['the real name is missing', 'a.com', { ...GOOD, realName: 'not-done' }, {}, ['pass-real-name'], 'fix'],
    [
      'its suffix is not approved: what else is in the way does not matter',
      'a.io',
      { registrar: 'godaddy', expiresOn: '2026-12-20', realName: 'not-done' },
      statuses('serverHold'),
      ['replace-suffix'],
      'cannot',
    ],
    ['verified yesterday', 'a.com', { ...GOOD, realNameOn: '2026-11-26' }, {}, ['wait-record'], 'fix'],
    ['the suffix is not approved', 'a.io', GOOD, {}, ['replace-suffix'], 'cannot'],
    ['a platform’s name, whatever its suffix', 'foo.github.io', GOOD, {}, ['not-yours'], 'cannot'],
    ['a platform’s name below an approved suffix', 'foo.myshopify.com', GOOD, {}, ['not-yours'], 'cannot'],
    ['somebody else has a filing on it', 'a.com', { ...GOOD, record: 'other' }, {}, ['settle-filing'], 'fix'],
    ['a filing number is shown', 'a.com', GOOD, { filing: '浙ICP备2099000123号' }, ['confirm-filing'], 'fix'],
    ['… and it is one’s own', 'a.com', { ...GOOD, record: 'own' }, { filing: '浙ICP备1号' }, ['nothing'], 'clear'],
    [
      'a registrar is written that nobody knows',
      'a.com',
      { expiresOn: '2029-01-31', realName: 'done' },
      { registrarName: 'X Ltd' },
      ['check-registrar'],
      'unclear',
    ],
  ])('%s', (_, name, answers, facts, fixes, part) => {
    const row = rowOf(name, answers, facts);
    expect(all(row.fixes)).toEqual(fixes);
    expect(row.fix).toBe(fixes[0]);
    expect(row.part).toBe(part);
  });
});

test('several things: the first comes first, each is in its list, and what decides is said of the first', () => {
  const row = rowOf('a.com', { registrar: 'godaddy', expiresOn: '2026-12-20', realName: 'not-done' });
  expect(all(row.fixes)).toEqual(['renew', 'move-registrar', 'pass-real-name']);
  expect(row.fix).toBe('renew');
  expect(row.reason?.code).toBe('valid-too-short');
  for (const fix of ['renew', 'move-registrar', 'pass-real-name'] as const)
    expect([...viewOf([row], [''], { ...ALL_ROWS, fix })]).toEqual([0]);
  expect([...viewOf([row], [''], { ...ALL_ROWS, fix: 'lift-hold' })]).toEqual([]);
});

test('the person’s word for a row outweighs what was said elsewhere, and that outweighs records', () => {
  const records = packRecords(
    new Map([['a.com', { ...NO_FACTS, recorded: { registrar: { value: 'godaddy', from: FROM } } }]]),
  );
  const one: DomainAnswers = { version: 1, answers: { registrar: 'namecheap' }, hosts: {} };
  const registrarOf = (known: object) =>
    rowAssessor(engine, { ...NOTHING_KNOWN, records, ...known }, TODAY, 'en').rows(
      [{ line: 1, input: 'www.a.com' }],
      0,
    )[0]?.registrar;
  expect(registrarOf({})).toBe('godaddy');
  expect(registrarOf({ cases: [['a.com', one]] })).toBe('namecheap');
  expect(registrarOf({ cases: [['a.com', one]], told: [['a.com', { registrar: 'alibaba-cloud' }]] })).toBe(
    'alibaba-cloud',
  );
});

test('rows are narrowed and sorted by each column, what nobody knows last either way', () => {
  const rows = [
    rowOf('b.com', { ...GOOD, expiresOn: '2028-01-31' }),
    rowOf('a.cn', {}),
    rowOf('c.com', { ...GOOD, registrar: 'godaddy', expiresOn: '2027-06-30' }),
  ];
  const order = (sort: (typeof ALL_ROWS)['sort'], down = false) => [
    ...viewOf(rows, ['', '', ''], { ...ALL_ROWS, sort, down }),
  ];
  expect(order('display')).toEqual([1, 0, 2]);
  expect(order('expiresOn')).toEqual([2, 0, 1]);
  expect(order('expiresOn', true)).toEqual([0, 2, 1]);
  expect(order('registrar')).toEqual([0, 2, 1]);
  const narrowed = (view: Partial<typeof ALL_ROWS>) => [...viewOf(rows, ['', '', ''], { ...ALL_ROWS, ...view })];
  expect(narrowed({ words: 'godaddy' })).toEqual([2]);
  expect(narrowed({ suffix: 'cn' })).toEqual([1]);
  expect(narrowed({ registrar: 'godaddy' })).toEqual([2]);
  expect(narrowed({ month: '2028-01' })).toEqual([0]);
  expect(narrowed({ realName: 'done' })).toEqual([0, 2]);
  expect(narrowed({ realName: 'unknown' })).toEqual([1]);
  expect(narrowed({ part: 'clear' })).toEqual([0]);
  expect(narrowed({ fix: 'move-registrar' })).toEqual([2]);
  expect(narrowed({ reason: 'registrar-licensed' })).toEqual([2]);
  expect(narrowed({ reason: 'registrar-licensed', suffix: 'cn' })).toEqual([]);
});

test('the timeline: renewals by their day first, then moves from the day on which they can begin', () => {
  const rows = [
    rowOf('late.com', { ...GOOD, registrar: 'godaddy', registeredOn: '2026-11-01' }),
    rowOf('now.com', { ...GOOD, registrar: 'godaddy', registeredOn: '2020-01-01' }),
    rowOf('soon.com', { ...GOOD, expiresOn: '2026-12-20' }),
    rowOf('sooner.com', { ...GOOD, registrar: 'godaddy', expiresOn: '2026-12-02' }),
    rowOf('never.io', { ...GOOD, registrar: 'godaddy' }),
    rowOf('done.com', GOOD),
  ];
  expect(timelineOf(rows, TODAY)).toEqual([
    { fix: 'renew', from: null, by: '2026-12-02', names: ['sooner.com'] },
    { fix: 'renew', from: null, by: '2026-12-20', names: ['soon.com'] },
    { fix: 'move-registrar', from: null, by: null, names: ['now.com', 'sooner.com'] },
    { fix: 'move-registrar', from: '2026-12-31', by: null, names: ['late.com'] },
    { fix: 'file', from: null, by: null, names: ['done.com'] },
  ]);
});
