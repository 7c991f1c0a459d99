import type { Finding } from '../model.ts';
import { citePrinciple, finding, type Question } from '../question.ts';

/** Does serving this host need a filing? It does from the mainland, its CDN nodes included; elsewhere none is possible. */
export function filingNeeded({ answers, facts }: Question): Finding {
  const cites = citePrinciple(facts, 'served-from-the-mainland');
  switch (answers.hosting) {
    case undefined:
      return finding('filing-needed', 'needs-answer', 'hosting-unknown', cites);
    case 'elsewhere':
      return finding(
        'filing-needed',
        'not-applicable',
        'served-elsewhere',
        citePrinciple(facts, 'no-filing-outside-the-mainland'),
      );
    default:
      return finding('filing-needed', 'pass', `served-${answers.hosting}`, cites);
  }
}
