/** What every check is given, and what several of them read from it. */
import type { AnswerOrigins } from '../answers/answer-origin.ts';
import type { Answers } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import type { Domain } from '../hostname/domain.ts';
import { toUnicodeName } from '../hostname/unicode-name.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { Province, ProvinceRule } from '../ruleset/province.ts';
import { listedSuffix, type RulesetIndex, yearOf } from '../ruleset/ruleset-index.ts';
import type { Citation } from '../ruleset/source.ts';
import type { Finding, Outcome, Reason } from './verdict.ts';

/** What a check is asked: a domain, what the person has told us, and the facts, indexed. */
export interface AssessmentContext {
  readonly domain: Domain;
  readonly answers: Answers;
  /** Where the answers are from; absent where nobody asks. */
  readonly origins?: AnswerOrigins;
  /** The day that dates are held against. */
  readonly today: Day;
  readonly facts: RulesetIndex;
}

/** Whether the host is a government's sub-domain, which the body that runs it files for itself. */
export function requiresOwnFiling({ domain, facts }: Pick<AssessmentContext, 'domain' | 'facts'>): boolean {
  const { host, registrable } = domain;
  return host !== registrable && listedSuffix(registrable, facts.suffixes)?.restriction === 'government';
}

/** Returns the registrable domain as people read it, for words. */
export function registrableParam({ domain }: Pick<AssessmentContext, 'domain'>): { readonly registrable: string } {
  return { registrable: toUnicodeName(domain, domain.registrable) };
}

type Rule<K extends ProvinceRule['kind']> = Extract<ProvinceRule, { readonly kind: K }>;

/** Returns the province that the person named, if we have it. */
export function provinceOf({ answers, facts }: Pick<AssessmentContext, 'answers' | 'facts'>): Province | undefined {
  return answers.province === undefined ? undefined : facts.provinces.get(answers.province);
}

/** Returns a province's rules of a kind, whoever they are about, the newest first. */
export function everyRuleOf<K extends ProvinceRule['kind']>(
  question: Pick<AssessmentContext, 'answers' | 'facts'>,
  kind: K,
): Rule<K>[] {
  const { facts } = question;
  return (provinceOf(question)?.rules ?? [])
    .filter((rule): rule is Rule<K> => rule.kind === kind)
    .sort((a, b) => Number(yearOf(facts, b.cites)) - Number(yearOf(facts, a.cites)));
}

/** As {@link everyRuleOf}, but only those that speak of everybody or of the person's subject. */
export function rulesOf<K extends ProvinceRule['kind']>(
  question: Pick<AssessmentContext, 'answers' | 'facts'>,
  kind: K,
): Rule<K>[] {
  const { subject } = question.answers;
  return everyRuleOf(question, kind).filter(
    (rule) => !('subject' in rule) || rule.subject === undefined || rule.subject === subject,
  );
}

/** Of reasons that need no word of their own. */
const NO_PARAMS: Reason['params'] = {};

/** Puts a finding together; every check returns through here. */
export function finding(
  check: CheckId,
  outcome: Outcome,
  code: string,
  cites: readonly Citation[],
  params: Reason['params'] = NO_PARAMS,
  against: readonly Citation[] = [],
): Finding {
  return { check, outcome, reason: { code, params }, cites, against };
}
