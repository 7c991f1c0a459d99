/** Core, facts and names put together once. The popup, the background worker and the command line all ask here. */
import { assess } from './core/assess.ts';
import type { Answers, Problem, RuleBundle, Verdict } from './core/model.ts';
import { type Facts, indexFacts } from './core/question.ts';
import { domainReader } from './names/domain.ts';
import { readHost } from './names/host.ts';

export type Answer =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface Engine {
  readonly facts: Facts;
  /** In: anything a person may have (URL, host, pasted text) and what they told us. Out: the verdict, or why there is none. */
  ask(input: string, answers?: Answers): Answer;
}

/** In: a checked rules bundle. Out: the engine over it. */
export function createEngine(rules: RuleBundle): Engine {
  const facts = indexFacts(rules);
  const readDomain = domainReader(rules);
  return {
    facts,
    ask(input, answers = {}) {
      const host = readHost(input);
      if ('type' in host) return { kind: 'problem', problem: host };
      const domain = readDomain(host);
      if ('type' in domain) return { kind: 'problem', problem: domain };
      return { kind: 'verdict', verdict: assess({ domain, answers, facts }) };
    },
  };
}
