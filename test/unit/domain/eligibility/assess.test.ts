import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { standingOf } from '../../../../src/domain/eligibility/assess.ts';
import { faqForVerdict } from '../../../../src/domain/eligibility/related-faq.ts';
import { OUTCOMES, type Verdict } from '../../../../src/domain/eligibility/verdict.ts';
import { CHECKS } from '../../../../src/domain/ruleset/check-ids.ts';
import { testMany } from '../../../support/many.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

function verdict(input: string, answers: Answers = {}): Verdict {
  const answer = engine.assess(input, answers);
  if (answer.kind === 'problem') throw new Error(`${input}: ${answer.problem.type}`);
  return answer.verdict;
}

/** What the checks on the name itself come to. */
function outcomes(input: string, answers: Answers = {}): string {
  const named = ['suffix-approved', 'name-is-yours', 'registrar-licensed'];
  return verdict(input, answers)
    .findings.filter((finding) => named.includes(finding.check))
    .map((finding) => finding.outcome)
    .join(' ');
}

describe('standing', () => {
  test.each([
    ['www.example.com', 'depends', 'pass pass needs-answer'],
    ['shop.example.com.cn', 'depends', 'pass pass needs-answer'],
    ['例子.中国', 'depends', 'pass pass needs-answer'],
    ['foo.io', 'ineligible', 'fail pass needs-answer'],
    ['foo.co.uk', 'ineligible', 'fail pass needs-answer'],
    ['foo.github.io', 'ineligible', 'fail fail needs-answer'],
    ['my.myshopify.com', 'ineligible', 'pass fail needs-answer'],
    ['www.beijing.gov.cn', 'depends', 'pass pass needs-answer'],
    ['foo.me', 'unknown', 'cannot-tell pass needs-answer'],
    ['foo.com.hk', 'unknown', 'cannot-tell pass needs-answer'],
    ['foo.nosuchsuffix', 'unknown', 'cannot-tell pass needs-answer'],
    ['foo.org', 'ineligible', 'fail pass needs-answer'],
    ['foo.org.cn', 'depends', 'pass pass needs-answer'],
    ['foo.公司.cn', 'depends', 'pass pass needs-answer'],
  ])('%s is %s', (input, standing, expected) => {
    expect(outcomes(input)).toBe(expected);
    expect(verdict(input).standing).toBe(standing);
  });

  test('a "no" outweighs all, a "don’t know" outweighs a question, whatever their order', () => {
    const findings = fc.array(fc.constantFrom(...OUTCOMES).map((outcome) => ({ outcome })));
    fc.assert(
      fc.property(findings, (all) => {
        const has = (outcome: string) => all.some((finding) => finding.outcome === outcome);
        const expected = has('fail')
          ? 'ineligible'
          : has('cannot-tell')
            ? 'unknown'
            : has('needs-answer')
              ? 'depends'
              : 'eligible';
        expect(standingOf(all)).toBe(expected);
        expect(standingOf([...all].reverse())).toBe(expected);
      }),
    );
  });
});

