import { nameIsYours } from './checks/name-is-yours.ts';
import { registrarLicensed } from './checks/registrar-licensed.ts';
import { suffixApproved } from './checks/suffix-approved.ts';
import { coverageOf } from './coverage.ts';
import type { CheckId, Finding, Verdict, VerdictStanding } from './model.ts';
import type { Question } from './question.ts';

const ASK: Readonly<Record<CheckId, (question: Question) => Finding>> = {
  'suffix-approved': suffixApproved,
  'name-is-yours': nameIsYours,
  'registrar-licensed': registrarLicensed,
};

/** In: a domain with what is known of it. Out: the verdict; the same question always gives the same verdict. */
export function assess(question: Question): Verdict {
  const findings = Object.values(ASK).map((ask) => ask(question));
  return {
    domain: question.domain,
    standing: standingOf(findings),
    findings,
    coverage: coverageOf(question),
    rules: question.facts.rules.stamp.date,
  };
}

/** A "no" outweighs everything, a "don't know" outweighs an open question: neither is ever merged with the other. */
export function standingOf(findings: readonly Pick<Finding, 'outcome'>[]): VerdictStanding {
  const outcomes = new Set(findings.map((finding) => finding.outcome));
  if (outcomes.has('fail')) return 'ineligible';
  if (outcomes.has('cannot-tell')) return 'unknown';
  return outcomes.has('needs-answer') ? 'depends' : 'eligible';
}
