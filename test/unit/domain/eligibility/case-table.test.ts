import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, APPLICATIONS, MAINLAND_BODIES, ORIGINS } from '../../../../src/domain/answers/answers.ts';
import { LOCALES } from '../../../../src/domain/common/locale.ts';
import type { Outcome, Verdict } from '../../../../src/domain/eligibility/verdict.ts';
import { CHECKS, type CheckId } from '../../../../src/domain/ruleset/check-ids.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { reasonCodes, stepCodes } from '../../../support/codes.ts';
import { testMany } from '../../../support/many.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

/** A Tuesday. */
const TODAY = '2026-11-24';
const HOST = 'www.example.com';

const registrar = (status: string, basis?: string) =>
  rules.registrars.find((one) => one.status === status && (basis === undefined || one.basis === basis))?.id ?? '';
const licensed = rules.registrars.find((one) => one.status === 'approved' && one.licence === undefined)?.id ?? '';
const seen = rules.registrars.find((one) => one.licence !== undefined)?.id ?? '';
const overseas = registrar('not-approved', 'overseas-rule');
/** The first approved suffix whose fact looks like this. */
const suffix = (fits: (fact: (typeof rules.suffixes)[number]) => boolean) => rules.suffixes.find(fits)?.suffix ?? '';

function verdict(host: string, answers: Answers): Verdict {
  const answer = engine.assess(host, answers, TODAY);
  if (answer.kind === 'problem') throw new Error(`${host}: ${answer.problem.type}`);
  return answer.verdict;
}

interface Row {
  readonly host?: string;
  readonly given: Answers;
  readonly check: CheckId;
  readonly outcome: Outcome;
  readonly code: string;
  /** A step that must be among the next ones, with its days if it has any. */
  readonly step?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
}

const row = (
  check: CheckId,
  outcome: Outcome,
  code: string,
  given: Answers = {},
  more: Omit<Row, 'check' | 'outcome' | 'code' | 'given'> = {},
): Row => ({ check, outcome, code, given, ...more });

const person = (registeredIn: 'hk-mo-tw' | 'abroad'): Answers => ({ subject: 'individual', registeredIn });
const body = (mainlandBody: NonNullable<Answers['mainlandBody']>): Answers => ({
  subject: 'organisation',
  registeredIn: 'abroad',
  mainlandBody,
});

