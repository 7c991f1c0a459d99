/** What to do next, as one ordered list for the case, with the days on which it makes sense. */
import { recordedBy } from './checks/real-name-recorded.ts';
import { sameProviderOf } from './coverage.ts';
import { addDays } from './days.ts';
import type { CheckId, Coverage, Day, Finding, Outcome, Step } from './model.ts';
import { displayTail, type Question } from './question.ts';

/** Where anyone can look a filing up, and where suffixes and registrars are listed. */
export const QUERY_FILINGS = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';
export const QUERY_DOMAINS = 'https://domain.miit.gov.cn/';
const POLICE_FILING = 'https://beian.mps.gov.cn/';

/** Days after registration or a transfer in which a name cannot move, and days before its expiry by which it must have. */
const TRANSFER_LOCK = 60;
const TRANSFER_BEFORE_EXPIRY = 15;

type Draft = Partial<Omit<Step, 'code'>> & Pick<Step, 'code'>;

/** What the steps follow from, with the days that several of them hang on. */
interface Settled {
  readonly question: Question;
  readonly coverage: Coverage;
  /** Whether a check came out so. */
  readonly comes: (check: CheckId, ...outcomes: readonly Outcome[]) => boolean;
  /** Whether a finding came out for this reason. */
  readonly hasReason: (code: string) => boolean;
  /** How many findings wait for an answer. */
  readonly open: number;
  /** The day from which a name that must move can; null where it need not, or nobody told. */
  readonly unlocked: Day | null;
  /** The day by which the verified identity is on record; null where nobody told. */
  readonly recorded: Day | null;
}

/** In: the question and what came of it. Out: the steps, the first to be done first. Never empty. */
export function stepsFor(question: Question, findings: readonly Finding[], coverage: Coverage): Step[] {
  const { domain, today } = question;
  const name = displayTail(domain, domain.registrable);
  const settled = settle(question, findings, coverage);
  const drafts = insteadOfFiling(settled) ?? [
    ...toLookUp(settled),
    ...toKeepAndMove(settled),
    ...toVerify(settled),
    ...toClear(settled),
    ...toFile(settled),
  ];
  return drafts.map(({ code, params = {}, notBefore = null, notAfter = null, faq = null, url = null }) => ({
    code,
    params: { registrable: name, ...params },
    notBefore: notBefore !== null && notBefore > today ? notBefore : null,
    notAfter,
    faq,
    url,
  }));
}

function settle(question: Question, findings: readonly Finding[], coverage: Coverage): Settled {
  const { registeredOn, realNameOn } = question.answers;
  const comes = (check: CheckId, ...outcomes: readonly Outcome[]) =>
    findings.some((one) => one.check === check && outcomes.includes(one.outcome));
  const moves = comes('registrar-licensed', 'fail');
  return {
    question,
    coverage,
    comes,
    hasReason: (code) => findings.some((one) => one.because.code === code),
    open: findings.filter((one) => one.outcome === 'needs-answer').length,
    unlocked: moves && registeredOn !== undefined ? addDays(registeredOn, TRANSFER_LOCK) : null,
    // A day that was told before the authentication was taken back says nothing.
    recorded: realNameOn === undefined || comes('real-name-done', 'fail') ? null : recordedBy(realNameOn),
  };
}

/** What to do where no filing can be made or is needed; null where one can. */
function insteadOfFiling({ question: { answers }, coverage, comes }: Settled): Draft[] | null {
  if (coverage.kind === 'platform') return [{ code: 'use-own-name', faq: 'platform-names' }];
  if (answers.hosting === 'elsewhere') return [{ code: 'nothing-to-file', faq: 'cdn-and-hong-kong' }];
  // A name that has its filing all the same keeps it.
  if (!comes('suffix-approved', 'fail') || answers.record === 'own') return null;
  return [
    { code: 'other-suffix', faq: 'suffix-not-supported', url: QUERY_DOMAINS },
    { code: 'or-host-outside', faq: 'cdn-and-hong-kong' },
  ];
}

function toLookUp({ comes }: Settled): Draft[] {
  const drafts: Draft[] = [];
  if (comes('suffix-approved', 'cannot-tell')) {
    drafts.push({ code: 'look-suffix-up', faq: 'suffix-not-supported', url: QUERY_DOMAINS });
  }
  if (comes('registrar-licensed', 'cannot-tell')) {
    drafts.push({ code: 'look-registrar-up', faq: 'registrar-not-approved', url: QUERY_DOMAINS });
  }
  return drafts;
}

