/** Each check by itself: what it says, what it mentions, and what it rests on. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import type { Outcome } from '../../../../src/domain/eligibility/verdict.ts';
import type { CheckId } from '../../../../src/domain/ruleset/check-ids.ts';
import type { HolidayYear } from '../../../../src/domain/ruleset/holidays.ts';
import type { ProvinceRule } from '../../../../src/domain/ruleset/province.ts';
import type { Registrar } from '../../../../src/domain/ruleset/registrar.ts';
import type { LegalBasisId } from '../../../../src/domain/ruleset/ruleset.ts';
import type { RulesetIndex } from '../../../../src/domain/ruleset/ruleset-index.ts';
import { RESTRICTIONS, type SuffixFact } from '../../../../src/domain/ruleset/suffix.ts';
import {
  cites,
  domain,
  factsWith,
  found,
  inAll,
  judged,
  platformOf,
  province,
  registrar,
  SOURCES,
  suffixFact,
} from '../../../support/made-up-ruleset.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const facts = (changes: Parameters<typeof factsWith>[0]) => factsWith({ sources: SOURCES, ...changes });
const citesOf = (id: LegalBasisId) => rules.principles.find((one) => one.id === id)?.cites;
const there = { province: 'made' } as const;

describe('a finding rests on the principle that it applies', () => {
  test.each<[CheckId, string, Answers, LegalBasisId]>([
    ['filing-needed', 'hosting-unknown', {}, 'served-from-the-mainland'],
    ['filing-needed', 'served-mainland', { hosting: 'mainland' }, 'served-from-the-mainland'],
    ['filing-needed', 'served-mainland-cdn', { hosting: 'mainland-cdn' }, 'served-from-the-mainland'],
    ['filing-needed', 'served-elsewhere', { hosting: 'elsewhere' }, 'no-filing-outside-the-mainland'],
    ['name-is-yours', 'name-registrable', {}, 'registrable-domain-is-filed'],
    ['registrar-licensed', 'registrar-unknown', {}, 'licensed-registrar'],
    ['registration-valid', 'expiry-unknown', {}, 'three-months-left'],
    ['registration-valid', 'expired', { expiresOn: '2026-11-23' }, 'not-expired'],
    ['registration-valid', 'valid-too-short', { expiresOn: '2026-11-24' }, 'three-months-left'],
    ['registration-valid', 'valid-long-enough', { expiresOn: '2028-11-24' }, 'three-months-left'],
    ['real-name-done', 'verification-unknown', {}, 'real-name-is-done'],
    ['real-name-done', 'verification-done', { realName: 'done' }, 'real-name-is-done'],
    ['real-name-done', 'verification-missing', { realName: 'not-done' }, 'real-name-is-done'],
    ['real-name-recorded', 'record-date-unknown', {}, 'real-name-is-recorded'],
    ['real-name-recorded', 'record-comes-after', { realName: 'not-done' }, 'real-name-is-recorded'],
    ['real-name-recorded', 'record-before-2018', { realNameOn: '2017-01-01' }, 'real-name-since-2018'],
    ['real-name-recorded', 'record-there', { realNameOn: '2026-01-01' }, 'real-name-is-recorded'],
    ['real-name-recorded', 'record-settled', { realNameSettled: true }, 'real-name-is-recorded'],
    ['real-name-recorded', 'record-perhaps-there', { realNameOn: '2026-11-18' }, 'real-name-is-recorded'],
    ['real-name-recorded', 'record-too-early', { realNameOn: '2026-11-23' }, 'real-name-is-recorded'],
    ['holder-matches', 'holder-unknown', {}, 'holder-is-the-subject'],
    ['holder-matches', 'holder-same', { holder: 'same' }, 'holder-is-the-subject'],
    ['holder-matches', 'holder-other', { holder: 'other' }, 'holder-is-the-subject'],
    ['holder-matches', 'holder-subject-unknown', { holder: 'principal' }, 'holder-is-the-subject'],
    [
      'holder-matches',
      'holder-not-the-person',
      { holder: 'principal', subject: 'individual' },
      'holder-is-the-subject',
    ],
    [
      'holder-matches',
      'holder-province-decides',
      { holder: 'principal', subject: 'organisation' },
      'provinces-have-rules',
    ],
    ['no-foreign-record', 'filing-unknown', {}, 'no-other-filing-on-the-name'],
    ['no-foreign-record', 'filing-none', { record: 'none' }, 'no-other-filing-on-the-name'],
    ['no-foreign-record', 'filing-own', { record: 'own' }, 'no-other-filing-on-the-name'],
    ['no-foreign-record', 'filing-other', { record: 'other' }, 'no-other-filing-on-the-name'],
    ['no-open-application', 'application-unknown', {}, 'account-and-papers-are-free'],
    ['no-open-application', 'application-none', { application: 'none' }, 'account-and-papers-are-free'],
    ['no-open-application', 'application-open', { application: 'open' }, 'account-and-papers-are-free'],
    ['certificate-ready', 'certificate-province', {}, 'some-provinces-want-certificates'],
    ['certificate-ready', 'certificate-at-hand', { certificate: 'ready' }, 'some-provinces-want-certificates'],
    ['certificate-ready', 'certificate-not-wanted', { province: 'bj' }, 'some-provinces-want-certificates'],
    ['province-accepts', 'province-unknown', {}, 'provinces-have-rules'],
  ])('%s: %s with %j: %s', (check, code, answers, principle) => {
    const finding = found(check, answers);
    expect(finding.reason.code).toBe(code);
    // Days that are counted rest on the calendar of public holidays, too.
    const holidays = check === 'real-name-recorded' ? rules.holidays.flatMap((year) => year.cites) : [];
    expect(finding.cites.filter((one) => !holidays.includes(one))).toEqual(citesOf(principle));
    expect(finding.against).toEqual([]);
  });
});

describe('suffix-approved', () => {
  const on = domain('www.name.made', 'name.made');
  const of = (fact: Partial<SuffixFact>) => found('suffix-approved', {}, facts({ suffixes: [suffixFact(fact)] }), on);

  test.each<[string, Partial<SuffixFact>, Outcome, string, string[], string[]]>([
    [
      'a list that has it',
      { status: 'approved', listedBy: ['provider-2022', 'authority-2019'] },
      'pass',
      'suffix-approved',
      ['authority-2019', 'provider-2022'],
      [],
    ],
    [
      'weak evidence for it',
      { status: 'approved', confidence: 'low', listedBy: ['report-2026'] },
      'pass',
      'suffix-approved-low',
      ['report-2026'],
      [],
    ],
    [
      'an authoritative source against the list, which outweighs that the evidence is weak',
      {
        status: 'approved',
        confidence: 'low',
        listedBy: ['authority-2025'],
        deniedBy: ['report-2026', 'provider-2018'],
      },
      'pass',
      'suffix-approved-disputed',
      ['authority-2025'],
      ['provider-2018', 'report-2026'],
    ],
    [
      'a newer report against the list',
      { status: 'approved', listedBy: ['authority-2025'], deniedBy: ['report-2026'] },
      'pass',
      'suffix-approved-disputed',
      ['authority-2025'],
      ['report-2026'],
    ],
    [
      'an older report against the list, which is no dispute',
      { status: 'approved', listedBy: ['list-2027'], deniedBy: ['report-2026', 'provider-2022'] },
      'pass',
      'suffix-approved',
      ['list-2027'],
      [],
    ],
    [
      'an older list without it, which is no dispute',
      { status: 'approved', listedBy: ['authority-2025'], absentFrom: ['authority-2019'] },
      'pass',
      'suffix-approved',
      ['authority-2025'],
      [],
    ],
    [
      'a word and a list against it',
      { status: 'not-approved', absentFrom: ['authority-2025'], deniedBy: ['provider-2022'] },
      'fail',
      'suffix-not-approved',
      ['authority-2025', 'provider-2022'],
      [],
    ],
    [
      'weak evidence against it',
      { status: 'not-approved', confidence: 'low', absentFrom: ['community-2024'] },
      'fail',
      'suffix-not-approved-low',
      ['community-2024'],
      [],
    ],
    [
      'a community’s list alone',
      { status: 'not-approved', confidence: 'medium', deniedBy: ['community-2024'] },
      'fail',
      'suffix-not-approved-low',
      ['community-2024'],
      [],
    ],
    [
      'a community’s list with a report against it: neither is much',
      { status: 'not-approved', confidence: 'medium', deniedBy: ['community-2024'], listedBy: ['report-2026'] },
      'fail',
      'suffix-not-approved-disputed',
      ['community-2024'],
      ['report-2026'],
    ],
    [
      'a provider among those who say it, and a report against it',
      {
        status: 'not-approved',
        confidence: 'medium',
        deniedBy: ['provider-2022', 'community-2024'],
        listedBy: ['report-2026'],
      },
      'fail',
      'suffix-not-approved-disputed',
      ['provider-2022', 'community-2024'],
      ['report-2026'],
    ],
    [
      'a list of standing that has it against weak evidence',
      {
        status: 'not-approved',
        confidence: 'low',
        deniedBy: ['authority-2025'],
        listedBy: ['community-2024', 'provider-2018'],
      },
      'fail',
      'suffix-not-approved-disputed',
      ['authority-2025'],
      ['provider-2018'],
    ],
    [
      'a community’s list against it being refused, which is no dispute',
      { status: 'not-approved', deniedBy: ['authority-2025'], listedBy: ['community-2024'] },
      'fail',
      'suffix-not-approved',
      ['authority-2025'],
      [],
    ],
    [
      'one for it and one against it',
      { status: 'uncertain', listedBy: ['report-2026'], deniedBy: ['community-2024'] },
      'cannot-tell',
      'suffix-sources-disagree',
      ['community-2024'],
      ['report-2026'],
    ],
    [
      'one for it and a list without it',
      { status: 'uncertain', listedBy: ['report-2026'], absentFrom: ['provider-2018'] },
      'cannot-tell',
      'suffix-sources-disagree',
      ['provider-2018'],
      ['report-2026'],
    ],
    [
      'one weak source for it',
      { status: 'uncertain', listedBy: ['report-2026', 'community-2024'] },
      'cannot-tell',
      'suffix-weakly-listed',
      ['community-2024', 'report-2026'],
      [],
    ],
    [
      'one word against it that decides nothing',
      { status: 'uncertain', deniedBy: ['report-2026'] },
      'cannot-tell',
      'suffix-unlisted',
      ['report-2026'],
      [],
    ],
    [
      'one list without it that decides nothing',
      { status: 'uncertain', absentFrom: ['community-2024'] },
      'cannot-tell',
      'suffix-unlisted',
      ['community-2024'],
      [],
    ],
  ])('%s', (_, fact, outcome, code, supporting, opposing) => {
    const finding = of(fact);
    expect([finding.outcome, finding.reason.code]).toEqual([outcome, code]);
    expect(finding.cites).toEqual(cites(...supporting));
    expect(finding.against).toEqual(cites(...opposing));
  });

  test.each(RESTRICTIONS)('who alone may register is said: %s; a dispute outweighs it', (restriction) => {
    const fact = { status: 'approved', restriction, confidence: 'low', listedBy: ['authority-2025'] } as const;
    expect(of(fact).reason.code).toBe(`suffix-approved-${restriction}`);
    expect(of({ ...fact, deniedBy: ['provider-2022'] }).reason.code).toBe('suffix-approved-disputed');
  });

  test('it is named as people read it, with the year of the newest source that names it', () => {
    const listed = (id: string) =>
      of({ status: 'approved', unicode: '做', listedBy: [id, 'provider-2018'] }).reason.params;
    expect(listed('provider-2022')).toMatchObject({ suffix: '做', year: '2022' });
    expect(
      of({ status: 'not-approved', deniedBy: ['community-2024'], absentFrom: ['authority-2025'] }).reason.params,
    ).toMatchObject({ year: '2024' });
    expect(of({ absentFrom: ['authority-2025', 'provider-2018'] }).reason.params).toMatchObject({ year: '2025' });
    expect(listed('authority-undated')).toMatchObject({ suffix: '做', year: '2026' });
    // Nothing is left to date it by but the facts themselves.
    const undated = facts({ suffixes: [suffixFact({ status: 'approved' })], stamp: { date: '2031-02-03' } });
    expect(found('suffix-approved', {}, undated, on).reason.params).toMatchObject({ year: '2031' });
    const lost = facts({ suffixes: [suffixFact({ listedBy: ['nobody'] })], stamp: { date: '2031-02-03' } });
    expect(found('suffix-approved', {}, lost, on).reason.params).toMatchObject({ year: '2031' });
  });

  test('of the suffixes above a name the longest decides, and the name itself is none of them', () => {
    const approved = (suffix: string) => suffixFact({ suffix, status: 'approved', listedBy: ['authority-2025'] });
    const suffixes = facts({ suffixes: [approved('made'), approved('b.made'), approved('c.b.made'), approved('ade')] });
    const suffixOf = (registrable: string) =>
      found('suffix-approved', {}, suffixes, domain(registrable, registrable)).reason.params.suffix;
    expect(suffixOf('a.made')).toBe('made');
    expect(suffixOf('b.made')).toBe('made');
    expect(suffixOf('a.b.made')).toBe('b.made');
    expect(suffixOf('c.b.made')).toBe('b.made');
    expect(suffixOf('d.c.b.made')).toBe('c.b.made');
  });

  test('one that the facts do not have is named by itself, and nobody can tell', () => {
    const shown = { ...domain('a.xn--fiqs8s', 'a.xn--fiqs8s'), display: 'a.中国' };
    expect(found('suffix-approved', {}, facts({ suffixes: [] }), shown)).toMatchObject({
      outcome: 'cannot-tell',
      reason: { code: 'suffix-unlisted', params: { suffix: '中国' } },
      cites: citesOf('suffix-on-the-list'),
      against: [],
    });
  });
});

describe('name-is-yours', () => {
  const on = (owner: string | undefined) => domain('me.shop.made', 'shop.made', platformOf(owner, 'shop.made'));

  test('a platform’s name is the platform’s, by name where it is known', () => {
    expect(found('name-is-yours', {}, undefined, on('Shop'))).toEqual({
      check: 'name-is-yours',
      outcome: 'fail',
      reason: {
        code: 'name-of-known-platform',
        params: { registrable: 'shop.made', suffix: 'shop.made', owner: inAll('Shop') },
      },
      cites: cites('provider-2022', 'community-2024'),
      against: [],
    });
    expect(found('name-is-yours', {}, undefined, on(undefined)).reason).toEqual({
      code: 'name-of-platform',
      params: { registrable: 'shop.made', suffix: 'shop.made' },
    });
  });
});

describe('registrar-licensed', () => {
  test.each<[Registrar['status'], Registrar['basis'], string | undefined, Outcome, string]>([
    ['approved', 'licence', 'A123', 'pass', 'registrar-licence-seen'],
    ['approved', 'statement', undefined, 'pass', 'registrar-approved'],
    ['not-approved', 'overseas-rule', undefined, 'fail', 'registrar-overseas'],
    ['not-approved', 'statement', undefined, 'fail', 'registrar-not-approved'],
    ['uncertain', 'mainland-company', undefined, 'cannot-tell', 'registrar-mainland-unverified'],
    ['uncertain', 'statement', undefined, 'cannot-tell', 'registrar-uncertain'],
  ])('%s by %s, licence %s: %s, %s', (status, basis, licence, outcome, code) => {
    const one = registrar({ status, basis, ...(licence && { licence }) });
    const finding = found('registrar-licensed', { registrar: 'made' }, facts({ registrars: [one] }));
    expect(finding).toMatchObject({
      outcome,
      reason: { code, params: { registrar: one.name, licence: licence ?? '' } },
      cites: one.cites,
    });
  });
});

describe('registration-valid', () => {
  const wants = (...made: [number, string][]) =>
    facts({
      provinces: [province(made.map(([months, id]) => ({ kind: 'minimum-validity', months, cites: cites(id) })))],
    });

  test('a province’s own number of months counts there, that of its newest source', () => {
    const asked = wants([1, 'provider-2018'], [6, 'provider-2025']);
    const short = found('registration-valid', { ...there, expiresOn: '2027-05-24' }, asked);
    expect(short).toMatchObject({
      outcome: 'cannot-tell',
      reason: {
        code: 'valid-too-short-there',
        params: { date: '2027-05-24', months: 6, province: inAll('Made'), year: '2025' },
      },
      cites: cites('provider-2025'),
    });
    expect(found('registration-valid', { ...there, expiresOn: '2027-05-25' }, asked)).toMatchObject({
      outcome: 'pass',
      reason: { code: 'valid-long-enough', params: { date: '2027-05-25', months: 6 } },
      cites: cites('provider-2025'),
    });
  });

  test('a province without such a rule changes nothing', () => {
    const finding = found('registration-valid', { ...there, expiresOn: '2027-02-24' }, wants());
    expect(finding.reason).toMatchObject({ code: 'valid-too-short', params: { date: '2027-02-24', months: 3 } });
    expect(finding.outcome).toBe('cannot-tell');
  });

  test('the last day itself is valid, and the date is mentioned', () => {
    expect(found('registration-valid', { expiresOn: '2026-11-23' }).reason.params).toMatchObject({
      date: '2026-11-23',
    });
    expect(found('registration-valid', { expiresOn: '2026-11-24' }).reason.code).toBe('valid-too-short');
  });
});

test('real-name-recorded mentions the day by which the record is surely there, or the one told', () => {
  for (const [realNameOn, date] of [
    ['2026-11-23', '2026-11-30'],
    ['2026-11-18', '2026-11-25'],
    ['2026-11-16', '2026-11-23'],
    ['2017-06-01', '2017-06-01'],
  ] as const) {
    expect(found('real-name-recorded', { realNameOn }).reason.params).toMatchObject({ date });
  }
  // Not done outweighs a day on which it was said to be.
  expect(found('real-name-recorded', { realName: 'not-done', realNameOn: '2017-01-01' }).outcome).toBe(
    'not-applicable',
  );
  expect(found('real-name-done', { realName: 'not-done', realNameOn: '2026-01-01' }).outcome).toBe('fail');
});

describe('real-name-recorded, by the calendar of public holidays', () => {
  const year = (changes: Partial<HolidayYear>) =>
    facts({ holidays: [{ year: 2026, off: [], work: [], cites: cites('authority-2025'), ...changes }] });
  const of = (realNameOn: string, asked: RulesetIndex) => {
    const { outcome, reason, cites: cited } = found('real-name-recorded', { realNameOn }, asked);
    return [outcome, reason.code, reason.params.date, cited.some(({ source }) => source === 'authority-2025')];
  };

  test('a holiday makes it later, a weekend that is worked sooner, and both are cited', () => {
    const usual = year({});
    const holiday = year({ off: [{ from: '2026-11-23', to: '2026-11-24' }] });
    const worked = year({ work: ['2026-11-21', '2026-11-22'] });
    expect(of('2026-11-17', usual)).toEqual(['pass', 'record-there', '2026-11-24', true]);
    expect(of('2026-11-17', holiday)).toEqual(['cannot-tell', 'record-perhaps-there', '2026-11-26', true]);
    expect(of('2026-11-19', usual)).toEqual(['cannot-tell', 'record-perhaps-there', '2026-11-26', true]);
    expect(of('2026-11-19', worked)).toEqual(['pass', 'record-there', '2026-11-24', true]);
  });

  test('where no notice reaches, the day is a rough one, and not taken for sure until any holiday is over', () => {
    const none = facts({ holidays: [] });
    expect(of('2026-11-23', none)).toEqual(['fail', 'record-too-early-roughly', '2026-11-30', false]);
    expect(of('2026-11-19', none)).toEqual(['cannot-tell', 'record-perhaps-there-roughly', '2026-11-26', false]);
    expect(of('2026-11-10', none)).toEqual(['cannot-tell', 'record-perhaps-there-roughly', '2026-11-17', false]);
    expect(of('2026-11-06', none)).toEqual(['pass', 'record-there', '2026-11-13', false]);
  });
});

describe('holder-matches, where the province decides', () => {
  const rule = (accepts: readonly ('shareholder' | 'principal' | 'executive')[], ...ids: string[]): ProvinceRule => ({
    kind: 'holder',
    accepts,
    cites: cites(...ids),
  });
  const asked = { ...there, holder: 'principal', subject: 'organisation' } as const;
  const of = (...made: ProvinceRule[]) => found('holder-matches', asked, facts({ provinces: [province(made)] }));

  test.each<[string, ProvinceRule[], Outcome, string, string[], string[]]>([
    ['no rule', [], 'needs-answer', 'holder-province-decides', [], []],
    ['a rule that accepts', [rule(['principal'], 'provider-2018')], 'pass', 'holder-accepted', ['provider-2018'], []],
    [
      'one that accepts others',
      [rule(['executive'], 'provider-2018')],
      'fail',
      'holder-refused',
      ['provider-2018'],
      [],
    ],
    [
      'today’s that accepts, an old one that does not',
      [rule([], 'provider-2018'), rule(['principal'], 'provider-2025')],
      'pass',
      'holder-accepted',
      ['provider-2025'],
      ['provider-2018'],
    ],
    [
      'today’s that refuses, an old one that does not',
      [rule(['principal'], 'provider-2018'), rule([], 'provider-2025')],
      'fail',
      'holder-refused',
      ['provider-2025'],
      ['provider-2018'],
    ],
    [
      'two that differ: the newer decides',
      [rule(['principal'], 'provider-2018'), rule([], 'provider-2022')],
      'fail',
      'holder-refused',
      ['provider-2022'],
      ['provider-2018'],
    ],
    [
      'old ones that agree',
      [rule(['principal'], 'provider-2018'), rule(['principal', 'executive'], 'provider-2022')],
      'pass',
      'holder-accepted',
      ['provider-2022'],
      [],
    ],
    [
      'two that differ, of which one source tells both: it is not shown against itself',
      [rule([], 'provider-2022'), rule(['principal'], 'provider-2018', 'provider-2022')],
      'fail',
      'holder-refused',
      ['provider-2022'],
      ['provider-2018'],
    ],
    [
      'only the same source again',
      [rule([], 'provider-2022'), rule(['principal'], 'provider-2022')],
      'fail',
      'holder-refused',
      ['provider-2022'],
      [],
    ],
  ])('%s', (_, made, outcome, code, supporting, opposing) => {
    const finding = of(...made);
    expect([finding.outcome, finding.reason.code]).toEqual([outcome, code]);
    expect(finding.against).toEqual(cites(...opposing));
    if (made.length > 0) expect(finding.cites).toEqual(cites(...supporting));
  });

  test('the province and the year of its rule are mentioned', () => {
    for (const made of [[rule(['principal'], 'provider-2025')], [rule([], 'provider-2025')]])
      expect(of(...made).reason.params).toMatchObject({ province: inAll('Made'), year: '2025' });
    expect(of(rule(['principal'], 'provider-2018'), rule([], 'provider-2022')).reason.params).toMatchObject({
      province: inAll('Made'),
      year: '2022',
    });
  });
});

describe('certificate-ready', () => {
  const rule = (from: number, id: string, subject?: 'individual' | 'organisation'): ProvinceRule => ({
    kind: 'domain-certificate',
    from,
    ...(subject && { subject }),
    cites: cites(id),
  });
  const of = (answers: Answers, ...made: ProvinceRule[]) =>
    found('certificate-ready', { ...there, ...answers }, facts({ provinces: [province(made)] }));

  test.each<[string, Answers, ProvinceRule[], Outcome, string, Readonly<Record<string, unknown>>]>([
    ['wanted from one on', {}, [rule(1, 'provider-2018')], 'needs-answer', 'certificate-wanted', { year: '2018' }],
    [
      'missing',
      { certificate: 'missing' },
      [rule(1, 'provider-2018')],
      'fail',
      'certificate-missing',
      { year: '2018' },
    ],
    ['wanted from as many', { namesOnSite: 4 }, [rule(4, 'provider-2018')], 'needs-answer', 'certificate-wanted', {}],
    [
      'not wanted for so few',
      { namesOnSite: 3 },
      [rule(4, 'provider-2018')],
      'not-applicable',
      'certificate-from-count',
      { from: 4, year: '2018' },
    ],
    [
      'from the least of several counts',
      {},
      [rule(6, 'provider-2025'), rule(3, 'provider-2018'), rule(5, 'provider-2022')],
      'not-applicable',
      'certificate-from-count',
      { from: 3, year: '2025' },
    ],
    [
      'missing, but not wanted for so few',
      { certificate: 'missing' },
      [rule(4, 'provider-2018')],
      'not-applicable',
      'certificate-from-count',
      { from: 4 },
    ],
    ['none wanted', {}, [], 'not-applicable', 'certificate-not-wanted', {}],
    [
      'wanted of others',
      { subject: 'organisation' },
      [rule(1, 'provider-2018', 'individual')],
      'not-applicable',
      'certificate-not-wanted',
      {},
    ],
  ])('%s', (_, answers, made, outcome, code, params) => {
    const finding = of(answers, ...made);
    expect(finding).toMatchObject({ outcome, reason: { code, params: { province: inAll('Made'), ...params } } });
  });

  test('what wants it is cited: the rule that applies, or all that would from more names on', () => {
    expect(of({ namesOnSite: 5 }, rule(6, 'provider-2025'), rule(3, 'provider-2018')).cites).toEqual(
      cites('provider-2018'),
    );
    expect(of({}, rule(6, 'provider-2025'), rule(3, 'provider-2018')).cites).toEqual(
      cites('provider-2025', 'provider-2018'),
    );
    expect(of({ certificate: 'missing' }, rule(1, 'provider-2022')).cites).toEqual(cites('provider-2022'));
  });
});

describe('province-accepts', () => {
  const RULES = {
    overseas: { kind: 'overseas-registrar-refused', cites: cites('provider-2018') },
    suffix: {
      kind: 'public-body-suffix',
      subject: 'government',
      suffixes: ['gov.made', 'made.gov'],
      cites: cites('provider-2022'),
    },
    perOrder: { kind: 'websites-per-order', most: 2, cites: cites('provider-2025') },
    ownList: { kind: 'own-suffix-list', cites: cites('authority-2019') },
    note: { kind: 'note', text: inAll('A note'), cites: cites('authority-2025', 'provider-2018') },
  } as const satisfies Record<string, ProvinceRule>;
  const registrars = [
    registrar({ id: 'overseas', status: 'not-approved', basis: 'overseas-rule' }),
    registrar({ id: 'refused', status: 'not-approved', basis: 'statement' }),
  ];
  const suffixes = [suffixFact({ suffix: 'com', status: 'approved', listedBy: ['authority-2025'] })];
  const of = (answers: Answers, made: readonly ProvinceRule[], on?: Parameters<typeof found>[3], more = {}) =>
    found(
      'province-accepts',
      { ...there, ...answers },
      facts({ registrars, suffixes, provinces: [province(made)], ...more }),
      on,
    );
  const all = Object.values(RULES);

  test('nothing stands against a name that heeds all rules; each source of them is cited once', () => {
    const listed = { suffixes: [suffixFact({ suffix: 'com', status: 'approved', listedBy: ['authority-2019'] })] };
    expect(of({ registrar: 'refused', subject: 'organisation', namesOnSite: 1 }, all, undefined, listed)).toEqual({
      check: 'province-accepts',
      outcome: 'pass',
      reason: { code: 'province-no-objection', params: { province: inAll('Made'), registrable: 'example.com' } },
      cites: cites('provider-2018', 'provider-2022', 'provider-2025', 'authority-2019', 'authority-2025'),
      against: [],
    });
  });

  test.each<[string, Answers, readonly ProvinceRule[], string, string, Readonly<Record<string, unknown>>]>([
    [
      'an overseas registrar',
      { registrar: 'overseas' },
      all,
      'province-overseas-registrar',
      'provider-2018',
      { year: '2018' },
    ],
    [
      'a public body elsewhere',
      { subject: 'government' },
      all,
      'province-public-body-suffix',
      'provider-2022',
      { year: '2022' },
    ],
  ])('%s is refused', (_, answers, made, code, id, params) => {
    expect(of(answers, made)).toMatchObject({
      outcome: 'fail',
      reason: { code, params: { province: inAll('Made'), ...params } },
      cites: cites(id),
    });
  });

  test('a suffix that the province’s own list lacks is in doubt there; one that is approved nowhere is no matter of the province', () => {
    expect(of({}, all)).toMatchObject({
      outcome: 'cannot-tell',
      reason: { code: 'province-own-list', params: { province: inAll('Made'), suffix: 'com', year: '2019' } },
      cites: cites('authority-2019'),
    });
    for (const status of ['not-approved', 'uncertain'] as const) {
      const other = { suffixes: [suffixFact({ suffix: 'com', status, listedBy: ['authority-2025'] })] };
      expect(of({ subject: 'organisation' }, all, undefined, other).outcome).toBe('pass');
    }
    expect(of({ subject: 'organisation' }, all, undefined, { suffixes: [] }).outcome).toBe('pass');
    expect(of({}, [RULES.note]).outcome).toBe('pass');
  });

  test('a public body’s name has one of the suffixes below a dot; others need none', () => {
    const code = (registrable: string, answers: Answers = { subject: 'government' }) =>
      of(answers, [RULES.suffix], domain(registrable, registrable)).reason.code;
    expect(code('town.gov.made')).toBe('province-no-objection');
    expect(code('town.made.gov')).toBe('province-no-objection');
    expect(code('towngov.made')).toBe('province-public-body-suffix');
    expect(code('towngov.made', { subject: 'organisation' })).toBe('province-no-objection');
    expect(code('towngov.made', {})).toBe('province-subject-unknown');
    expect(code('town.gov.made', {})).toBe('province-no-objection');
    expect(of({}, [RULES.suffix], domain('towngov.made', 'towngov.made'))).toMatchObject({
      reason: { params: { province: inAll('Made'), year: expect.stringMatching(/^20\d\d$/) } },
      cites: RULES.suffix.cites,
    });
  });

  test('each rule speaks only where there is one', () => {
    expect(of({ registrar: 'overseas' }, [RULES.note]).outcome).toBe('pass');
    // What holds in every province needs no rule of one.
    expect(of({ subject: 'government' }, [RULES.note]).reason.code).toBe('public-body-suffix');
    expect(of({ registrar: 'nobody' }, [RULES.overseas]).outcome).toBe('pass');
    expect(of({}, [RULES.perOrder]).outcome).toBe('pass');
  });

  test('a website has one name, whatever the province, and also where none is told; a filing that is there keeps its names', () => {
    for (const province of ['made', undefined]) {
      const made = found(
        'province-accepts',
        { namesOnSite: 2, ...(province && { province }) },
        facts({ provinces: [] }),
      );
      expect(made).toMatchObject({ outcome: 'fail', reason: { code: 'one-name-per-website', params: { count: 2 } } });
      expect(made.cites.length).toBeGreaterThan(0);
    }
    expect(of({ namesOnSite: 2, record: 'own' }, [RULES.note]).reason.code).toBe('names-filed-before');
  });
});

test('on a government’s sub-domain, what another body holds and has filed rests on what its coverage rests on', () => {
  const host = domain('dept.made.gov.cn', 'made.gov.cn');
  const suffixes = [suffixFact({ suffix: 'gov.cn', status: 'approved', restriction: 'government' })];
  const { findings, coverage } = judged({ record: 'other', holder: 'other' }, factsWith({ suffixes }), host);
  expect(coverage.kind).toBe('own-filing');
  for (const check of ['no-foreign-record', 'holder-matches'])
    expect(findings.find((one) => one.check === check)).toMatchObject({
      outcome: 'not-applicable',
      cites: coverage.cites,
      reason: { params: { registrable: 'made.gov.cn' } },
    });
});
