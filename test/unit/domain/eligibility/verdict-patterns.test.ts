import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { assess, reasonOn } from '../../../../src/domain/eligibility/assess.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { createRowJudge } from '../../../../src/domain/eligibility/row-judge.ts';
import { filingDomainFrom } from '../../../../src/domain/eligibility/verdict-patterns.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-27';

/** What decides, in all its kinds; the letters of names vary beside it. */
const labels = fc.constantFrom(
  'a',
  'www',
  'gov',
  'china',
  '例子',
  '中国人',
  'd111111abcdef8',
  '1p5e803947',
  'x_y',
  'b-2',
);
const tails = fc.constantFrom(
  ...[
    'com',
    'cn',
    'gov.cn',
    'com.cn',
    'bj.cn',
    'io',
    'me',
    'top',
    'co.uk',
    '中国',
    '公司.cn',
    'xn--io0a7i',
    'xn--xhq521b',
  ],
  ...[
    'github.io',
    'example',
    'zz',
    'myshopify.com',
    'ngrok.io',
    'vercel.app',
    'aliyuncs.com',
    'city.kawasaki.jp',
    'рф',
  ],
);
const hosts = fc
  .tuple(fc.array(labels, { minLength: 1, maxLength: 3 }), tails)
  .map(([some, tail]) => [...some, tail].join('.'));

const KNOWN: readonly Answers[] = [
  {},
  { record: 'own', hosting: 'mainland', applyingFor: 'change', expiresOn: '2026-12-24' },
  { record: 'own', sameProvider: false, applyingFor: 'access-filing' },
  { record: 'other', holder: 'other' },
  { name: 'other' },
  { name: 'own', hosting: 'elsewhere' },
  { registrar: 'godaddy', expiresOn: '2027-12-01', registeredOn: '2026-11-01' },
  { suffixListed: 'yes', realNameOn: '2026-11-25' },
  ...rules.provinces.flatMap(({ id }): Answers[] => [
    { province: id, subject: 'individual' },
    { province: id, subject: 'government', namesOnSite: 3 },
  ]),
];

test('a verdict that is shared by names that are alike is what each of them gets alone', () => {
  // Small lists, so that most names meet a pattern that another one left.
  fc.assert(
    fc.property(fc.constantFrom(...KNOWN), fc.array(hosts, { minLength: 2, maxLength: 12 }), (answers, names) => {
      for (const name of names) {
        const shared = engine.assess(name, answers, TODAY);
        if (shared.kind === 'problem') continue;
        const { domain } = shared.verdict;
        expect(shared.verdict, name).toEqual(assess({ domain, answers, today: TODAY, facts: engine.facts }));
      }
    }),
    { numRuns: 500 },
  );
});

test('a row that shares what does not hang on days is judged as it is alone', () => {
  const days = fc.option(
    fc.constantFrom('2014-05-06', '2026-11-01', '2026-11-20', '2026-11-25', '2026-12-24', '2027-02-27', '2029-01-01'),
    { nil: undefined },
  );
  const told = fc.record({ registeredOn: days, expiresOn: days, realNameOn: days });
  const others = fc.constantFrom<Answers>(
    { registrar: 'godaddy' },
    { registrar: 'aliyun', realName: 'done' },
    { realName: 'not-done' },
    { record: 'own' },
    { realNameSettled: true, record: 'none' },
  );
  const judgeRow = createRowJudge(engine.facts, TODAY);
  let shared = 0;
  fc.assert(
    fc.property(hosts, fc.constantFrom(...KNOWN), others, told, (name, known, other, ofDays) => {
      const domain = engine.read(name);
      if ('type' in domain) return;
      const given = Object.entries({ ...known, ...other, ...ofDays }).filter(([, value]) => value !== undefined);
      const answers: Answers = Object.fromEntries(given);
      const row = judgeRow(domain, answers);
      const alone = assess({ domain, answers, today: TODAY, facts: engine.facts });
      expect(row.standing, name).toBe(alone.standing);
      expect(row.findings.map((one) => ({ ...one, reason: reasonOn(domain, one.reason) }))).toEqual(alone.findings);
      expect({ ...row.coverage, filingDomain: filingDomainFrom(row.coverage, domain) }).toEqual(alone.coverage);
      const [{ code, params } = { code: '', params: {} }] = alone.steps;
      expect(reasonOn(domain, row.steps[0])).toEqual({ code, params });
      if (row.findings.some(({ reason }) => ![undefined, domain.display].includes(reason.params.registrable as string)))
        shared++;
    }),
    { numRuns: 2000 },
  );
  // Names met what others had left.
  expect(shared).toBeGreaterThan(0);
});

test('what is shared is of one day and of one set of answers', () => {
  const one = createEngine(rules);
  const answers: Answers = { expiresOn: '2026-12-01' };
  const codesOn = (today: string) => {
    const result = one.assess('example.com', answers, today);
    return result.kind === 'verdict' ? result.verdict.findings.map(({ reason }) => reason.code) : [];
  };
  expect(codesOn('2026-11-27')).not.toContain('expired');
  expect(codesOn('2026-12-02')).toContain('expired');
  expect(codesOn('2026-11-27')).not.toContain('expired');
});