function toKeepAndMove({ question, comes, unlocked }: Settled): Draft[] {
  const { today } = question;
  const { expiresOn } = question.answers;
  const drafts: Draft[] = [];
  const mustRenew = comes('registration-valid', 'fail', 'cannot-tell');
  if (mustRenew) drafts.push({ code: 'renew', notAfter: stillComing(expiresOn, today), faq: 'remaining-validity' });
  if (comes('registrar-licensed', 'fail')) {
    // A name that must be renewed first has another last day then.
    const last = expiresOn === undefined || mustRenew ? undefined : addDays(expiresOn, -TRANSFER_BEFORE_EXPIRY);
    drafts.push({ ...move(question), notBefore: unlocked, notAfter: stillComing(last, today), faq: 'transfer-in' });
  }
  if (comes('holder-matches', 'fail')) drafts.push({ code: 'change-holder', faq: 'not-my-own-name' });
  return drafts;
}

/** Where a name moves to: both companies of a group are registrars of their own, so the limits of a transfer hold there, too. */
function move({ answers, facts }: Question): Draft {
  const registrar = facts.registrars.get(answers.registrar ?? '');
  const company = facts.registrars.get(registrar?.mainlandCompany ?? '');
  if (registrar === undefined || company === undefined) return { code: 'transfer-in' };
  return { code: 'move-in-group', params: { registrar: registrar.name, company: company.name } };
}

/** A last day that is past is none. */
function stillComing(day: Day | undefined, today: Day): Day | null {
  return day !== undefined && day >= today ? day : null;
}

function toVerify({ question, comes, hasReason, recorded }: Settled): Draft[] {
  const drafts: Draft[] = [];
  if (comes('real-name-done', 'fail')) drafts.push({ code: 'verify-identity', faq: 'after-real-name' });
  if (hasReason('record-before-2018')) drafts.push({ code: 'verify-identity-again', faq: 'after-real-name' });
  if (recorded !== null && recorded > question.today) {
    drafts.push({ code: 'wait-for-record', notBefore: recorded, faq: 'after-real-name' });
  }
  return drafts;
}

/** What stands in the way and takes papers, or words with others. */
function toClear({ comes, hasReason, open }: Settled): Draft[] {
  const drafts: Draft[] = [];
  if (comes('no-foreign-record', 'fail')) {
    drafts.push({ code: 'have-record-cancelled', faq: 'name-with-old-filing', url: QUERY_FILINGS });
  }
  if (comes('no-open-application', 'fail')) drafts.push({ code: 'close-application', faq: 'open-order' });
  if (comes('certificate-ready', 'fail')) drafts.push({ code: 'get-certificate', faq: 'domain-certificate' });
  if (hasReason('province-public-body-suffix')) {
    drafts.push({ code: 'use-public-suffix', faq: 'government-and-public-institutions' });
  } else if (comes('province-accepts', 'fail')) drafts.push({ code: 'heed-province', faq: 'several-domains-one-site' });
  if (open > 0) drafts.push({ code: open === 1 ? 'confirm-one' : 'confirm-some', params: { count: open } });
  return drafts;
}

function toFile({ question, coverage, unlocked, recorded }: Settled): Draft[] {
  const { answers, domain, today } = question;
  const drafts: Draft[] = [];
  const submitFrom = later(recorded, later(unlocked, today));
  if (coverage.kind === 'own-filing') {
    drafts.push({ code: 'file-own-site', params: { host: domain.display }, notBefore: submitFrom });
  } else if (answers.record !== 'own') {
    drafts.push({ code: 'close-dns', faq: 'empty-shell' });
    drafts.push({ code: 'file-name', notBefore: submitFrom, faq: 'is-a-filing-needed' });
  }
  if (coverage.kind === 'access-filing-needed') {
    drafts.push({ code: 'add-access-filing', params: { host: domain.display }, faq: 'sub-domain-other-provider' });
  } else if (coverage.kind === 'is-the-name' && answers.record === 'own' && sameProviderOf(answers) === false) {
    drafts.push({ code: 'add-access-filing', params: { host: domain.display }, faq: 'filing-type' });
  }
  drafts.push({ code: 'show-number', faq: 'displaying-the-number' });
  drafts.push({ code: 'police-filing', faq: 'public-security-filing', url: POLICE_FILING });
  return drafts;
}

function later(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b;
}
