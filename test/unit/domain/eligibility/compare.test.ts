import { describe, expect, test } from 'vitest';
import { loadWords } from '../../../../scripts/build/read-messages.ts';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { compareVerdicts, NO_NEED, type QuickerReason } from '../../../../src/domain/eligibility/compare.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { readyNames } from '../../../../src/domain/eligibility/ready-names.ts';
import { stepCodes } from '../../../support/codes.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

/** All that is asked, answered well. */
const SETTLED: Answers = {
  name: 'own',
  hosting: 'mainland',
  subject: 'organisation',
  registeredIn: 'mainland',
  province: 'gd',
  registrar: 'alibaba-cloud',
  expiresOn: '2099-01-01',
  realName: 'done',
  realNameOn: '2020-01-06',
  holder: 'same',
  record: 'none',
  application: 'none',
};

const engine = createEngine(rules);

function without(answers: Answers, name: keyof Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name));
}

function verdict(host: string, answers: Answers = {}) {
  const found = engine.assess(host, answers, '2026-11-27');
  if (found.kind === 'problem') throw new Error(`${host} is no domain`);
  return found.verdict;
}

describe('two names side by side', () => {
  test.each<[string, Answers, string, Answers, 0 | 1 | null, QuickerReason['kind'] | null]>([
    ['brand.com', { registrar: 'godaddy' }, 'brand.cn', {}, 1, 'to-fix'],
    ['brand.io', {}, 'brand.cn', {}, 1, 'slower'],
    ['brand.github.io', {}, 'brand.cn', {}, 1, 'slower'],
    // A registrar can be changed, a suffix cannot.
    ['brand.com', { registrar: 'godaddy' }, 'brand.io', {}, 0, 'slower'],
    ['brand.com', {}, 'brand.cn', {}, null, null],
    ['brand.io', {}, 'brand.ai', {}, null, null],
    // Nothing tells that a suffix that sources do not settle is quicker than changing a registrar.
    ['brand.com', { registrar: 'godaddy' }, 'brand.me', {}, null, null],
    ['brand.com', {}, 'brand.me', {}, 0, 'slower'],
    ['brand.com', { record: 'own' }, 'brand.cn', {}, 0, 'filed'],
    ['brand.com', { hosting: 'elsewhere' }, 'brand.cn', { hosting: 'mainland' }, 0, 'not-needed'],
    // Of two that must move, the one that can move sooner.
    [
      'brand.com',
      { registrar: 'godaddy', registeredOn: '2026-11-20' },
      'brand.cn',
      { registrar: 'godaddy', registeredOn: '2020-01-01' },
      1,
      'time',
    ],
    ['brand.com', { registrar: 'alibaba-cloud', realName: 'done', realNameSettled: true }, 'brand.cn', {}, 0, 'time'],
    ['brand.com', { registrar: 'godaddy', realName: 'not-done' }, 'brand.cn', { registrar: 'godaddy' }, 1, 'to-fix'],
    ['brand.com', SETTLED, 'brand.cn', without(SETTLED, 'application'), 0, 'open'],
  ])('%s with %j, %s with %j', (one, answers, other, others, quicker, reason) => {
    const found = compareVerdicts(verdict(one, answers), verdict(other, others));
    expect(found.quicker).toBe(quicker);
    expect(found.reason?.kind ?? null).toBe(reason);
    // It does not matter which of them comes first.
    const turned = compareVerdicts(verdict(other, others), verdict(one, answers));
    expect(turned.quicker).toBe(quicker === null ? null : 1 - quicker);
    expect(turned.reason).toEqual(found.reason);
  });

  test('what each needs until it is filed, and how long that takes', () => {
    const { ways } = compareVerdicts(
      verdict('www.brand.com', { registrar: 'godaddy', registeredOn: '2020-01-01' }),
      verdict('brand.cn', { registrar: 'alibaba-cloud' }),
    );
    // Without the subdomain that nobody compares, and without what is to be done for any name.
    expect(ways.map(({ name }) => name)).toEqual(['brand.com', 'brand.cn']);
    expect(ways.map(({ steps }) => steps.map(({ code }) => code))).toEqual([
      ['transfer-in', 'file-name'],
      ['file-name'],
    ]);
    const moved = verdict('www.brand.com', { registrar: 'godaddy', registeredOn: '2020-01-01' }).timeline;
    expect(ways[0].time).toMatchObject({ kind: 'days', by: moved?.approval.latest });
    const [slow, quick] = ways.map(({ time }) => (time.kind === 'days' ? time.latest : Number.NaN));
    expect(slow).toBeGreaterThan(quick ?? Number.NaN);
    // What is settled on one side alone comes first on the other.
    expect(
      compareVerdicts(verdict('brand.com'), verdict('brand.cn', { realName: 'done' })).ways[0].open[0]?.check,
    ).toBe('real-name-done');
  });

  test.each<[string, Answers, string]>([
    ['brand.io', {}, 'never'],
    ['brand.github.io', {}, 'never'],
    ['brand.com', { subject: 'organisation', registeredIn: 'abroad', mainlandBody: 'none' }, 'never'],
    ['brand.com', { record: 'own' }, 'filed'],
    ['brand.com', { hosting: 'elsewhere' }, 'not-needed'],
    // Sources do not say whether it can be filed: no time is made up for it.
    ['brand.me', {}, 'unknown'],
    ['brand.com', { registrar: 'iana-9999' }, 'unknown'],
    ['brand.com', {}, 'days'],
  ])('the time of %s with %j: %s', (host, answers, kind) => {
    expect(compareVerdicts(verdict(host, answers), verdict('other.cn')).ways[0].time.kind).toBe(kind);
  });

  test('two hosts below one name keep what tells them apart', () => {
    const { ways } = compareVerdicts(verdict('www.brand.com'), verdict('shop.brand.com'));
    expect(ways.map(({ name }) => name)).toEqual(['www.brand.com', 'shop.brand.com']);
  });

  test('each step that a side can show has its short words', () => {
    const missing = stepCodes()
      .filter((code) => !NO_NEED.includes(code))
      .filter((code) => !Object.hasOwn(loadWords().en, `short_${code.replaceAll('-', '_')}`));
    expect(missing).toEqual([]);
  });
});

test('ready names keep the label, are approved, and are none of the platform’s', () => {
  const names = (host: string) => {
    const domain = engine.read(host);
    return 'type' in domain ? [] : readyNames(domain, engine.facts);
  };
  expect(names('www.brand.io')).toEqual(['brand.cn', 'brand.com', 'brand.com.cn']);
  expect(names('brand.com.cn')).toEqual(['brand.cn', 'brand.com']);
  expect(names('例子.io')).toEqual(['xn--fsqu00a.cn', 'xn--fsqu00a.com', 'xn--fsqu00a.com.cn']);
  expect(names('foo.github.io')).toEqual([]);
});