const ROWS: readonly Row[] = [
  row('filing-needed', 'needs-answer', 'hosting-unknown', {}, { step: 'confirm-some' }),
  row('filing-needed', 'pass', 'served-mainland', { hosting: 'mainland' }, { step: 'file-name' }),
  row('filing-needed', 'pass', 'served-mainland-cdn', { hosting: 'mainland-cdn' }, { step: 'file-name' }),
  row('filing-needed', 'not-applicable', 'served-elsewhere', { hosting: 'elsewhere' }, { step: 'nothing-to-file' }),

  row('suffix-approved', 'pass', 'suffix-approved'),
  row('suffix-approved', 'pass', 'suffix-approved-disputed', {}, { host: 'foo.tech' }),
  row(
    'suffix-approved',
    'pass',
    'suffix-approved-government',
    {},
    { host: 'www.beijing.gov.cn', step: 'file-own-site' },
  ),
  row('suffix-approved', 'fail', 'suffix-not-approved', {}, { host: 'foo.io', step: 'other-suffix' }),
  row('suffix-approved', 'fail', 'suffix-not-approved-low', {}, { host: 'a.foo.co.uk', step: 'or-host-outside' }),
  row('suffix-approved', 'cannot-tell', 'suffix-sources-disagree', {}, { host: 'foo.me', step: 'look-suffix-up' }),
  row('suffix-approved', 'cannot-tell', 'suffix-unlisted', {}, { host: 'foo.nosuchsuffix', step: 'look-suffix-up' }),
  row(
    'suffix-approved',
    'fail',
    'suffix-not-approved-low',
    {},
    {
      host: `foo.${suffix((fact) => fact.status === 'not-approved' && fact.confidence === 'low')}`,
    },
  ),

  row('suffix-approved', 'pass', 'suffix-found-listed', { suffixListed: 'yes' }, { host: 'foo.me' }),
  row(
    'suffix-approved',
    'fail',
    'suffix-found-missing',
    { suffixListed: 'no' },
    { host: 'foo.nosuchsuffix', step: 'other-suffix' },
  ),
  // What sources settle is not put in question by it.
  row('suffix-approved', 'fail', 'suffix-not-approved', { suffixListed: 'yes' }, { host: 'foo.io' }),
  row('suffix-approved', 'pass', 'suffix-approved', { suffixListed: 'no' }),

  row('name-is-yours', 'pass', 'name-registrable'),
  row('name-is-yours', 'fail', 'name-of-known-platform', {}, { host: 'my.myshopify.com', step: 'use-own-name' }),
  row('name-is-yours', 'fail', 'name-of-known-platform', {}, { host: 'foo.github.io', step: 'use-own-name' }),
  row('name-is-yours', 'fail', 'name-is-target', {}, { host: 'a.w.kunluncan.com', step: 'file-what-points-here' }),
  row('name-is-yours', 'fail', 'name-of-tunnel', {}, { host: 'me.vaiwan.com', step: 'use-own-name' }),
  row('name-is-yours', 'fail', 'name-of-site', {}, { host: 'shop.weidian.com', step: 'use-own-name' }),
  row('name-is-yours', 'fail', 'name-of-service', {}, { host: 'api.github.com', step: 'use-own-name' }),
  row(
    'name-is-yours',
    'needs-answer',
    'name-maybe-shared',
    {},
    { host: 'c672146432.example.cn', step: 'confirm-some' },
  ),
  row('name-is-yours', 'fail', 'name-not-held', { name: 'other' }, { step: 'use-own-name' }),

  row('subject-can-file', 'needs-answer', 'subject-unknown'),
  row('subject-can-file', 'pass', 'subject-public-body', { subject: 'government' }),
  row('subject-can-file', 'needs-answer', 'subject-person-origin', { subject: 'individual' }),
  row('subject-can-file', 'pass', 'subject-person-mainland', { subject: 'individual', registeredIn: 'mainland' }),
  row('subject-can-file', 'needs-answer', 'subject-person-province', { subject: 'individual', registeredIn: 'abroad' }),
  row('subject-can-file', 'pass', 'subject-person-abroad', { ...person('abroad'), province: 'yn' }),
  row('subject-can-file', 'pass', 'subject-person-hk-mo-tw', { ...person('hk-mo-tw'), province: 'yn' }),
  row('subject-can-file', 'pass', 'subject-person-permit', { ...person('abroad'), province: 'sh' }),
  row('subject-can-file', 'pass', 'subject-person-proof', { ...person('hk-mo-tw'), province: 'sc' }),
  row(
    'subject-can-file',
    'fail',
    'subject-person-refused',
    { ...person('abroad'), province: 'he' },
    { step: 'ask-who-may-file' },
  ),
  row('subject-can-file', 'needs-answer', 'subject-body-origin', { subject: 'organisation' }),
  row('subject-can-file', 'pass', 'subject-body-mainland', { subject: 'organisation', registeredIn: 'mainland' }),
  row('subject-can-file', 'needs-answer', 'subject-body-outside', { subject: 'organisation', registeredIn: 'abroad' }),
  row('subject-can-file', 'fail', 'subject-no-mainland-body', body('none'), { step: 'find-mainland-body' }),
  row('subject-can-file', 'pass', 'subject-subsidiary', body('subsidiary')),
  row('subject-can-file', 'pass', 'subject-branch', body('branch')),
  row('subject-can-file', 'cannot-tell', 'subject-office-ask', body('representative-office'), {
    step: 'ask-who-may-file',
  }),
  row('subject-can-file', 'pass', 'subject-office-accepted', { ...body('representative-office'), province: 'sh' }),
  row('subject-can-file', 'needs-answer', 'subject-representative-unknown', { ...body('subsidiary'), province: 'sx' }),
  row(
    'subject-can-file',
    'pass',
    'subject-principal-needed',
    { ...body('subsidiary'), province: 'sx', legalRepresentative: 'abroad' },
    { step: 'authorise-principal' },
  ),
  row('subject-can-file', 'pass', 'subject-representative-accepted', {
    ...body('branch'),
    province: 'tj',
    legalRepresentative: 'abroad',
  }),
  row('subject-can-file', 'cannot-tell', 'subject-representative-disputed', {
    ...body('branch'),
    province: 'fj',
    legalRepresentative: 'abroad',
  }),

  row('registrar-licensed', 'needs-answer', 'registrar-unknown'),
  row('registrar-licensed', 'pass', 'registrar-approved', { registrar: licensed }),
  row('registrar-licensed', 'pass', 'registrar-licence-seen', { registrar: seen }),
  row('registrar-licensed', 'fail', 'registrar-overseas', { registrar: overseas }, { step: 'transfer-in' }),
  row(
    'registrar-licensed',
    'fail',
    'registrar-overseas',
    { registrar: overseas, registeredOn: '2026-11-01', expiresOn: '2027-11-01' },
    { step: 'transfer-in', notBefore: '2026-12-31', notAfter: '2027-09-02' },
  ),
  row(
    'registrar-licensed',
    'fail',
    'registrar-overseas',
    { registrar: overseas, expiresOn: '2027-11-01' },
    { host: 'www.example.com.cn', step: 'transfer-in', notAfter: '2027-10-17' },
  ),
  row(
    'registrar-licensed',
    'fail',
    'registrar-overseas',
    { registrar: overseas, registeredOn: '2020-01-01' },
    { step: 'transfer-in' },
  ),
  row(
    'registrar-licensed',
    'cannot-tell',
    'registrar-mainland-unverified',
    { registrar: registrar('uncertain', 'mainland-company') },
    { step: 'look-registrar-up' },
  ),
  row(
    'registrar-licensed',
    'cannot-tell',
    'registrar-unlisted',
    { registrar: 'iana-9999' },
    { step: 'look-registrar-up' },
  ),
  row('registrar-licensed', 'pass', 'registrar-found-listed', { registrar: 'iana-9999', registrarListed: 'yes' }),
  row(
    'registrar-licensed',
    'fail',
    'registrar-found-missing',
    { registrar: 'iana-9999', registrarListed: 'no' },
    { step: 'transfer-in' },
  ),
  row('registrar-licensed', 'fail', 'registrar-overseas', { registrar: overseas, registrarListed: 'yes' }),
  row(
    'registrar-licensed',
    'fail',
    'registrar-group-licensed',
    { registrar: 'alibaba-cloud-international', registeredOn: '2026-11-01', expiresOn: '2027-11-01' },
    { step: 'move-in-group', notBefore: '2026-12-31', notAfter: '2027-09-02' },
  ),
  row(
    'registrar-licensed',
    'fail',
    'registrar-overseas',
    { registrar: overseas, expiresOn: '2027-11-01' },
    { host: 'www.example.com.cn', step: 'transfer-in', notAfter: '2027-10-17' },
  ),
  row(
    'registrar-licensed',
    'fail',
    'registrar-group-unverified',
    { registrar: 'markmonitor' },
    { step: 'move-in-group' },
  ),

  row('registration-valid', 'needs-answer', 'expiry-unknown'),
  row('registration-valid', 'fail', 'expired', { expiresOn: '2026-11-23' }, { step: 'renew' }),
  row('registration-valid', 'cannot-tell', 'valid-too-short', { expiresOn: TODAY }, { step: 'renew', notAfter: TODAY }),
  row('registration-valid', 'cannot-tell', 'valid-too-short', { expiresOn: '2027-02-24' }, { step: 'renew' }),
  row('registration-valid', 'pass', 'valid-long-enough', { expiresOn: '2027-02-25' }),
  row('registration-valid', 'cannot-tell', 'valid-too-short-there', { expiresOn: '2027-01-01', province: 'gd' }),
  row('registration-valid', 'pass', 'valid-long-enough', { expiresOn: '2028-01-01', province: 'gd' }),

  row('real-name-done', 'needs-answer', 'verification-unknown'),
  row('real-name-done', 'pass', 'verification-done', { realName: 'done' }),
  row('real-name-done', 'pass', 'verification-done', { realNameOn: '2026-11-02' }),
  row('real-name-done', 'pass', 'verification-done', { realNameSettled: true }),
  row('real-name-done', 'needs-answer', 'verification-unknown', { realNameSettled: false }),
  row('real-name-done', 'fail', 'verification-missing', { realName: 'not-done' }, { step: 'verify-identity' }),

  row('real-name-recorded', 'needs-answer', 'record-date-unknown', { realName: 'done' }),
  row('real-name-recorded', 'not-applicable', 'record-comes-after', { realName: 'not-done' }),
  // A name that has to move is verified behind the move; of one that was verified the day counts.
  row('real-name-recorded', 'not-applicable', 'record-comes-after', { registrar: 'godaddy' }),
  row('real-name-recorded', 'needs-answer', 'record-date-unknown', { registrar: 'godaddy', realName: 'done' }),
  row('real-name-recorded', 'pass', 'record-settled', { registrar: 'godaddy', realNameSettled: true }),
  row(
    'real-name-recorded',
    'fail',
    'record-before-2018',
    { realNameOn: '2017-12-31' },
    { step: 'verify-identity-again' },
  ),
  row('real-name-recorded', 'pass', 'record-there', { realNameOn: '2018-01-01' }),
  row('real-name-recorded', 'pass', 'record-settled', { realNameSettled: true }),
  row('real-name-recorded', 'pass', 'record-settled', { realNameSettled: true, registeredOn: '2018-01-01' }),
  // Before 2018 nothing was reported: when it was verified decides.
  row('real-name-recorded', 'needs-answer', 'record-date-unknown', {
    realNameSettled: true,
    registeredOn: '2017-12-31',
  }),
  row('real-name-recorded', 'needs-answer', 'record-date-unknown', { realNameSettled: false }),
  row('real-name-recorded', 'not-applicable', 'record-comes-after', { realName: 'not-done', realNameSettled: true }),
  row('real-name-recorded', 'pass', 'record-there', { realNameOn: '2026-11-17' }),
  row(
    'real-name-recorded',
    'cannot-tell',
    'record-perhaps-there',
    { realNameOn: '2026-11-18' },
    { step: 'wait-for-record', notBefore: '2026-11-25' },
  ),
  row('real-name-recorded', 'cannot-tell', 'record-perhaps-there', { realNameOn: '2026-11-19' }),
  row(
    'real-name-recorded',
    'fail',
    'record-too-early',
    { realNameOn: '2026-11-20' },
    { step: 'file-name', notBefore: '2026-11-27' },
  ),
  row('real-name-recorded', 'fail', 'record-too-early', { realNameOn: '2026-12-01' }),
  row('real-name-recorded', 'fail', 'record-too-early-roughly', { realNameOn: '2026-12-29' }),

  row('holder-matches', 'needs-answer', 'holder-unknown'),
  row('holder-matches', 'pass', 'holder-same', { holder: 'same' }),
  row('holder-matches', 'pass', 'holder-same', { holder: 'same', subject: 'individual', province: 'hn' }),
  row('holder-matches', 'fail', 'holder-other', { holder: 'other' }, { step: 'change-holder' }),
  row('holder-matches', 'needs-answer', 'holder-subject-unknown', { holder: 'shareholder' }),
  row('holder-matches', 'fail', 'holder-not-the-person', { holder: 'principal', subject: 'individual' }),
  row('holder-matches', 'needs-answer', 'holder-province-decides', { holder: 'principal', subject: 'organisation' }),
  row('holder-matches', 'cannot-tell', 'holder-sources-disagree', {
    holder: 'executive',
    subject: 'organisation',
    province: 'tj',
  }),
  row('holder-matches', 'fail', 'holder-refused', {
    holder: 'legal-representative',
    subject: 'organisation',
    province: 'hn',
  }),
  row('holder-matches', 'pass', 'holder-accepted', {
    holder: 'legal-representative',
    subject: 'organisation',
    province: 'gd',
  }),
  row('holder-matches', 'fail', 'holder-refused', {
    holder: 'legal-representative',
    subject: 'organisation',
    province: 'nx',
  }),
  row('holder-matches', 'pass', 'holder-accepted', {
    holder: 'legal-representative',
    subject: 'organisation',
    province: 'gz',
  }),

  row('holder-matches', 'cannot-tell', 'holder-foreign-parent', {
    holder: 'other',
    subject: 'organisation',
    province: 'sh',
  }),
  row('holder-matches', 'fail', 'holder-other', { holder: 'other', subject: 'individual', province: 'sh' }),

  row('no-foreign-record', 'needs-answer', 'filing-unknown'),
  row('no-foreign-record', 'pass', 'filing-none', { record: 'none' }),
  row('no-foreign-record', 'pass', 'filing-own', { record: 'own' }),
  row('no-foreign-record', 'fail', 'filing-other', { record: 'other' }, { step: 'have-record-cancelled' }),

  row(
    'no-foreign-record',
    'not-applicable',
    'filing-other-apart',
    { record: 'other' },
    { host: 'dept.example.gov.cn' },
  ),
  row('no-foreign-record', 'fail', 'filing-other', { record: 'other' }, { host: 'example.gov.cn' }),
  row('no-foreign-record', 'pass', 'filing-none', { record: 'none' }, { host: 'dept.example.gov.cn' }),
  row('holder-matches', 'not-applicable', 'holder-other-apart', { holder: 'other' }, { host: 'dept.example.gov.cn' }),
  row('holder-matches', 'fail', 'holder-other', { holder: 'other' }, { host: 'example.gov.cn' }),
  row(
    'holder-matches',
    'needs-answer',
    'holder-subject-unknown',
    { holder: 'executive' },
    { host: 'dept.example.gov.cn' },
  ),

  row('no-open-application', 'needs-answer', 'application-unknown'),
  row('no-open-application', 'pass', 'application-none', { application: 'none' }),
  row('no-open-application', 'fail', 'application-open', { application: 'open' }, { step: 'close-application' }),

  row('certificate-ready', 'needs-answer', 'certificate-province'),
  row('certificate-ready', 'pass', 'certificate-at-hand', { certificate: 'ready' }),
  row('certificate-ready', 'needs-answer', 'certificate-wanted', { province: 'hn' }),
  row(
    'certificate-ready',
    'fail',
    'certificate-missing',
    { province: 'hn', certificate: 'missing' },
    {
      step: 'get-certificate',
    },
  ),
  row('certificate-ready', 'not-applicable', 'certificate-not-wanted', { province: 'bj' }),
  row('certificate-ready', 'cannot-tell', 'certificate-disputed', { province: 'js' }),
  row('certificate-ready', 'not-applicable', 'certificate-not-wanted', { province: 'ha' }),
  row('certificate-ready', 'not-applicable', 'certificate-from-count', { province: 'gd', subject: 'organisation' }),
  row('certificate-ready', 'needs-answer', 'certificate-subject-unknown', { province: 'nm' }),
  row('certificate-ready', 'not-applicable', 'certificate-not-wanted', { province: 'nm', subject: 'organisation' }),
  row('certificate-ready', 'needs-answer', 'certificate-wanted', { province: 'nm', subject: 'individual' }),

  row('province-accepts', 'needs-answer', 'province-unknown'),
  row('province-accepts', 'pass', 'province-no-objection', { province: 'gd' }),
  row(
    'province-accepts',
    'fail',
    'province-reserved-label',
    { province: 'bj', subject: 'organisation' },
    { host: '中国例子.com' },
  ),
  row(
    'province-accepts',
    'pass',
    'province-no-objection',
    { province: 'bj', subject: 'government' },
    { host: '中国例子.gov.cn' },
  ),
  row(
    'province-accepts',
    'fail',
    'one-name-per-website',
    { province: 'sh', subject: 'organisation', namesOnSite: 5 },
    { step: 'file-each-name' },
  ),
  row('province-accepts', 'fail', 'one-name-per-website', { namesOnSite: 2 }, { step: 'file-each-name' }),
  row('province-accepts', 'not-applicable', 'names-filed-before', { record: 'own', namesOnSite: 3 }),
  row('province-accepts', 'pass', 'province-no-objection', { province: 'cq', namesOnSite: 1 }),
  row('province-accepts', 'fail', 'province-overseas-registrar', { province: 'jl', registrar: overseas }),
  row(
    'province-accepts',
    'fail',
    'province-public-body-suffix',
    { province: 'sh', subject: 'government' },
    { step: 'use-public-suffix' },
  ),
  row(
    'province-accepts',
    'pass',
    'province-no-objection',
    { province: 'sh', subject: 'government' },
    {
      host: 'www.pudong.gov.cn',
    },
  ),
  row('province-accepts', 'fail', 'province-public-body-suffix', { province: 'nm', subject: 'public-institution' }),
  row(
    'province-accepts',
    'fail',
    'public-body-suffix',
    { province: 'bj', subject: 'public-institution' },
    { step: 'use-public-suffix' },
  ),
  row('province-accepts', 'fail', 'public-body-suffix', { subject: 'government' }, { step: 'use-public-suffix' }),
  row(
    'province-accepts',
    'pass',
    'province-no-objection',
    { province: 'bj', subject: 'public-institution' },
    { host: 'www.hospital.org.cn' },
  ),
  row(
    'province-accepts',
    'cannot-tell',
    'province-own-list',
    { province: 'bj' },
    {
      host: `foo.${suffix((fact) => fact.status === 'approved' && !fact.suffix.includes('.') && !fact.listedBy.includes('tencent-beijing-suffixes-2019'))}`,
    },
  ),
  // A list that has `cn` has what lies below it.
  row('province-accepts', 'pass', 'province-no-objection', { province: 'bj' }, { host: 'example.com.cn' }),
  row('province-accepts', 'pass', 'province-no-objection', { province: 'bj' }, { host: 'www.example.gov.cn' }),
  row('province-accepts', 'needs-answer', 'province-subject-unknown', { province: 'sh' }),
];