describe('suffix-approved', () => {
  const finding = (input: string) => verdict(input).findings.find((one) => one.check === 'suffix-approved');

  test('the longest listed suffix decides', () => {
    expect(finding('a.example.com.cn')?.reason.params).toMatchObject({ suffix: 'com.cn' });
    expect(finding('example.cn')?.reason.params).toMatchObject({ suffix: 'cn' });
    expect(finding('例子.中国')?.reason.params).toMatchObject({ suffix: '中国' });
  });

  test('a suffix that we hold nothing on is never a no', () => {
    expect(finding('a.nosuchsuffix')).toMatchObject({ outcome: 'cannot-tell', reason: { code: 'suffix-unlisted' } });
  });

  test('sources that disagree are both shown', () => {
    const me = finding('foo.me');
    expect(me?.reason.code).toBe('suffix-sources-disagree');
    expect(me?.cites.length).toBeGreaterThan(0);
    expect(me?.against.length).toBeGreaterThan(0);
  });

  test('a newer report is shown as the other side', () => {
    expect(finding('foo.tech')).toMatchObject({
      outcome: 'pass',
      reason: { code: 'suffix-approved-disputed' },
      against: [{ source: 'agent009-issue-10' }],
    });
  });

  test('the newest complete list decides over older single mentions', () => {
    for (const suffix of ['cc', 'tv', 'asia'])
      expect(finding(`foo.${suffix}`)).toMatchObject({ reason: { code: 'suffix-approved' }, against: [] });
    expect(finding('foo.tel')).toMatchObject({ outcome: 'cannot-tell', reason: { code: 'suffix-unlisted' } });
  });

  test('a newer list of a community is shown beside the older one that lacks the suffix', () => {
    for (const suffix of ['hk', '香港', 'quest', 'saxo']) {
      const found = finding(`foo.${suffix}`);
      expect(found?.reason.code).toBe('suffix-sources-disagree');
      expect(found?.against.map(({ source }) => source)).toContain('v2fly-pr-2286-2024');
    }
  });

  test('suffixes that the same sources name fare alike', () => {
    const row = (input: string) => [finding(input)?.outcome, finding(input)?.reason.code];
    for (const suffix of ['mx', 'ma', 'tr', 'london', 'gay', 'ru', 'lk'])
      expect(row(`foo.${suffix}`), suffix).toEqual(['fail', 'suffix-not-approved-low']);
    for (const suffix of ['one', 'cfd', 'health', 'finance', 'agency', 'blog'])
      expect(row(`foo.${suffix}`), suffix).toEqual(['cannot-tell', 'suffix-unlisted']);
    for (const suffix of ['org', 'name', 'io', 'win'])
      expect(row(`foo.${suffix}`), suffix).toEqual(['fail', 'suffix-not-approved']);
  });

  test('the year is that of the newest source that names the suffix', () => {
    expect(finding('foo.com')?.reason.params.year).toBe('2022');
    expect(finding('foo.fun')?.reason.params.year).toBe('2025');
    expect(finding('foo.org')?.reason.params.year).toBe('2024');
    expect(finding('foo.one')?.reason.params.year).toBe('2022');
  });

  test('no source is cited for a suffix that it does not name', () => {
    // A list of suffixes that are not Chinese; of those that can be filed its heading alone names
    // some.
    const named = ['asia', 'baby', 'chase', 'chat', 'hk', 'jpmorgan', 'poker', 'quest', 'saxo', 'tv', 'xn--j6w193g'];
    const listed = rules.suffixes.filter((one) => one.listedBy.includes('v2fly-tld-not-cn'));
    expect(listed.map(({ suffix }) => suffix)).toEqual(named);
  });

  test('a restriction is said', () => {
    expect(finding('x.政务')?.reason.code).toBe('suffix-approved-government');
    expect(finding('x.公益')?.reason.code).toBe('suffix-approved-non-profit');
  });
});

describe('registrar-licensed', () => {
  test.each([
    ['approved', 'pass'],
    ['not-approved', 'fail'],
    ['uncertain', 'cannot-tell'],
  ] as const)('a registrar whose status is %s: %s', (status, outcome) => {
    const registrars = rules.registrars.filter((registrar) => registrar.status === status);
    expect(registrars.length).toBeGreaterThan(0);
    for (const registrar of registrars) {
      expect(outcomes('example.com', { registrar: registrar.id })).toBe(`pass pass ${outcome}`);
    }
  });

  test('an id that the rules do not have counts as no answer', () => {
    expect(outcomes('example.com', { registrar: 'no-such-registrar' })).toBe('pass pass needs-answer');
  });
});

describe('coverage', () => {
  test.each([
    ['example.com', {}, 'is-the-name', 'example.com', true],
    ['www.example.com', {}, 'shares-record', 'example.com', true],
    ['www.example.com', { sameProvider: true }, 'shares-record', 'example.com', false],
    ['www.example.com', { sameProvider: false }, 'access-filing-needed', 'example.com', false],
    ['www.example.com', { hosting: 'elsewhere' }, 'outside', null, false],
    ['example.com', { hosting: 'elsewhere' }, 'outside', null, false],
    ['www.beijing.gov.cn', {}, 'own-filing', 'www.beijing.gov.cn', true],
    ['beijing.gov.cn', {}, 'is-the-name', 'beijing.gov.cn', true],
    ['a.b.政务.cn', {}, 'own-filing', 'a.b.xn--zfr164b.cn', true],
    ['foo.github.io', {}, 'platform', 'github.io', false],
    ['foo.github.io', { hosting: 'elsewhere' }, 'platform', 'github.io', false],
  ] as const)('%s with %j: %s of %s', (input, answers, kind, record, conditional) => {
    expect(verdict(input, answers).coverage).toMatchObject({ kind, filingDomain: record, conditional });
  });
});

