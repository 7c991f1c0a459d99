import type { FaqEntry } from '../ruleset/guidance.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { Finding, Verdict } from './verdict.ts';

/** Returns the entries that explain a finding, in the order of their ids. */
export function faqForFinding(rules: Ruleset, { check, reason }: Finding): FaqEntry[] {
  return rules.faq.filter(
    (entry) => entry.checks.includes(check) && (entry.reasons === undefined || entry.reasons.includes(reason.code)),
  );
}

/**
 * Returns the FAQ entries that explain a verdict, the most telling first: what fails, then how the
 * host is covered, then what cannot be told, what must be confirmed, and what the next steps point
 * to. What passes needs no explaining.
 */
export function faqForVerdict(rules: Ruleset, verdict: Verdict): FaqEntry[] {
  const explains = (outcome: string) =>
    verdict.findings.filter((one) => one.outcome === outcome).flatMap((one) => faqForFinding(rules, one));
  const covering = rules.faq.filter((entry) => entry.coverages.includes(verdict.coverage.kind));
  const pointedTo = verdict.steps.flatMap(({ faq }) => rules.faq.find(({ id }) => id === faq) ?? []);
  return [
    ...new Set([
      ...explains('fail'),
      ...covering,
      ...explains('cannot-tell'),
      ...explains('needs-answer'),
      ...pointedTo,
    ]),
  ];
}
