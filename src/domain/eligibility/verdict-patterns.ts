/**
 * Verdicts on many names. Little of a name decides: its suffix, whose suffix it is, whether it is a
 * sub-domain and whether it looks made by a machine. Names that are alike in that get one verdict,
 * worked out once, in which the name alone differs.
 */
import type { Answers } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import type { Domain } from '../hostname/domain.ts';
import { toUnicodeName } from '../hostname/unicode-name.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { RulesetIndex } from '../ruleset/ruleset-index.ts';
import { assess, findingOn, type Judgement, judge, standingFrom } from './assess.ts';
import { isBelowMachineMade } from './machine-made.ts';
import type { Coverage, Finding, Reason, Verdict } from './verdict.ts';

/** More patterns are not kept: hostile lists of hosts must not fill the memory. */
const MOST_KEPT = 5000;

/** The checks that look at days, or at whether one is told. */
const OF_DAYS: ReadonlySet<CheckId> = new Set(['registration-valid', 'real-name-done', 'real-name-recorded']);

function isDayAnswer(name: string): boolean {
  return name === 'registeredOn' || name === 'expiresOn' || name === 'realNameOn';
}

export interface VerdictPatterns {
  /**
   * Returns the verdict on a domain, or on another that is alike. It is the same object for all of
   * them; what differs is the domain, the coverage's filing domain, and `registrable` and `host`
   * among the params.
   */
  patternOf(domain: Domain, answers: Answers, today: Day): Verdict;
  /**
   * Returns what {@link judge} says of a domain. Names whose answers are alike but for their days
   * share what does not hang on those.
   */
  judgementOf(domain: Domain, answers: Answers, today: Day): Judgement;
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

  const alike = new Map<string, Answers>();

  /** The answers without days, the same object for the same answers. */
  function withoutDays(answers: Answers): Answers {
    let signature = '';
    for (const name in answers)
      if (!isDayAnswer(name)) signature += `${name}=${String(answers[name as keyof Answers])};`;
    let plain = alike.get(signature);
    if (plain === undefined) {
      const { registeredOn: _, expiresOn: __, realNameOn: ___, ...rest } = answers;
      plain = rest;
      if (alike.size >= MOST_KEPT) alike.clear();
      alike.set(signature, plain);
    }
    return plain;
  }

  function patternOf(domain: Domain, answers: Answers, today: Day): Verdict {
    const { readsLetters: isOneOfAKind, byKey } = patternsOf(answers, today);
    if (isOneOfAKind) return assess({ domain, answers, today, facts });
    const key = keyOf(domain, answers);
    const before = byKey.get(key);
    if (before !== undefined) return before;
    const verdict = assess({ domain, answers, today, facts });
    if (byKey.size >= MOST_KEPT) byKey.clear();
    byKey.set(key, verdict);
    return verdict;
  }

  return {
    judgementOf(domain, answers, today) {
      const question = { domain, answers, today, facts };
      if (readsLetters(answers, facts)) return judge(question);
      const { findings: pattern, coverage } = patternOf(domain, withoutDays(answers), today);
      const nameOnly = { registrable: toUnicodeName(domain, domain.registrable) };
      const findings = pattern.map((one) =>
        OF_DAYS.has(one.check) ? findingOn(one.check, question, nameOnly) : renamed(one, domain, nameOnly),
      );
      return {
        standing: standingFrom(question, findings),
        findings,
        coverage: { ...coverage, filingDomain: filingDomainFrom(coverage, domain) },
      };
    },
    patternOf,
  };
}

/** Whether a province's rule looks for words in the names of such a subject. */
function readsLetters({ province, subject }: Answers, facts: RulesetIndex): boolean {
  if (province === undefined || subject === undefined) return false;
  return facts.provinces.get(province)?.rules.some(({ kind }) => kind === 'reserved-label') === true;
}

/** Returns all of a domain that a verdict hangs on, but for the letters of the name. */
function keyOf(domain: Domain, answers: Answers): string {
  const { host, display, registrable, suffix, platform } = domain;
  const level =
    host === registrable ? '' : answers.name === undefined && isBelowMachineMade(host, registrable) ? '??.' : '?.';
  const shown = host === display ? '' : ` ${toUnicodeName(domain, platform?.suffix ?? suffix)}`;
  return platform === null ? `${level}${suffix}${shown}` : `${level}${suffix} ${platform.suffix}${shown}`;
}

/** Returns the verdict on a domain that {@link VerdictPatterns.patternOf} gave the pattern of. */
export function verdictFrom(pattern: Verdict, domain: Domain): Verdict {
  if (pattern.domain === domain) return pattern;
  const nameOnly = { registrable: toUnicodeName(domain, domain.registrable) };
  return {
    domain,
    standing: pattern.standing,
    findings: pattern.findings.map((one) => renamed(one, domain, nameOnly)),
    coverage: { ...pattern.coverage, filingDomain: filingDomainFrom(pattern.coverage, domain) },
    risks: pattern.risks.map((one) => ({ ...one, params: paramsFor(one.params, domain, nameOnly) })),
    steps: pattern.steps.map(({ code, params, notBefore, notAfter, faq, url }) => ({
      code,
      params: paramsFor(params, domain, nameOnly),
      notBefore,
      notAfter,
      faq,
      url,
    })),
    timeline: pattern.timeline,
    rules: pattern.rules,
  };
}

type NameOnly = { readonly registrable: string };

/** A finding on one domain as it is of another that is alike. */
function renamed(one: Finding, domain: Domain, nameOnly: NameOnly): Finding {
  const { check, outcome, reason, cites, against } = one;
  const named = { code: reason.code, params: paramsFor(reason.params, domain, nameOnly) };
  return one.ifFiledAnew === undefined ? { check, outcome, reason: named, cites, against } : { ...one, reason: named };
}

function paramsFor(params: Reason['params'], domain: Domain, nameOnly: NameOnly): Reason['params'] {
  if (hasNameOnly(params)) return nameOnly;
  return params.host === undefined ? { ...params, ...nameOnly } : { ...params, ...nameOnly, host: domain.display };
}

function hasNameOnly(params: Reason['params']): boolean {
  for (const key in params) if (key !== 'registrable') return false;
  return true;
}

/** Returns the name whose filing covers a domain, given the coverage of another that is alike. */
export function filingDomainFrom({ kind, filingDomain }: Coverage, { host, registrable }: Domain): string | null {
  if (filingDomain === null) return null;
  return kind === 'own-filing' ? host : registrable;
}