testMany('every finding and every coverage cites a source that the bundle has', () => {
  const ids = new Set(rules.sources.map((source) => source.id));
  const suffix = fc.constantFrom(
    ...rules.suffixes.map((fact) => fact.suffix),
    'nosuchsuffix',
    'github.io',
    'myqcloud.com',
  );
  const answers = fc.record(
    {
      registrar: fc.constantFrom(...rules.registrars.map((registrar) => registrar.id)),
      hosting: fc.constantFrom('mainland' as const, 'elsewhere' as const),
      sameProvider: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(suffix, fc.boolean(), answers, (tail, below, given) => {
      const answer = engine.assess(`${below ? 'www.' : ''}shop.${tail}`, given);
      // `shop.pl` is a suffix itself, `.arpa` has special uses.
      if (answer.kind === 'problem') {
        expect(['special-use', 'is-a-suffix']).toContain(answer.problem.type);
        return;
      }
      const { findings, coverage } = answer.verdict;
      expect(findings.map((one) => one.check)).toEqual(CHECKS);
      for (const cites of [...findings.map((one) => one.cites), coverage.cites]) {
        expect(cites.length).toBeGreaterThan(0);
        for (const citation of cites) expect(ids).toContain(citation.source);
      }
    }),
    { numRuns: 1000 },
  );
});

test('every verdict is explained by at least one FAQ entry, what fails first', () => {
  expect(faqForVerdict(rules, verdict('foo.io'))[0]?.checks).toContain('suffix-approved');
  expect(faqForVerdict(rules, verdict('my.myshopify.com'))[0]?.id).toBe('platform-names');
  expect(faqForVerdict(rules, verdict('shop.example.com')).map((entry) => entry.id)).toContain('sub-domains');
});

test('a verdict is on the domain asked of, by the rules of their day; each finding mentions the name as people read it', () => {
  const found = verdict('www.例子.中国');
  expect(found.domain).toEqual(engine.read('www.例子.中国'));
  expect(found.rules).toBe(rules.stamp.date);
  expect(found.findings.map((one) => one.check)).toEqual(CHECKS);
  for (const { reason } of found.findings) expect(reason.params.registrable).toBe('例子.中国');
});

describe('a name that is filed already', () => {
  const own = (answers: Answers, host = 'example.org') => {
    const answer = engine.assess(host, { record: 'own', ...answers }, '2026-11-24');
    if (answer.kind === 'problem') throw new Error(answer.problem.type);
    return answer.verdict;
  };
  const risks = (answers: Answers, host?: string) => own(answers, host).risks.map((one) => one.code);

  test('is never one that cannot be filed; what a first filing would ask is told as what would be if it were filed anew', () => {
    for (const answers of [
      {},
      { registrar: 'godaddy' },
      { hosting: 'elsewhere' },
      { expiresOn: '2020-01-01' },
    ] as const) {
      const { standing, findings } = own(answers);
      expect(standing).toBe('filed');
      expect(findings.find((one) => one.check === 'suffix-approved')).toMatchObject({
        outcome: 'fail',
        ifFiledAnew: true,
      });
    }
  });

  test('is told what endangers it, the gravest first', () => {
    expect(risks({}, 'example.com')).toEqual([]);
    expect(risks({})).toEqual(['never-again']);
    expect(risks({ registrar: 'godaddy' }, 'example.com')).toEqual(['registrar']);
    expect(risks({ hosting: 'elsewhere', expiresOn: '2026-11-23', holder: 'other', realName: 'not-done' })).toEqual([
      'expired',
      'served-elsewhere',
      'never-again',
      'holder',
      'real-name',
    ]);
    expect(risks({ expiresOn: '2027-02-24' }, 'example.com')).toEqual(['expires-soon']);
    expect(risks({ expiresOn: '2027-02-25' }, 'example.com')).toEqual([]);
    expect(risks({}, 'example.me')).toEqual(['perhaps-never-again']);
  });

  test.each<[string, Answers, boolean]>([
    ['nothing ahead', {}, false],
    ['an access filing', { applyingFor: 'access-filing' }, false],
    ['a change of a name filed since 2018', { applyingFor: 'change', filedWhen: 'since-2018' }, true],
    ['a change, and nobody has said when it was filed', { applyingFor: 'change' }, true],
    ['a change of a name filed before 2018', { applyingFor: 'change', filedWhen: 'before-2018' }, false],
  ])('its name is verified or not: %s', (_, answers, isVerified) => {
    const suffix = own(answers).findings.find((one) => one.check === 'suffix-approved');
    expect(suffix?.ifFiledAnew === undefined).toBe(isVerified);
    expect(risks(answers).includes('change-refused')).toBe(isVerified);
  });

  test('provinces that want the registrar put right first look at it at an access filing or a change', () => {
    const looked = (answers: Answers) =>
      own({ registrar: 'godaddy', ...answers }, 'example.com').findings.find(
        (one) => one.check === 'registrar-licensed',
      )?.ifFiledAnew === undefined;
    expect(looked({ province: 'bj', applyingFor: 'access-filing' })).toBe(true);
    expect(looked({ province: 'bj', applyingFor: 'none' })).toBe(false);
    expect(looked({ province: 'he', applyingFor: 'change', filedWhen: 'before-2018' })).toBe(true);
    expect(looked({ province: 'gd', applyingFor: 'access-filing' })).toBe(false);
  });
});
