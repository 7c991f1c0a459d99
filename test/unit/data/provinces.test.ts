/**
 * The provinces as shipped: every kind of rule that one has is said, and each rule has the year of
 * a source.
 */
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../src/domain/common/locale.ts';
import { createEngine } from '../../../src/domain/eligibility/engine.ts';
import type { ProvinceRule } from '../../../src/domain/ruleset/province.ts';
import { yearOf } from '../../../src/domain/ruleset/ruleset-index.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { sayRule } from '../../../src/i18n/province-rule-text.ts';
import { rules } from '../../support/shipped-ruleset.ts';

const { facts } = createEngine(rules);
const of = (id: string, kind: ProvinceRule['kind']) =>
  (rules.provinces.find((one) => one.id === id)?.rules ?? []).filter((rule) => rule.kind === kind);

test('there are 31, and each rule has the year of a source', () => {
  expect(rules.provinces).toHaveLength(31);
  for (const { id, rules: all } of rules.provinces) {
    expect(all.length, id).toBeGreaterThan(3);
    for (const rule of all) expect(yearOf(facts, rule.cites), `${id} ${rule.kind}`).toMatch(/^20[12]\d$/);
  }
});

describe.each(LOCALES)('in %s', (locale) => {
  test('each rule is said in words of its own', () => {
    const t = wordsFor(locale);
    for (const { id, rules: all } of rules.provinces) {
      const said = all.map((rule) => `${sayRule(rule, t, locale)} ${yearOf(facts, rule.cites)}`);
      expect(new Set(said).size, id).toBe(said.length);
    }
  });
});

test.each<[string, ProvinceRule['kind'], readonly object[]]>([
  ['bj', 'principal', [{ outcome: 'anyone' }, { outcome: 'legal-representative' }]],
  ['tj', 'individual-from-elsewhere', [{ outcome: 'accepted' }]],
  ['gx', 'individual-from-elsewhere', [{ outcome: 'local-card' }]],
  ['xj', 'confirmation-letter', [{}]],
  ['xz', 'confirmation-letter', [{}]],
  ['gx', 'statement', [{ from: 6, subject: 'organisation' }]],
  ['sc', 'statement', [{ from: 6 }]],
  [
    'sn',
    'site-cap',
    [
      { most: 30, subject: 'organisation' },
      { most: 5, subject: 'individual' },
    ],
  ],
  ['hn', 'site-plan', [{ from: 2 }]],
  [
    'jx',
    'websites-per-order',
    [
      { most: 1, filedOver: 15, subject: 'organisation' },
      { most: 1, filedOver: 7, subject: 'individual' },
    ],
  ],
  [
    'gd',
    'site-plan',
    [
      { from: 32, subject: 'organisation' },
      { from: 6, subject: 'individual' },
    ],
  ],
  ['ln', 'empty-subject', [{ outcome: 'adds' }]],
  ['he', 'empty-subject', [{ outcome: 'cancels' }]],
  ['bj', 'reserved-label', [{ labels: ['中国', '国家'] }]],
  ['sn', 'filed-sites', [{ outcome: 'closed' }]],
  ['xj', 'local-phone', [{}]],
  ['sh', 'foreign-parent', [{}]],
  ['sh', 'holder-name-form', [{}]],
  ['bj', 'one-number', [{}]],
  ['sn', 'subject-change-refused', [{}]],
  ['gz', 'domain-certificate', []],
  ['ha', 'domain-certificate', []],
  ['zj', 'foreign-representative', [{ of: ['abroad'], outcome: 'accepted' }]],
  [
    'fj',
    'minimum-age',
    [
      { years: 18, subject: 'organisation' },
      { years: 16, subject: 'individual' },
    ],
  ],
  [
    'sc',
    'minimum-age',
    [
      { years: 18, subject: 'organisation' },
      { years: 16, subject: 'individual' },
    ],
  ],
  ['cq', 'minimum-age', [{ years: 16, subject: 'individual' }]],
  ['gd', 'foreign-representative', [{ of: ['hk-mo-tw'], outcome: 'accepted' }]],
  ['sh', 'foreign-representative', [{ of: ['hk-mo-tw', 'abroad'], outcome: 'accepted' }]],
  [
    'sh',
    'individual-from-outside',
    [
      { of: ['abroad'], outcome: 'permit' },
      { of: ['hk-mo-tw'], outcome: 'accepted' },
    ],
  ],
  ['sc', 'individual-from-outside', [{ of: ['hk-mo-tw', 'abroad'], outcome: 'proof' }]],
  ['bj', 'suffix-at-access', [{ suffixes: ['org'], outcome: 'accepted' }]],
  ['nx', 'suffix-at-access', [{ suffixes: ['org'], outcome: 'refused' }]],
])('%s: %s', (id, kind, expected) => {
  const found = of(id, kind);
  expect(found).toHaveLength(expected.length);
  expect(found).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))));
});

test.each([
  ['bj', true],
  ['gx', true],
  ['jl', false],
  ['hn', false],
  ['ha', true],
])('in %s the newest word on a legal representative as holder accepts: %s', (id, accepts) => {
  const holders = of(id, 'holder').filter((rule) => rule.kind === 'holder');
  const [newest] = holders.sort((a, b) => Number(yearOf(facts, b.cites)) - Number(yearOf(facts, a.cites)));
  expect(newest?.accepts.includes('legal-representative')).toBe(accepts);
});

/** What the newest source of each says, read in November 2026. */
test.each([
  ['legal-representative', 'pass', 'ah bj fj gd gs gx gz ha hb he hi hl js jx ln nm qh sc sd sh sn sx tj yn zj'],
  ['legal-representative', 'cannot-tell', 'cq'],
  ['legal-representative', 'fail', 'hn jl nx xj xz'],
  // What only Alibaba’s rules of 2019 accept is named by nothing newer.
  ['shareholder', 'cannot-tell', 'hi jx ln tj'],
  ['shareholder', 'fail', 'bj cq gx hb nm qh sc sh zj'],
] as const)('a %s who holds the name: “%s” in %s', (holder, outcome, provinces) => {
  const engine = createEngine(rules);
  for (const province of provinces.split(' ')) {
    const answer = engine.assess('example.com', { holder, subject: 'organisation', province }, '2026-11-27');
    if (answer.kind === 'problem') throw new Error(province);
    const found = answer.verdict.findings.find(({ check }) => check === 'holder-matches');
    expect(found?.outcome, province).toBe(outcome);
  }
});
