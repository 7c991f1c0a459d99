import type { FaqEntry, RuleBundle, Verdict } from './model.ts';

/**
 * In: a verdict. Out: the FAQ entries that explain it, the most telling first: what fails, then how the host is
 * covered, then what cannot be told, then what must be confirmed. What passes needs no explaining.
 */
export function faqForVerdict(rules: RuleBundle, verdict: Verdict): FaqEntry[] {
  const checks = (outcome: string) =>
    verdict.findings.filter((finding) => finding.outcome === outcome).map((finding) => finding.check);
  const explains = (ids: readonly string[]) =>
    rules.faq.filter((entry) => entry.checks.some((check) => ids.includes(check)));
  const covering = rules.faq.filter((entry) => entry.coverages.includes(verdict.coverage.kind));
  return [
    ...new Set([
      ...explains(checks('fail')),
      ...covering,
      ...explains(checks('cannot-tell')),
      ...explains(checks('needs-answer')),
    ]),
  ];
}
