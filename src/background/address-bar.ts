/** What the address bar says of names that are typed after the keyword. */
import type { Answers, Domain } from '../core/model.ts';
import type { Engine } from '../engine.ts';
import type { Suggestions } from '../platform/address-bar.ts';
import { headlineOf } from '../ui/headline.ts';
import type { Say } from '../ui/say.ts';

/** More would push the browser's own rows out of sight. */
const MOST = 5;

export interface Asking {
  readonly engine: Engine;
  readonly say: Say;
  /** In: a domain. Out: what the person told us of it: the page that Enter opens counts it too. */
  readonly answersOn: (domain: Domain) => Promise<Answers>;
}

/** In: what was typed. Out: the verdict on a name; what several names come to; why there is none. */
export async function suggestionsFor(text: string, asking: Asking): Promise<Suggestions> {
  const { engine, say } = asking;
  const names = namesIn(text);
  if (names.length > 1) {
    const others = await Promise.all(names.slice(0, MOST).map((name) => rowFor(name, asking)));
    return { first: say('omnibox_many', { count: names.length }), others };
  }
  const [name = ''] = names;
  const read = engine.read(name);
  // A name begins as a single label: that is no mistake yet.
  if ('type' in read && (read.type === 'empty' || read.type === 'single-label')) {
    return { first: say('omnibox_default'), others: [] };
  }
  const { display, headline, reason } = await judged(name, asking);
  const parents = 'type' in read || read.host === read.registrable ? [] : [read.registrable];
  return {
    first: say('verdict_line', { host: display, headline, reason }),
    others: await Promise.all(parents.map((one) => rowFor(one, asking))),
  };
}

/** In: a text. Out: the names in it, each once, in their order. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；、]+/).filter((one) => one !== ''))];
}

async function rowFor(name: string, asking: Asking): Promise<{ readonly text: string; readonly words: string }> {
  const { display, headline } = await judged(name, asking);
  return { text: name, words: asking.say('omnibox_suggestion', { host: display, headline }) };
}

async function judged(name: string, { engine, say, answersOn }: Asking) {
  const read = engine.read(name);
  const answer = engine.ask(name, 'type' in read ? {} : await answersOn(read));
  if (answer.kind === 'verdict') {
    const { title, lead } = headlineOf(answer.verdict, say);
    return { display: answer.verdict.domain.display, headline: title, reason: lead };
  }
  const key = `problem_${answer.problem.type.replaceAll('-', '_')}`;
  return { display: answer.problem.display || name, headline: say(key), reason: say(`${key}_text`) };
}
