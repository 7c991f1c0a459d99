/**
 * Judges many domains that each have answers of their own, as the rows of a table have. What
 * differs most among them are days, and few checks look at these: domains that are alike in all the
 * rest share what is found without them.
 */
import type { Answers } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import type { Domain } from '../hostname/domain.ts';
import type { RulesetIndex } from '../ruleset/ruleset-index.ts';
import { type Judgement, judge, judgeDays } from './assess.ts';
import { firstStepFor } from './next-steps.ts';
import type { Reason } from './verdict.ts';
import { keyOf, readsLetters } from './verdict-patterns.ts';

/** More judgments are not kept: hostile tables must not fill the memory. */
const MOST_KEPT = 5000;

/**
 * A judgment on a domain, or on another that is alike; see `reasonOn` and `filingDomainFrom` for
 * what names the domain in it.
 */
export interface RowJudgement extends Judgement {
  /** What to do: the first of it. */
  readonly steps: readonly [Reason];
}

/** Returns what judges domains on one day. */
export function createRowJudge(facts: RulesetIndex, today: Day): (domain: Domain, answers: Answers) => RowJudgement {
  const known = new Map<string, Judgement>();

  function judgeWithoutDays(domain: Domain, answers: Answers): Judgement {
    const { registeredOn, expiresOn, realNameOn, ...lasting } = answers;
    // Names of registrars, too, have no line end.
    let key = keyOf(domain, answers);
    for (const name in lasting) key += `\n${name} ${lasting[name as keyof typeof lasting]}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const judgement = judge({ domain, answers: lasting, today, facts });
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, judgement);
    return judgement;
  }

  return (domain, answers) => {
    const question = { domain, answers, today, facts };
    const { standing, findings, coverage } = readsLetters(answers, facts)
      ? judge(question)
      : judgeDays(question, judgeWithoutDays(domain, answers));
    return { standing, findings, coverage, steps: [firstStepFor(question, findings, coverage)] };
  };
}
