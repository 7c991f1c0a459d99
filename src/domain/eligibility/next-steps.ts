import type { Day } from '../common/days.ts';
import { addDays } from '../common/days.ts';
import { toUnicodeName } from '../hostname/unicode-name.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { AssessmentContext } from './assessment-context.ts';
import { recordedBy } from './checks/real-name-recorded.ts';
import { sameProviderOf } from './coverage.ts';
import type { Coverage, Finding, Outcome, Reason, Step } from './verdict.ts';
import { accessRefusal } from './verification.ts';

/** Where anyone can look a filing up, and where suffixes and registrars are listed. */
export const QUERY_FILINGS = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';
export const QUERY_DOMAINS = 'https://domain.miit.gov.cn/';
const POLICE_FILING = 'https://beian.mps.gov.cn/';

/**
 * Days after registration or a transfer in which a name cannot move, and days before its expiry by
 * which it must have: fewer below `.cn`.
 */
const TRANSFER_LOCK = 60;
const TRANSFER_BEFORE_EXPIRY = 60;
const CN_TRANSFER_BEFORE_EXPIRY = 15;

type Draft = Partial<Omit<Step, 'code'>> & Pick<Step, 'code'>;

/** What the parts of a list of steps look at. */
interface Case extends AssessmentContext {
  readonly coverage: Coverage;
  /** Whether a finding that counts now came out so, or for this reason. */
  readonly comes: (check: CheckId, outcome: Outcome) => boolean;
  readonly hasReason: (code: string) => boolean;
  /** Whether a check that is not made now would fail if the name had to be filed anew. */
  readonly isRefusedAnew: (check: CheckId) => boolean;
  readonly open: number;
}

/** Returns the first of {@link stepsFor}, without working the others out. */
export function firstStepFor(question: AssessmentContext, findings: readonly Finding[], coverage: Coverage): Reason {
  const [{ code, params } = SHOW_NUMBER] = draftsOf(caseFor(question, findings, coverage));
  return { code, params: { ...nameOf(question), ...params } };
}

/** Yields what to do, each part worked out as it is asked for. */
function* draftsOf(one: Case): Generator<Draft> {
  const ways = withoutFiling(one);
  if (ways !== null) return yield* ways;
  for (const part of PARTS) yield* part(one);
  yield SHOW_NUMBER;
  yield { code: 'police-filing', faq: 'public-security-filing', url: POLICE_FILING };
}

function nameOf({ domain }: AssessmentContext): { readonly registrable: string } {
  return { registrable: toUnicodeName(domain, domain.registrable) };
}

function caseFor(
  { domain, answers, today, facts }: AssessmentContext,
  findings: readonly Finding[],
  coverage: Coverage,
): Case {
  let open = 0;
  for (const { outcome, ifFiledAnew } of findings) if (outcome === 'needs-answer' && ifFiledAnew === undefined) open++;
  return {
    domain,
    answers,
    today,
    facts,
    coverage,
    comes: (check, outcome) => {
      for (const found of findings)
        if (found.check === check) return found.ifFiledAnew === undefined && found.outcome === outcome;
      return false;
    },
    hasReason: (code) => {
      for (const found of findings) if (found.reason.code === code && found.ifFiledAnew === undefined) return true;
      return false;
    },
    isRefusedAnew: (check) =>
      findings.some((found) => found.check === check && found.ifFiledAnew !== undefined && found.outcome === 'fail'),
    open,
  };
}

/** What is to be done, in this order. */
const PARTS = [ofSubject, ofName, ofHolder, ofPapers, ofFiling, ofAccess];
const SHOW_NUMBER: Draft = { code: 'show-number', faq: 'displaying-the-number' };

/** Returns what to do, the first to be done first. Never empty. */
export function stepsFor(question: AssessmentContext, findings: readonly Finding[], coverage: Coverage): Step[] {
  const { today } = question;
  const drafts = [...draftsOf(caseFor(question, findings, coverage))];
  const nameOnly = nameOf(question);
  return drafts.map(({ code, params, notBefore = null, notAfter = null, faq = null, url = null }) => ({
    code,
    params: params === undefined ? nameOnly : { ...nameOnly, ...params },
    notBefore: notBefore !== null && notBefore > today ? notBefore : null,
    notAfter,
    faq,
    url,
  }));
}

