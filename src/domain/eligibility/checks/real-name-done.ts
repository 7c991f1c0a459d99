import { citationsForLegalBasis } from '../../ruleset/ruleset-index.ts';
import { type AssessmentContext, finding } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/** Has the holder's identity been verified at the registrar? */
export function realNameDone({ answers, facts }: AssessmentContext): Finding {
  const cites = citationsForLegalBasis(facts, 'real-name-is-done');
  // Who tells when it was approved tells that it is done.
  const isTold = answers.realNameOn !== undefined || answers.realNameSettled === true;
  const state = answers.realName ?? (isTold ? 'done' : undefined);
  if (state === undefined) return finding('real-name-done', 'needs-answer', 'verification-unknown', cites);
  return state === 'done'
    ? finding('real-name-done', 'pass', 'verification-done', cites)
    : finding('real-name-done', 'fail', 'verification-missing', cites);
}