describe('answers in, findings and steps out', () => {
  test.each(ROWS)('$check: $code with $given', ({ host = HOST, given, check, outcome, code, ...want }) => {
    const { findings, steps } = verdict(host, given);
    const found = findings.find((one) => one.check === check);
    expect(found).toMatchObject({ outcome, reason: { code } });
    if (want.step === undefined) return;
    expect(steps.find((one) => one.code === want.step)).toMatchObject({
      notBefore: want.notBefore ?? null,
      ...(want.notAfter !== undefined && { notAfter: want.notAfter }),
    });
  });

  test('every reason that a check can give stands in the table', () => {
    const named = new Set(ROWS.map((one) => one.code));
    /** Reasons that no fact shipped today leads to. */
    const dormant = [
      'name-of-platform',
      'record-perhaps-there-roughly',
      'registrar-not-approved',
      'registrar-uncertain',
      'subject-office-refused',
      'suffix-approved-low',
      'suffix-not-approved-disputed',
    ];
    const missing = reasonCodes().filter((code) => !named.has(code) && !dormant.includes(code));
    expect(missing.filter((code) => code !== 'suffix-weakly-listed')).toEqual([]);
    expect(ROWS.length).toBeGreaterThanOrEqual(60);
  });

  test('a case in which all is settled is eligible; with the last answer open it is not yet', () => {
    const all: Answers = {
      hosting: 'mainland',
      registrar: licensed,
      expiresOn: '2028-01-01',
      realName: 'done',
      realNameOn: '2026-01-05',
      subject: 'organisation',
      registeredIn: 'mainland',
      holder: 'same',
      province: 'gd',
      record: 'none',
      liveNow: 'no',
      application: 'none',
    };
    expect(verdict(HOST, all).standing).toBe('eligible');
    expect(verdict(HOST, all).steps.map((step) => step.code)).toEqual([
      'close-dns',
      'file-name',
      'show-number',
      'police-filing',
    ]);
    const { application: _, ...open } = all;
    expect(verdict(HOST, open).standing).toBe('depends');
    expect(verdict(HOST, open).steps[0]?.code).toBe('confirm-one');
  });

  test('at another provider the next step is the access filing of the name', () => {
    const { coverage, steps } = verdict('shop.example.com', {
      record: 'own',
      filedWith: 'aliyun',
      servedBy: 'tencent-cloud',
    });
    expect(coverage).toMatchObject({ kind: 'access-filing-needed', filingDomain: 'example.com', filed: true });
    expect(steps.map((step) => step.code)).toContain('add-access-filing');
    expect(steps.map((step) => step.code)).not.toContain('file-name');
  });

  test('two providers without a name may be one: the answer stays conditional', () => {
    expect(verdict(HOST, { filedWith: 'other', servedBy: 'other' }).coverage).toMatchObject({
      kind: 'shares-record',
      conditional: true,
    });
    expect(verdict(HOST, { filedWith: 'aliyun', servedBy: 'aliyun' }).coverage.conditional).toBe(false);
  });
});