/** The ways out where nothing can be filed; null where something can. */
function withoutFiling(one: Case): Draft[] | null {
  const { answers, coverage, domain, comes } = one;
  const isOwn = answers.record === 'own';
  if (coverage.kind === 'platform' && !isOwn) {
    const isTarget = domain.platform?.use === 'target';
    return [{ code: isTarget ? 'file-what-points-here' : 'use-own-name', faq: 'platform-names' }];
  }
  if (answers.hosting === 'elsewhere') {
    return isOwn
      ? [
          ...ofInspection(one),
          { code: 'serve-from-mainland', faq: 'empty-shell' },
          ...ofRegistrar(one),
          { code: 'or-cancel-filing', faq: 'empty-shell' },
        ]
      : [{ code: 'nothing-to-file', faq: 'cdn-and-hong-kong' }];
  }
  // A name that has its filing keeps it.
  if (comes('suffix-approved', 'fail') && !isOwn) {
    return [
      { code: 'other-suffix', faq: 'suffix-not-supported', url: QUERY_DOMAINS },
      { code: 'or-host-outside', faq: 'cdn-and-hong-kong' },
    ];
  }
  return null;
}

function ofSubject({ hasReason, comes }: Case): Draft[] {
  if (comes('subject-can-file', 'fail')) {
    const first: Draft = hasReason('subject-no-mainland-body')
      ? { code: 'find-mainland-body', faq: 'foreign-company' }
      : { code: 'ask-who-may-file', faq: 'foreign-company' };
    return [first, { code: 'or-host-outside', faq: 'cdn-and-hong-kong' }];
  }
  if (comes('subject-can-file', 'cannot-tell')) return [{ code: 'ask-who-may-file', faq: 'foreign-company' }];
  return hasReason('subject-principal-needed') ? [{ code: 'authorise-principal', faq: 'foreign-person-papers' }] : [];
}

function ofName(one: Case): Draft[] {
  const { answers, today, comes } = one;
  const drafts: Draft[] = [];
  if (comes('suffix-approved', 'cannot-tell')) {
    drafts.push({ code: 'look-suffix-up', faq: 'suffix-not-supported', url: QUERY_DOMAINS });
  }
  if (comes('registrar-licensed', 'cannot-tell')) {
    drafts.push({ code: 'look-registrar-up', faq: 'registrar-not-approved', url: QUERY_DOMAINS });
  }
  const mustRenew = comes('registration-valid', 'fail') || comes('registration-valid', 'cannot-tell');
  if (mustRenew)
    drafts.push({ code: 'renew', notAfter: comingDay(answers.expiresOn, today), faq: 'remaining-validity' });
  if (comes('registrar-licensed', 'fail')) {
    const days = /(^|\.)cn$/.test(one.domain.suffix) ? CN_TRANSFER_BEFORE_EXPIRY : TRANSFER_BEFORE_EXPIRY;
    const last = answers.expiresOn === undefined ? undefined : addDays(answers.expiresOn, -days);
    drafts.push({
      ...moveOf(one),
      notBefore: unlockedOn(one),
      // A name that must be renewed first has another last day then.
      notAfter: mustRenew ? null : comingDay(last, today),
      faq: 'transfer-in',
    });
  }
  return drafts;
}

/**
 * Where a name moves to: both companies of a group are registrars of their own, so the limits of a
 * transfer hold there, too.
 */
function moveOf({ answers, facts }: AssessmentContext): Draft {
  const registrar = facts.registrars.get(answers.registrar ?? '');
  const company = facts.registrars.get(registrar?.mainlandCompany ?? '');
  if (registrar === undefined || company === undefined) return { code: 'transfer-in' };
  return { code: 'move-in-group', params: { registrar: registrar.name, company: company.name } };
}

function ofHolder({ answers, facts, today, comes, hasReason }: Case): Draft[] {
  const drafts: Draft[] = [];
  if (comes('holder-matches', 'fail')) drafts.push({ code: 'change-holder', faq: 'not-my-own-name' });
  if (comes('real-name-done', 'fail')) drafts.push({ code: 'verify-identity', faq: 'after-real-name' });
  if (hasReason('record-before-2018')) drafts.push({ code: 'verify-identity-again', faq: 'after-real-name' });
  const recorded = recordedOn({ answers, facts });
  if (answers.record !== 'own' && recorded !== null && recorded > today) {
    drafts.push({ code: 'wait-for-record', notBefore: recorded, faq: 'after-real-name' });
  }
  return drafts;
}

