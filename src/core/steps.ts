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

/** In: the question and what came of it. Out: the steps, the first to be done first. Never empty. */
export function stepsFor(question: Question, findings: readonly Finding[], coverage: Coverage): Step[] {
  const { answers, domain, today } = question;
  const name = displayTail(domain, domain.registrable);
  const comes = (check: CheckId, to: Outcome) => findings.some((one) => one.check === check && one.outcome === to);
  const fails = (check: CheckId) => comes(check, 'fail');
  const isUnsure = (check: CheckId) => comes(check, 'cannot-tell');

  if (coverage.kind === 'platform') {
    return finish([{ code: 'use-own-name', faq: 'platform-names' }]);
  }
  if (answers.hosting === 'elsewhere') {
    return finish([{ code: 'nothing-to-file', faq: 'cdn-and-hong-kong' }]);
  }
  // A name that has its filing all the same keeps it.
  if (fails('suffix-approved') && answers.record !== 'own') {
    return finish([
      { code: 'other-suffix', faq: 'suffix-not-supported', url: QUERY_DOMAINS },
      { code: 'or-host-outside', faq: 'cdn-and-hong-kong' },
    ]);
  }

  const drafts: Draft[] = [];
  if (isUnsure('suffix-approved')) {
    drafts.push({ code: 'look-suffix-up', faq: 'suffix-not-supported', url: QUERY_DOMAINS });
  }
  if (isUnsure('registrar-licensed')) {
    drafts.push({ code: 'look-registrar-up', faq: 'registrar-not-approved', url: QUERY_DOMAINS });
  }
  if (fails('registration-valid') || isUnsure('registration-valid')) {
    drafts.push({ code: 'renew', notAfter: stillComing(answers.expiresOn), faq: 'remaining-validity' });
  }
  const moves = fails('registrar-licensed');
  const unlocked = moves && answers.registeredOn !== undefined ? addDays(answers.registeredOn, TRANSFER_LOCK) : null;
  if (moves) {
    drafts.push({
      code: 'transfer-in',
      notBefore: unlocked,
      // A name that must be renewed first has another last day then.
      notAfter:
        answers.expiresOn === undefined || drafts.some((one) => one.code === 'renew')
          ? null
          : stillComing(addDays(answers.expiresOn, -TRANSFER_BEFORE_EXPIRY)),
      faq: 'transfer-in',
    });
  }
  if (fails('holder-matches')) drafts.push({ code: 'change-holder', faq: 'not-my-own-name' });
  if (fails('real-name-done')) drafts.push({ code: 'verify-identity', faq: 'after-real-name' });
  if (findings.some((one) => one.because.code === 'record-before-2018')) {
    drafts.push({ code: 'verify-identity-again', faq: 'after-real-name' });
  }
  // A day that was told before the authentication was taken back says nothing.
  const recorded = answers.realNameOn === undefined || fails('real-name-done') ? null : recordedBy(answers.realNameOn);
  if (recorded !== null && recorded > today) {
    drafts.push({ code: 'wait-for-record', notBefore: recorded, faq: 'after-real-name' });
  }
  if (fails('no-foreign-record')) {
    drafts.push({ code: 'have-record-cancelled', faq: 'name-with-old-filing', url: QUERY_FILINGS });
  }
  if (fails('no-open-application')) drafts.push({ code: 'close-application', faq: 'open-order' });
  if (fails('certificate-ready')) drafts.push({ code: 'get-certificate', faq: 'domain-certificate' });
  if (findings.some((one) => one.because.code === 'province-public-body-suffix')) {
    drafts.push({ code: 'use-public-suffix', faq: 'government-and-public-institutions' });
  } else if (fails('province-accepts')) drafts.push({ code: 'heed-province', faq: 'several-domains-one-site' });
  const open = findings.filter((one) => one.outcome === 'needs-answer').length;
  if (open > 0) drafts.push({ code: open === 1 ? 'confirm-one' : 'confirm-some', params: { count: open } });

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
  return finish(drafts);

  /** A last day that is past is none. */
  function stillComing(day: Day | undefined): Day | null {
    return day !== undefined && day >= today ? day : null;
  }

  function finish(all: readonly Draft[]): Step[] {
    return all.map(({ code, params = {}, notBefore = null, notAfter = null, faq = null, url = null }) => ({
      code,
      params: { registrable: name, ...params },
      notBefore: notBefore !== null && notBefore > today ? notBefore : null,
      notAfter,
      faq,
      url,
    }));
  }
}

function later(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b;
}
