import { citationsForLegalBasis } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, finding } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/**
 * Does serving this host need a filing? It does from the mainland, its CDN nodes included;
 * elsewhere none is possible.
 */
export function filingNeeded({ answers, facts }: AssessmentContext): Finding {
  const cites = citationsForLegalBasis(facts, 'served-from-the-mainland');
  switch (answers.hosting) {
    case undefined:
      return finding('filing-needed', 'needs-answer', 'hosting-unknown', cites);
    case 'elsewhere':
      return finding(
        'filing-needed',
        'not-applicable',
        'served-elsewhere',
        citationsForLegalBasis(facts, 'no-filing-outside-the-mainland'),
      );
    default:
      return finding('filing-needed', 'pass', `served-${answers.hosting}`, cites);
  }
}
