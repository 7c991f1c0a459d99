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
 * Is the holder of the name the filing subject? A person must hold it in person. Which of an
 * organization's people count as the organization differs by province, and between the years of our
 * sources: the newest that tells of the province decides, unless what is said of all provinces is
 * newer still and differs.
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
  if (holder === 'other') return byOther(question, cites);
  if (subject === undefined) return finding('holder-matches', 'needs-answer', 'holder-subject-unknown', cites);
  if (subject === 'individual') return finding('holder-matches', 'fail', 'holder-not-the-person', cites);
  return byProvince(question, holder);
}

/** Somebody else holds it; a province may accept the parent from outside of a company there. */
function byOther(question: AssessmentContext, cites: Finding['cites']): Finding {
  const [rule] = question.answers.subject === 'individual' ? [] : rulesOf(question, 'foreign-parent');
  const province = provinceOf(question);
  if (rule === undefined || province === undefined) return finding('holder-matches', 'fail', 'holder-other', cites);
  const params = { province: province.name };
  return finding('holder-matches', 'cannot-tell', 'holder-foreign-parent', rule.cites, params, cites);
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
  const generalYear = yearOf(facts, general);
  const isOutdated = accepted && holder !== 'legal-representative' && year < generalYear;
  if (isOutdated) against.push(...general);
  const params = { province: province.name, year };
  // A page without a date was read lately; whether it is newer than what is dated, nobody can say.
  const isDated = newest.cites.some(({ source }) => facts.sources.get(source)?.publishedOn !== undefined);
  const isContested = year < generalYear || (!isDated && yearOf(facts, against) >= generalYear);
  if (against.length > 0 && isContested) {
    return finding('holder-matches', 'cannot-tell', 'holder-sources-disagree', newest.cites, params, against);
  }
  return accepted
    ? finding('holder-matches', 'pass', 'holder-accepted', newest.cites, params, against)
    : finding('holder-matches', 'fail', 'holder-refused', newest.cites, params, against);
}