const day = fc.constantFrom('2017-05-05', '2026-09-01', '2026-11-19', '2026-11-23', '2027-01-01', '2028-06-06');
const answers: fc.Arbitrary<Answers> = fc.record(
  {
    name: fc.constantFrom('own' as const, 'other' as const),
    hosting: fc.constantFrom('mainland' as const, 'mainland-cdn' as const, 'elsewhere' as const),
    registrar: fc.constantFrom(...rules.registrars.map((one) => one.id)),
    registeredOn: day,
    expiresOn: day,
    realName: fc.constantFrom('done' as const, 'not-done' as const),
    realNameOn: day,
    subject: fc.constantFrom('individual' as const, 'organisation' as const, 'public-institution' as const),
    holder: fc.constantFrom('same' as const, 'shareholder' as const, 'legal-representative' as const, 'other' as const),
    province: fc.constantFrom(...rules.provinces.map((one) => one.id)),
    record: fc.constantFrom('none' as const, 'own' as const, 'other' as const),
    application: fc.constantFrom('none' as const, 'open' as const),
    certificate: fc.constantFrom('ready' as const, 'missing' as const),
    namesOnSite: fc.integer({ min: 1, max: 12 }),
    registeredIn: fc.constantFrom(...ORIGINS),
    mainlandBody: fc.constantFrom(...MAINLAND_BODIES),
    legalRepresentative: fc.constantFrom(...ORIGINS),
    filedWhen: fc.constantFrom('before-2018' as const, 'since-2018' as const),
    applyingFor: fc.constantFrom(...APPLICATIONS),
    liveNow: fc.constantFrom('no' as const, 'mainland' as const, 'abroad' as const),
    filedWith: fc.constantFrom('aliyun', 'other'),
    servedBy: fc.constantFrom('aliyun', 'tencent-cloud', 'other'),
  },
  { requiredKeys: [] },
);
const hosts = fc.constantFrom(
  HOST,
  'example.com.cn',
  'foo.io',
  'foo.me',
  'a.foo.github.io',
  'x.beijing.gov.cn',
  'c672146432.example.cn',
  'a.w.kunluncan.com',
  '例子.中国',
);

