import type { Finding } from '../model.ts';
import { citePrinciple, filesApart, finding, type Question, registrableOf } from '../question.ts';

/** Is the name free of somebody else's filing? A name bought second-hand may still carry one. */
export function noForeignRecord(question: Question): Finding {
  const { answers, facts } = question;
  const cites = citePrinciple(facts, 'no-other-filing-on-the-name');
  if (answers.record === 'other' && filesApart(question)) {
    const apart = citePrinciple(facts, 'government-sub-domains-file-themselves');
    return finding('no-foreign-record', 'not-applicable', 'filing-other-apart', apart, registrableOf(question));
  }
  if (answers.record === undefined) return finding('no-foreign-record', 'needs-answer', 'filing-unknown', cites);
  return answers.record === 'other'
    ? finding('no-foreign-record', 'fail', 'filing-other', cites)
    : finding('no-foreign-record', 'pass', answers.record === 'own' ? 'filing-own' : 'filing-none', cites);
}
