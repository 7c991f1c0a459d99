import { describe, expect, test } from 'vitest';
import { finding, provinceOf, rulesOf } from '../../../../src/domain/eligibility/assessment-context.ts';
import { toUnicodeName } from '../../../../src/domain/hostname/unicode-name.ts';
import type { ProvinceRule } from '../../../../src/domain/ruleset/province.ts';
import { authoritative, citationsForLegalBasis, cite, yearOf } from '../../../../src/domain/ruleset/ruleset-index.ts';
import { cites, domain, factsWith, province, SOURCES } from '../../../support/made-up-ruleset.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const facts = factsWith({ sources: SOURCES });

describe('sources', () => {
  test('the weightiest comes first, among equals the newest, then in the order given; one without a date is the oldest', () => {
    const all = ['report-2026', 'nobody', 'community-2024', 'authority-undated', 'provider-2018', 'authority-2025'];
    const expected = [
      'authority-2025',
      'authority-undated',
      'provider-2018',
      'community-2024',
      'report-2026',
      'nobody',
    ];
    expect(cite(facts, all)).toEqual(cites(...expected));
    expect(cite(facts, [...all].reverse())).toEqual(cites(...expected));
    expect(cite(facts, ['provider-2018', 'provider-2025', 'provider-2022'])).toEqual(
      cites('provider-2025', 'provider-2022', 'provider-2018'),
    );
    expect(cite(facts, ['authority-2019', 'authority-2025'])).toEqual(cites('authority-2025', 'authority-2019'));
  });

  test('putting them in order leaves the fact as it was', () => {
    const ids = ['report-2026', 'authority-2019'];
    cite(facts, ids);
    expect(ids).toEqual(['report-2026', 'authority-2019']);
  });

  test('authorities and providers are of standing, communities, reports and unknown ones are not', () => {
    const all = ['authority-2019', 'provider-2022', 'community-2024', 'report-2026', 'nobody'];
    expect(authoritative(facts, all)).toEqual(['authority-2019', 'provider-2022']);
  });

  test('the year is that of the newest source, of its reading where it bears no date, and none where there is no source', () => {
    expect(yearOf(facts, cites('provider-2022', 'authority-2025', 'authority-2019'))).toBe('2025');
    expect(yearOf(facts, cites('authority-undated', 'authority-2025'))).toBe('2026');
    expect(yearOf(facts, cites('authority-2019', 'nobody'))).toBe('2019');
    expect(yearOf(facts, [])).toBe('');
  });

  test('each principle is cited as the facts have it, an unknown one not at all', () => {
    for (const { id, cites: own } of rules.principles) expect(citationsForLegalBasis(factsWith(), id)).toEqual(own);
    expect(citationsForLegalBasis(factsWith({ principles: [] }), 'not-expired')).toEqual([]);
  });
});

describe('rules of a province', () => {
  const limit = (most: number, source: string, subject?: 'individual' | 'organisation'): ProvinceRule => ({
    kind: 'websites-per-order',
    most,
    ...(subject && { subject }),
    cites: cites(source),
  });
  const made = province([
    limit(1, 'provider-2018'),
    limit(2, 'provider-2025', 'individual'),
    limit(3, 'provider-2022'),
    limit(4, 'authority-2019', 'organisation'),
    { kind: 'minimum-validity', months: 9, cites: cites('provider-2025') },
  ]);
  const there = factsWith({ sources: SOURCES, provinces: [made] });
  const mostOf = (answers: Parameters<typeof rulesOf>[0]['answers']) =>
    rulesOf({ answers, facts: there }, 'websites-per-order').map((rule) => rule.most);

  test('are those of the kind that speak of the person’s subject, the newest first', () => {
    expect(mostOf({ province: 'made' })).toEqual([3, 1]);
    expect(mostOf({ province: 'made', subject: 'individual' })).toEqual([2, 3, 1]);
    expect(mostOf({ province: 'made', subject: 'organisation' })).toEqual([3, 4, 1]);
    expect(mostOf({ province: 'made', subject: 'government' })).toEqual([3, 1]);
  });

  test('of the same year stay in the order of the facts', () => {
    const same = province([limit(1, 'provider-2022'), limit(2, 'provider-2022'), limit(3, 'provider-2022')]);
    const question = { answers: { province: 'made' }, facts: factsWith({ sources: SOURCES, provinces: [same] }) };
    expect(rulesOf(question, 'websites-per-order').map((rule) => rule.most)).toEqual([1, 2, 3]);
  });

  test('are none where nobody named a province, or one that the facts do not have', () => {
    expect(mostOf({})).toEqual([]);
    expect(mostOf({ province: 'gx' })).toEqual([]);
    expect(provinceOf({ answers: { province: 'made' }, facts: there })).toBe(made);
    expect(provinceOf({ answers: {}, facts: there })).toBeUndefined();
  });
});

test('the end of a name is shown as people read it', () => {
  const shown = { ...domain('www.xn--fsqu00a.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s'), display: 'www.例子.中国' };
  expect(toUnicodeName(shown, shown.registrable)).toBe('例子.中国');
  expect(toUnicodeName(shown, shown.suffix)).toBe('中国');
  expect(toUnicodeName(shown, shown.host)).toBe('www.例子.中国');
});

test('a finding without more mentions nothing, and nothing speaks against it', () => {
  expect(finding('filing-needed', 'pass', 'code', cites('a'))).toEqual({
    check: 'filing-needed',
    outcome: 'pass',
    reason: { code: 'code', params: {} },
    cites: cites('a'),
    against: [],
  });
});
