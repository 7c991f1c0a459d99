/**
 * Core, facts and names put together once. The popup, the background worker and the command line
 * all ask here.
 */

import type { AnswerOrigins } from '../answers/answer-origin.ts';
import type { Answers } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import { dayOf } from '../common/days.ts';
import type { Domain, Problem } from '../hostname/domain.ts';
import { domainReader } from '../hostname/read-domain.ts';
import { readHost } from '../hostname/read-host.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { indexRuleset, type RulesetIndex } from '../ruleset/ruleset-index.ts';
import { assess } from './assess.ts';
import { type Note, noteOn } from './name-note.ts';
import type { Verdict } from './verdict.ts';
import { createVerdictPatterns, type VerdictPatterns, verdictFrom } from './verdict-patterns.ts';

export type AssessmentResult =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface Engine {
  readonly facts: RulesetIndex;
  /** Verdicts that names share, for whoever has many of them. */
  readonly patterns: VerdictPatterns;
  /**
   * Returns the verdict on anything a person may have (URL, host, pasted text, or what was read of
   * it before), or why there is none. Dates are compared with `today`, the present day if not
   * given. Where `origins` tells where the answers are from, each finding names those that it rests
   * on.
   */
  assess(input: string | Domain | Problem, answers?: Answers, today?: Day, origins?: AnswerOrigins): AssessmentResult;
  /**
   * Returns the domain in anything a person may have, or why there is none; nothing is assessed.
   */
  read(input: string): Domain | Problem;
  /**
   * Returns what a name alone says, or a suffix with a dot before it, as a page shows it; null
   * where it is no name.
   */
  note(shown: string): Note | null;
}

const NO_ANSWERS: Answers = {};

/** Returns the assessment engine over a checked ruleset. */
export function createEngine(rules: Ruleset): Engine {
  const facts = indexRuleset(rules);
  const readDomain = domainReader(rules);
  const patterns = createVerdictPatterns(facts);
  const isSuffixKnown = (suffix: string) => {
    const read = readDomain({ host: suffix, display: suffix });
    return 'type' in read && read.type === 'is-a-suffix';
  };
  function read(input: string): Domain | Problem {
    const host = readHost(input);
    return 'type' in host ? host : readDomain(host);
  }

  function assessInput(
    input: string | Domain | Problem,
    answers: Answers = NO_ANSWERS,
    today: Day = dayOf(new Date()),
    origins?: AnswerOrigins,
  ): AssessmentResult {
    const domain = typeof input === 'string' ? read(input) : input;
    if ('type' in domain) return { kind: 'problem', problem: domain };
    return {
      kind: 'verdict',
      verdict:
        origins === undefined
          ? verdictFrom(patterns.patternOf(domain, answers, today), domain)
          : assess({ domain, answers, today, facts, origins }),
    };
  }

  // Functions and no methods: they are handed around.
  return {
    facts,
    patterns,
    read,
    assess: assessInput,
    note(shown) {
      const answer = assessInput(shown.startsWith('.') ? `example${shown}` : shown);
      return answer.kind === 'verdict' ? noteOn(answer.verdict, isSuffixKnown) : null;
    },
  };
}