describe('what must always hold', () => {
  testMany('one more answer never turns a failed check into one that passes', () => {
    let failing = 0;
    fc.assert(
      fc.property(hosts, answers, answers, (host, known, more) => {
        const before = verdict(host, known).findings;
        const after = verdict(host, { ...more, ...known }).findings;
        before.forEach((finding, index) => {
          if (finding.outcome !== 'fail') return;
          failing++;
          expect(after[index]?.outcome, `${finding.check}: ${finding.reason.code}`).not.toBe('pass');
        });
      }),
      { numRuns: 3000 },
    );
    expect(failing).toBeGreaterThan(500);
  });

  test('"I don’t know" is the same as no answer', () => {
    fc.assert(
      fc.property(
        hosts,
        answers,
        fc.constantFrom(...(Object.keys({ hosting: 1, registrar: 1, holder: 1 }) as (keyof Answers)[])),
        (host, known, name) => {
          const { [name]: _, ...without } = known;
          expect(verdict(host, { ...known, [name]: undefined } as Answers)).toEqual(verdict(host, without));
        },
      ),
    );
  });

  testMany('every finding that applies cites, every step and every reason can be said in every language', () => {
    const say = LOCALES.map(wordsFor);
    const steps = new Set<string>();
    fc.assert(
      fc.property(hosts, answers, (host, known) => {
        const { findings, risks, standing, steps: next, coverage } = verdict(host, known);
        expect(standing === 'filed').toBe(known.record === 'own');
        if (standing !== 'filed') expect(risks).toEqual([]);
        for (const { code, params, cites } of risks) {
          expect(cites.length, code).toBeGreaterThan(0);
          for (const speak of say) speak(`risk_${code.replaceAll('-', '_')}`, params);
        }
        expect(findings.map((one) => one.check)).toEqual(CHECKS);
        expect(coverage.cites.length).toBeGreaterThan(0);
        for (const { outcome, cites, reason } of findings) {
          if (outcome !== 'not-applicable') expect(cites.length, reason.code).toBeGreaterThan(0);
          for (const speak of say) speak(`because_${reason.code.replaceAll('-', '_')}`, reason.params);
        }
        expect(next.length).toBeGreaterThan(0);
        for (const { code, params, faq, notBefore } of next) {
          steps.add(code);
          if (faq !== null) expect(rules.faq.map((entry) => entry.id)).toContain(faq);
          if (notBefore !== null) expect(notBefore > TODAY).toBe(true);
          for (const speak of say) speak(`step_${code.replaceAll('-', '_')}`, params);
        }
      }),
      // The same cases each time: whether a rare step is among them must not be chance.
      { numRuns: 4000, seed: 2018 },
    );
    expect([...steps].sort()).toEqual(stepCodes());
  });
});
