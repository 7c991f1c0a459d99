import { citationsForLegalBasis, yearOf } from '../../ruleset/ruleset-index.ts';
import type { Citation } from '../../ruleset/source.ts';
import { type AssessmentContext, everyRuleOf, finding, provinceOf } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/**
 * Can this person or body file at all? A body needs papers of the mainland, a person comes with the
 * document that the mainland knows them by. Without a filing subject, registrar and real name do
 * not matter.
 */
export function subjectCanFile(question: AssessmentContext): Finding {
  const { subject } = question.answers;
  const cites = citationsForLegalBasis(question.facts, 'subject-has-mainland-papers');
  if (subject === undefined) return finding('subject-can-file', 'needs-answer', 'subject-unknown', cites);
  if (subject === 'individual') return ofPerson(question);
  // Bodies of the state are of the mainland by their nature.
  if (subject === 'government' || subject === 'public-institution') {
    return finding('subject-can-file', 'pass', 'subject-public-body', cites);
  }
  return ofOrganisation(question);
}

function ofPerson(question: AssessmentContext): Finding {
  const { registeredIn } = question.answers;
  const cites = citationsForLegalBasis(question.facts, 'papers-of-people-from-outside');
  if (registeredIn === undefined) return finding('subject-can-file', 'needs-answer', 'subject-person-origin', cites);
  if (registeredIn === 'mainland') return finding('subject-can-file', 'pass', 'subject-person-mainland', cites);
  const province = provinceOf(question);
  if (province === undefined) {
    return finding('subject-can-file', 'needs-answer', 'subject-person-province', cites);
  }
  const rule = everyRuleOf(question, 'individual-from-outside').find((one) => one.of.includes(registeredIn));
  if (rule === undefined || rule.outcome === 'accepted') {
    return finding('subject-can-file', 'pass', `subject-person-${registeredIn}`, rule?.cites ?? cites);
  }
  const params = paramsOf(question, rule.cites);
  switch (rule.outcome) {
    case 'refused':
      return finding('subject-can-file', 'fail', 'subject-person-refused', rule.cites, params);
    case 'permit':
      return finding('subject-can-file', 'pass', 'subject-person-permit', rule.cites, params);
    case 'proof':
      return finding('subject-can-file', 'pass', 'subject-person-proof', rule.cites, params);
  }
}

function ofOrganisation(question: AssessmentContext): Finding {
  const { answers, facts } = question;
  const cites = citationsForLegalBasis(facts, 'subject-has-mainland-papers');
  if (answers.registeredIn === undefined) {
    return finding('subject-can-file', 'needs-answer', 'subject-body-origin', cites);
  }
  if (answers.registeredIn === 'mainland') return byRepresentative(question, 'subject-body-mainland');
  switch (answers.mainlandBody) {
    case undefined:
      return finding('subject-can-file', 'needs-answer', 'subject-body-outside', cites);
    case 'none':
      return finding('subject-can-file', 'fail', 'subject-no-mainland-body', cites);
    case 'representative-office':
      return byOffice(question);
    default:
      return byRepresentative(question, `subject-${answers.mainlandBody}`);
  }
}

/** Some provinces take a representative office for a filing subject; of others nothing is known. */
function byOffice(question: AssessmentContext): Finding {
  const [rule] = everyRuleOf(question, 'representative-office');
  if (rule === undefined) {
    const cites = citationsForLegalBasis(question.facts, 'subject-has-mainland-papers');
    return finding('subject-can-file', 'cannot-tell', 'subject-office-ask', cites);
  }
  const params = paramsOf(question, rule.cites);
  return rule.accepted
    ? finding('subject-can-file', 'pass', 'subject-office-accepted', rule.cites, params)
    : finding('subject-can-file', 'fail', 'subject-office-refused', rule.cites, params);
}

/** What the province asks of a legal representative without a mainland identity card. */
function byRepresentative(question: AssessmentContext, accepted: string): Finding {
  const { answers, facts } = question;
  const cites = citationsForLegalBasis(facts, 'subject-has-mainland-papers');
  const rules = everyRuleOf(question, 'foreign-representative');
  const { legalRepresentative: origin } = answers;
  if (origin === 'mainland' || rules.length === 0) return finding('subject-can-file', 'pass', accepted, cites);
  if (origin === undefined) {
    const asking = rules.filter((rule) => rule.outcome === 'mainland-principal');
    if (asking.length === 0) return finding('subject-can-file', 'pass', accepted, cites);
    const wanted = asking.flatMap((rule) => rule.cites);
    const params = paramsOf(question, wanted);
    return finding('subject-can-file', 'needs-answer', 'subject-representative-unknown', wanted, params);
  }
  const about = rules.filter((rule) => rule.of.includes(origin));
  const [newest] = about;
  if (newest === undefined) return finding('subject-can-file', 'pass', accepted, cites);
  const against = about.filter((rule) => rule.outcome !== newest.outcome).flatMap((rule) => rule.cites);
  const params = paramsOf(question, newest.cites);
  if (against.length > 0) {
    const code = 'subject-representative-disputed';
    return finding('subject-can-file', 'cannot-tell', code, newest.cites, params, against);
  }
  return newest.outcome === 'accepted'
    ? finding('subject-can-file', 'pass', 'subject-representative-accepted', newest.cites, params)
    : finding('subject-can-file', 'pass', 'subject-principal-needed', newest.cites, params);
}

function paramsOf(question: AssessmentContext, cites: readonly Citation[]) {
  return { province: provinceOf(question)?.name ?? '', year: yearOf(question.facts, cites) };
}
