import { citationsForLegalBasis } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, finding, registrableParam, requiresOwnFiling } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/** Is the name free of somebody else's filing? A name bought second-hand may still carry one. */
export function noForeignRecord(question: AssessmentContext): Finding {
  const { answers, facts } = question;
  const cites = citationsForLegalBasis(facts, 'no-other-filing-on-the-name');
  if (answers.record === 'other' && requiresOwnFiling(question)) {
    const apart = citationsForLegalBasis(facts, 'government-sub-domains-file-themselves');
    return finding('no-foreign-record', 'not-applicable', 'filing-other-apart', apart, registrableParam(question));
  }
  if (answers.record === undefined) return finding('no-foreign-record', 'needs-answer', 'filing-unknown', cites);
  return answers.record === 'other'
    ? finding('no-foreign-record', 'fail', 'filing-other', cites)
    : finding('no-foreign-record', 'pass', answers.record === 'own' ? 'filing-own' : 'filing-none', cites);
}
