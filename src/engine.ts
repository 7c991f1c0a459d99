/** Core, facts and names put together once. The popup, the background worker and the command line all ask here. */
import { assess } from './core/assess.ts';
import { dayOf } from './core/days.ts';
import type { Answers, Day, Domain, Problem, RuleBundle, Verdict } from './core/model.ts';
import { type Note, noteOn } from './core/notes.ts';
import { type Facts, indexFacts } from './core/question.ts';
import { domainReader } from './names/domain.ts';
import { readHost } from './names/host.ts';

export type Answer =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface Engine {
  readonly facts: Facts;
  /**
   * In: anything a person may have (URL, host, pasted text), what they told us, and the day that dates are held against
   * (today if not given). Out: the verdict, or why there is none.
   */
  ask(input: string, answers?: Answers, today?: Day): Answer;
  /** In: anything a person may have. Out: the domain in it, or why there is none; nothing is judged. */
  read(input: string): Domain | Problem;
  /** In: a name, or a suffix with a dot before it, as a page shows it. Out: what it alone says; null where it is no name. */
  note(shown: string): Note | null;
}

/** In: a checked rules bundle. Out: the engine over it. */
export function createEngine(rules: RuleBundle): Engine {
  const facts = indexFacts(rules);
  const readDomain = domainReader(rules);
  const isSuffixKnown = (suffix: string) => {
    const read = readDomain({ host: suffix, display: suffix });
    return 'type' in read && read.type === 'is-a-suffix';
  };
  function read(input: string): Domain | Problem {
    const host = readHost(input);
    return 'type' in host ? host : readDomain(host);
  }

  function ask(input: string, answers: Answers = {}, today: Day = dayOf(new Date())): Answer {
    const domain = read(input);
    if ('type' in domain) return { kind: 'problem', problem: domain };
    return { kind: 'verdict', verdict: assess({ domain, answers, today, facts }) };
  }

  // Functions and no methods: they are handed around.
  return {
    facts,
    read,
    ask,
    note(shown) {
      const answer = ask(shown.startsWith('.') ? `example${shown}` : shown);
      return answer.kind === 'verdict' ? noteOn(answer.verdict, isSuffixKnown) : null;
    },
  };
}
