import type { Holder } from '../../ruleset/province.ts';
import { citationsForLegalBasis, yearOf } from '../../ruleset/ruleset-index.ts';
import {
  type AssessmentContext,
  finding,
  provinceOf,
  registrableParam,
  requiresOwnFiling,
  rulesOf,
} from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/**
 * From this year on a provider's word on a province counts as today's rule; older ones are only
 * compared.
 */
const CURRENT = '2025';

/**
 * Is the holder of the name the filing subject? A person must hold it in person. Which of an
 * organisation's people count as the organisation differs by province, and between the years of our
 * sources.
 */
export function holderMatches(question: AssessmentContext): Finding {
  const { answers, facts } = question;
  const { holder, subject } = answers;
  const cites = citationsForLegalBasis(facts, 'holder-is-the-subject');
  if (holder === undefined) return finding('holder-matches', 'needs-answer', 'holder-unknown', cites);
  if (holder === 'same') return finding('holder-matches', 'pass', 'holder-same', cites);
  if (holder === 'other' && requiresOwnFiling(question)) {
    const apart = citationsForLegalBasis(facts, 'government-sub-domains-file-themselves');
    return finding('holder-matches', 'not-applicable', 'holder-other-apart', apart, registrableParam(question));
  }
  if (holder === 'other') return finding('holder-matches', 'fail', 'holder-other', cites);
  if (subject === undefined) return finding('holder-matches', 'needs-answer', 'holder-subject-unknown', cites);
  if (subject === 'individual') return finding('holder-matches', 'fail', 'holder-not-the-person', cites);
  return byProvince(question, holder);
}

function byProvince(question: AssessmentContext, holder: Holder): Finding {
  const { facts } = question;
  const province = provinceOf(question);
  const rules = rulesOf(question, 'holder');
  const newest = rules[0];
  if (province === undefined || newest === undefined) {
    const cites = citationsForLegalBasis(facts, 'provinces-have-rules');
    return finding('holder-matches', 'needs-answer', 'holder-province-decides', cites);
  }
  const accepted = newest.accepts.includes(holder);
  const against = rules
    .filter((rule) => rule.accepts.includes(holder) !== accepted)
    .flatMap((rule) => rule.cites)
    .filter((citation) => !newest.cites.some((one) => one.source === citation.source));
  const year = yearOf(facts, newest.cites);
  // Since then providers name the subject and its legal representative, and nobody else.
  const general = citationsForLegalBasis(facts, 'general-holders');
  const isOutdated = accepted && holder !== 'legal-representative' && year < yearOf(facts, general);
  if (isOutdated) against.push(...general);
  const params = { province: province.name, year };
  if (against.length > 0 && year < CURRENT) {
    return finding('holder-matches', 'cannot-tell', 'holder-sources-disagree', newest.cites, params, against);
  }
  return accepted
    ? finding('holder-matches', 'pass', 'holder-accepted', newest.cites, params, against)
    : finding('holder-matches', 'fail', 'holder-refused', newest.cites, params, against);
}
