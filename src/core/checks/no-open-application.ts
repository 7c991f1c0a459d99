import type { Finding } from '../model.ts';
import { citePrinciple, finding, type Question } from '../question.ts';

/** Are the name and the papers free, or tied up in an order or a filing of another account? */
export function noOpenApplication({ answers, facts }: Question): Finding {
  const cites = citePrinciple(facts, 'account-and-papers-are-free');
  if (answers.application === undefined) {
    return finding('no-open-application', 'needs-answer', 'application-unknown', cites);
  }
  return answers.application === 'none'
    ? finding('no-open-application', 'pass', 'application-none', cites)
    : finding('no-open-application', 'fail', 'application-open', cites);
}
