import { addMonths } from '../../common/days.ts';
import { citationsForLegalBasis, yearOf } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, finding, provinceOf, rulesOf } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/** What most provinces want to be left, in months; see the principle's sources. */
const USUAL_MONTHS = 3;

/**
 * Is the registration still valid, and for long enough? Expired fails; little time left is a
 * warning, as sources differ.
 */
export function registrationValid(question: AssessmentContext): Finding {
  const { answers, facts, today } = question;
  const { expiresOn } = answers;
  if (expiresOn === undefined) {
    return finding(
      'registration-valid',
      'needs-answer',
      'expiry-unknown',
      citationsForLegalBasis(facts, 'three-months-left'),
    );
  }
  if (expiresOn < today) {
    return finding('registration-valid', 'fail', 'expired', citationsForLegalBasis(facts, 'not-expired'), {
      date: expiresOn,
    });
  }
  const rule = rulesOf(question, 'minimum-validity')[0];
  const province = provinceOf(question);
  const months = rule?.months ?? USUAL_MONTHS;
  const cites = rule?.cites ?? citationsForLegalBasis(facts, 'three-months-left');
  // "More than three months": the day itself is not enough.
  if (expiresOn > addMonths(today, months)) {
    return finding('registration-valid', 'pass', 'valid-long-enough', cites, { date: expiresOn, months });
  }
  return rule !== undefined && province !== undefined
    ? finding('registration-valid', 'cannot-tell', 'valid-too-short-there', cites, {
        date: expiresOn,
        months,
        province: province.name,
        year: yearOf(facts, cites),
      })
    : finding('registration-valid', 'cannot-tell', 'valid-too-short', cites, { date: expiresOn, months });
}