function ofPapers({ answers, comes, hasReason, open }: Case): Draft[] {
  const drafts: Draft[] = [];
  if (comes('no-foreign-record', 'fail')) {
    drafts.push({ code: 'have-record-cancelled', faq: 'name-with-old-filing', url: QUERY_FILINGS });
    // Websites are moved to organizations only.
    if (answers.subject !== 'individual') drafts.push({ code: 'or-move-filing', faq: 'moving-between-companies' });
  }
  if (comes('no-open-application', 'fail')) drafts.push({ code: 'close-application', faq: 'open-order' });
  if (comes('certificate-ready', 'fail')) drafts.push({ code: 'get-certificate', faq: 'domain-certificate' });
  if (hasReason('province-public-body-suffix') || hasReason('public-body-suffix')) {
    drafts.push({ code: 'use-public-suffix', faq: 'government-and-public-institutions' });
  } else if (hasReason('one-name-per-website')) {
    drafts.push({ code: 'file-each-name', faq: 'several-domains-one-site' });
  } else if (comes('province-accepts', 'fail')) drafts.push({ code: 'heed-province', faq: 'several-domains-one-site' });
  if (open > 0) drafts.push({ code: open === 1 ? 'confirm-one' : 'confirm-some', params: { count: open } });
  return drafts;
}

function ofFiling(one: Case): Draft[] {
  const { answers, coverage, domain, comes } = one;
  const unlocked = comes('registrar-licensed', 'fail') ? unlockedOn(one) : null;
  const submitFrom = later(recordedOn(one), unlocked);
  if (coverage.kind === 'own-filing') {
    return [{ code: 'file-own-site', params: { host: domain.display }, notBefore: submitFrom }];
  }
  if (answers.record === 'own') {
    return [
      ...ofInspection(one),
      { code: 'keep-filing', faq: 'empty-shell' },
      ...ofRegistrar(one),
      ...(answers.applyingFor === 'change' ? [{ code: 'submit-change', faq: 'filing-type' }] : []),
    ];
  }
  return [...duringReview(one), { code: 'file-name', notBefore: submitFrom, faq: 'how-long' }];
}

/**
 * What a filing of one's own needs although no application is ahead: providers inspect it at any
 * time, see `risksOf`.
 */
function ofInspection({ answers, today, comes }: Case): Draft[] {
  const drafts: Draft[] = [];
  const isExpired = answers.expiresOn !== undefined && answers.expiresOn < today;
  if (isExpired && !comes('registration-valid', 'fail')) drafts.push({ code: 'renew', faq: 'expired-filed-name' });
  if (answers.realName === 'not-done' && !comes('real-name-done', 'fail'))
    drafts.push({ code: 'verify-identity', faq: 'domain-hold' });
  if (answers.holder === 'other' && !comes('holder-matches', 'fail'))
    drafts.push({ code: 'change-holder', faq: 'not-my-own-name' });
  return drafts;
}

/** A name that was filed at an overseas registrar before 2018 may stay there. */
function ofRegistrar(one: Case): Draft[] {
  const isInspected = one.isRefusedAnew('registrar-licensed') && one.answers.filedWhen !== 'before-2018';
  return isInspected ? [{ code: 'or-transfer-back', notBefore: unlockedOn(one), faq: 'transfer-out' }] : [];
}

/**
 * What the site does meanwhile. Nothing that we read settles what holds for a site that is open
 * abroad.
 */
function duringReview({ answers }: Case): Draft[] {
  switch (answers.liveNow) {
    case 'abroad':
      return [{ code: 'ask-about-live-site', faq: 'live-site-abroad' }];
    case undefined:
      return [{ code: 'dns-during-review', faq: 'dns-during-filing' }];
    default:
      return [{ code: 'close-dns', faq: 'dns-during-filing' }];
  }
}

function ofAccess(one: Case): Draft[] {
  const { answers, coverage, domain } = one;
  if (accessRefusal(one) !== null) return [];
  const params = { host: domain.display };
  if (coverage.kind === 'access-filing-needed') {
    return [{ code: 'add-access-filing', params, faq: 'sub-domain-other-provider' }];
  }
  const isElsewhere = sameProviderOf(answers) === false || answers.applyingFor === 'access-filing';
  return coverage.kind === 'is-the-name' && answers.record === 'own' && isElsewhere
    ? [{ code: 'add-access-filing', params, faq: 'access-filing' }]
    : [];
}

/** Returns when the name can move again; null where nobody has told when it was registered. */
export function unlockedOn({ answers }: Pick<AssessmentContext, 'answers'>): Day | null {
  return answers.registeredOn === undefined ? null : addDays(answers.registeredOn, TRANSFER_LOCK);
}

/**
 * When the ministry surely has the real name. A day that was told before the verification was taken
 * back says nothing.
 */
function recordedOn({ answers, facts }: Pick<AssessmentContext, 'answers' | 'facts'>): Day | null {
  return answers.realNameOn === undefined || answers.realName === 'not-done'
    ? null
    : recordedBy(answers.realNameOn, facts);
}

/** A last day that is past is none. */
function comingDay(day: Day | undefined, today: Day): Day | null {
  return day !== undefined && day >= today ? day : null;
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
