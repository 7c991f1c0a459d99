import { citationsForLegalBasis } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, finding } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/** Are the name and the papers free, or tied up in an order or a filing of another account? */
export function noOpenApplication({ answers, facts }: AssessmentContext): Finding {
  const cites = citationsForLegalBasis(facts, 'account-and-papers-are-free');
  if (answers.application === undefined) {
    return finding('no-open-application', 'needs-answer', 'application-unknown', cites);
  }
  return answers.application === 'none'
    ? finding('no-open-application', 'pass', 'application-none', cites)
    : finding('no-open-application', 'fail', 'application-open', cites);
}
