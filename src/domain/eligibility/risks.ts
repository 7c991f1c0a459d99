import { addMonths } from '../common/days.ts';
import { toUnicodeName } from '../hostname/unicode-name.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { LegalBasisId } from '../ruleset/ruleset.ts';
import { citationsForLegalBasis, yearOf } from '../ruleset/ruleset-index.ts';
import type { Citation } from '../ruleset/source.ts';
import type { AssessmentContext } from './assessment-context.ts';
import type { Finding, Outcome, Risk } from './verdict.ts';
import { accessRefusal } from './verification.ts';

/** In how many months an expiry is worth a word. */
const SOON = 3;

/**
 * Returns what endangers a filing that is the person's own, the gravest first; empty where there is
 * no such filing.
 */
export function risksOf(question: AssessmentContext, findings: readonly Finding[]): Risk[] {
  const { domain, answers, facts, today } = question;
  if (answers.record !== 'own') return [];
  const registrable = toUnicodeName(domain, domain.registrable);
  const found = (check: CheckId, ...outcomes: readonly Outcome[]) =>
    findings.find((one) => one.check === check && outcomes.includes(one.outcome));
  const risks: Risk[] = [];
  const add = (code: string, cites: readonly Citation[], params: Risk['params'] = {}) =>
    risks.push({ code, params: { registrable, ...params }, cites });
  const principle = (id: LegalBasisId) => citationsForLegalBasis(facts, id);

  const { expiresOn } = answers;
  if (expiresOn !== undefined && expiresOn < today) add('expired', principle('provider-inspects'), { date: expiresOn });
  if (answers.hosting === 'elsewhere') add('served-elsewhere', principle('provider-inspects'));
  const refused = findings.find(
    (one) => one.outcome === 'fail' && one.ifFiledAnew === undefined && isOfName(one.check),
  );
  if (refused && answers.applyingFor === 'change') add('change-refused', principle('verified-at-change'));
  const refusal = accessRefusal(question);
  if (refusal !== null) {
    const { province, cites } = refusal;
    add('access-refused', cites, { province, suffix: domain.suffix, year: yearOf(facts, cites) });
  }
  if (found('suffix-approved', 'fail')) add('never-again', principle('filing-cannot-be-made-again'));
  else if (found('suffix-approved', 'cannot-tell'))
    add('perhaps-never-again', principle('filing-cannot-be-made-again'));
  if (found('registrar-licensed', 'fail')) add('registrar', principle('provider-inspects'));
  if (answers.holder === 'other') add('holder', principle('provider-inspects'));
  if (answers.realName === 'not-done') add('real-name', principle('real-name-is-done'));
  if (expiresOn !== undefined && expiresOn >= today && expiresOn <= addMonths(today, SOON)) {
    add('expires-soon', principle('provider-inspects'), { date: expiresOn });
  }
  return risks;
}

function isOfName(check: CheckId): boolean {
  return check !== 'filing-needed' && check !== 'no-foreign-record';
}
