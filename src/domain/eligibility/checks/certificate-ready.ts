import { citationsForLegalBasis, yearOf } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, everyRuleOf, finding, provinceOf, rulesOf } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/**
 * Does the province want a domain certificate, and is it at hand? For organizations it bears the
 * company seal.
 */
export function certificateReady(question: AssessmentContext): Finding {
  const { answers, facts } = question;
  const general = citationsForLegalBasis(facts, 'some-provinces-want-certificates');
  if (answers.certificate === 'ready') return finding('certificate-ready', 'pass', 'certificate-at-hand', general);
  const province = provinceOf(question);
  if (province === undefined) return finding('certificate-ready', 'needs-answer', 'certificate-province', general);
  const rules = rulesOf(question, 'domain-certificate');
  const names = answers.namesOnSite ?? 1;
  const wanted = rules.find((rule) => rule.from <= names);
  if (wanted !== undefined) {
    const { against = [] } = wanted;
    const params = { province: province.name, year: yearOf(facts, [...wanted.cites, ...against]) };
    if (against.length > 0) {
      return finding('certificate-ready', 'cannot-tell', 'certificate-disputed', wanted.cites, params, against);
    }
    if (answers.certificate === 'missing') {
      return finding('certificate-ready', 'fail', 'certificate-missing', wanted.cites, params);
    }
    return finding('certificate-ready', 'needs-answer', 'certificate-wanted', wanted.cites, params);
  }
  const perhaps = everyRuleOf(question, 'domain-certificate').filter((rule) => rule.from <= names);
  if (answers.subject === undefined && perhaps.length > 0) {
    const cites = perhaps.flatMap((rule) => rule.cites);
    const params = { province: province.name, year: yearOf(facts, cites) };
    return finding('certificate-ready', 'needs-answer', 'certificate-subject-unknown', cites, params);
  }
  const later = rules.reduce((least, rule) => Math.min(least, rule.from), Number.POSITIVE_INFINITY);
  if (Number.isFinite(later)) {
    const cites = rules.flatMap((rule) => rule.cites);
    const params = { province: province.name, from: later, year: yearOf(facts, cites) };
    return finding('certificate-ready', 'not-applicable', 'certificate-from-count', cites, params);
  }
  return finding('certificate-ready', 'not-applicable', 'certificate-not-wanted', general, { province: province.name });
}
