import type { Finding } from '../model.ts';
import { citePrinciple, finding, type Question } from '../question.ts';

/** Is the name free of somebody else's filing? A name bought second-hand may still carry one. */
export function noForeignRecord({ answers, facts }: Question): Finding {
  const cites = citePrinciple(facts, 'no-other-filing-on-the-name');
  if (answers.record === undefined) return finding('no-foreign-record', 'needs-answer', 'filing-unknown', cites);
  return answers.record === 'other'
    ? finding('no-foreign-record', 'fail', 'filing-other', cites)
    : finding('no-foreign-record', 'pass', answers.record === 'own' ? 'filing-own' : 'filing-none', cites);
}
