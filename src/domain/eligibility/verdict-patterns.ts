/**
 * Verdicts on many names. Little of a name decides: its suffix, whose suffix it is, whether it is a
 * sub-domain and whether it looks made by a machine. Names that are alike in that get one verdict,
 * worked out once, in which the name alone differs.
 */
import type { Answers } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import type { Domain } from '../hostname/domain.ts';
import { toUnicodeName } from '../hostname/unicode-name.ts';
import type { RulesetIndex } from '../ruleset/ruleset-index.ts';
import { assess, paramsOn, reasonOn } from './assess.ts';
import { isBelowMachineMade } from './machine-made.ts';
import type { Coverage, Verdict } from './verdict.ts';

/** More patterns are not kept: hostile lists of hosts must not fill the memory. */
const MOST_KEPT = 2000;

export interface VerdictPatterns {
  /**
   * Returns the verdict on a domain, or on another that is alike. It is the same object for all of
   * them; what differs is the domain, the coverage's filing domain, and `registrable` and `host`
   * among the params.
   */
  patternOf(domain: Domain, answers: Answers, today: Day): Verdict;
}

/** Patterns of one person's answers on one day. */
interface Patterns {
  readonly today: Day;
  /** Whether a rule reads the letters of a name: then no two names are alike. */
  readonly readsLetters: boolean;
  readonly byKey: Map<string, Verdict>;
}

export function createVerdictPatterns(facts: RulesetIndex): VerdictPatterns {
  const known = new WeakMap<Answers, Patterns>();

  function patternsOf(answers: Answers, today: Day): Patterns {
    const before = known.get(answers);
    if (before !== undefined && before.today === today) return before;
    const patterns = { today, readsLetters: readsLetters(answers, facts), byKey: new Map<string, Verdict>() };
    known.set(answers, patterns);
    return patterns;
  }

  return {
    patternOf(domain, answers, today) {
      const { readsLetters: isOneOfAKind, byKey } = patternsOf(answers, today);
      if (isOneOfAKind) return assess({ domain, answers, today, facts });
      const key = keyOf(domain, answers);
      const before = byKey.get(key);
      if (before !== undefined) return before;
      const verdict = assess({ domain, answers, today, facts });
      if (byKey.size >= MOST_KEPT) byKey.clear();
      byKey.set(key, verdict);
      return verdict;
    },
  };
}

/** Whether a province's rule looks for words in the names of such a subject. */
export function readsLetters({ province, subject }: Answers, facts: RulesetIndex): boolean {
  if (province === undefined || subject === undefined) return false;
  return facts.provinces.get(province)?.rules.some(({ kind }) => kind === 'reserved-label') === true;
}

/** Returns all of a domain that a verdict hangs on, but for the letters of the name. */
export function keyOf(domain: Domain, answers: Answers): string {
  const { host, display, registrable, suffix, platform } = domain;
  const level =
    host === registrable ? '' : answers.name === undefined && isBelowMachineMade(host, registrable) ? '??.' : '?.';
  const shown = host === display ? '' : ` ${toUnicodeName(domain, platform?.suffix ?? suffix)}`;
  return platform === null ? `${level}${suffix}${shown}` : `${level}${suffix} ${platform.suffix}${shown}`;
}

/** Returns the verdict on a domain that {@link VerdictPatterns.patternOf} gave the pattern of. */
export function verdictFrom(pattern: Verdict, domain: Domain): Verdict {
  if (pattern.domain === domain) return pattern;
  return {
    domain,
    standing: pattern.standing,
    findings: pattern.findings.map((one) => ({ ...one, reason: reasonOn(domain, one.reason) })),
    coverage: { ...pattern.coverage, filingDomain: filingDomainFrom(pattern.coverage, domain) },
    risks: pattern.risks.map((one) => ({ ...one, params: paramsOn(domain, one.params) })),
    steps: pattern.steps.map((one) => ({ ...one, params: paramsOn(domain, one.params) })),
    timeline: pattern.timeline,
    rules: pattern.rules,
  };
}

/** Returns the name whose filing covers a domain, given the coverage of another that is alike. */
export function filingDomainFrom({ kind, filingDomain }: Coverage, { host, registrable }: Domain): string | null {
  if (filingDomain === null) return null;
  return kind === 'own-filing' ? host : registrable;
}
