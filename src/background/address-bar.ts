/** What the address bar says of names that are typed after the keyword. */
import { readKept } from '../case/keep.ts';
import { answersFor } from '../core/case.ts';
import type { Engine } from '../engine.ts';
import type { Place, Suggestions } from '../platform/address-bar.ts';
import { openPortfolio, openVerdict } from '../platform/browser.ts';
import { headlineOf } from '../ui/headline.ts';
import type { Say } from '../ui/words.ts';

/** More would push the browser's own rows out of sight. */
const MOST = 5;

/** In: what was typed. Out: the verdict on a name with what is known of it; what several names come to; why there is none. */
export async function suggestionsFor(text: string, engine: Engine, say: Say): Promise<Suggestions> {
  const names = namesIn(text);
  if (names.length > 1) {
    const others = await Promise.all(names.slice(0, MOST).map((name) => rowFor(name, engine, say)));
    return { first: say('omnibox_many', { count: names.length }), others };
  }
  const [name = ''] = names;
  const read = engine.read(name);
  // A name begins as a single label: that is no mistake yet.
  if ('type' in read && (read.type === 'empty' || read.type === 'single-label')) {
    return { first: say('omnibox_default'), others: [] };
  }
  const { title, lead, display, domain } = await judged(name, engine, say);
  const parent = domain === null || domain.host === domain.registrable ? [] : [domain.registrable];
  return {
    first: say('omnibox_verdict', { host: display, headline: title, reason: lead }),
    others: await Promise.all(parent.map((one) => rowFor(one, engine, say))),
  };
}

/** In: what was typed, and where the browser wants it. Opens the verdict on one name, the page for many. */
export function enter(text: string, place: Place): void {
  const names = namesIn(text);
  const [only] = names;
  if (names.length === 1 && only !== undefined) void openVerdict(only, place);
  else void openPortfolio(names.join('\n'), place);
}

/** In: a text. Out: the names in it, each once, in their order. */
function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；、]+/).filter((one) => one !== ''))];
}

async function rowFor(name: string, engine: Engine, say: Say): Promise<{ text: string; words: string }> {
  const { title, display } = await judged(name, engine, say);
  return { text: name, words: say('omnibox_suggestion', { host: display, headline: title }) };
}

/** As the page would say it that Enter opens: answers that are kept count. */
async function judged(name: string, engine: Engine, say: Say) {
  const read = engine.read(name);
  if ('type' in read) {
    const key = `problem_${read.type.replaceAll('-', '_')}`;
    return { title: say(key), lead: say(`${key}_text`), display: read.display || name, domain: null };
  }
  const { profile, one } = await readKept(engine.facts.rules, read.registrable);
  const answer = engine.ask(name, answersFor(profile, one, read.host));
  if (answer.kind === 'problem') throw new Error(`${name} was a domain a moment ago`);
  const { title, lead } = headlineOf(answer.verdict, engine.facts, say);
  return { title, lead, display: read.display, domain: read };
}
