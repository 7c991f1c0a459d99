/** What the address bar says of names that are typed after the keyword. */

import type { Place, Suggestions } from '../../browser-api/omnibox.ts';
import { openPortfolio, openVerdict } from '../../browser-api/tabs.ts';
import type { Answers } from '../../domain/answers/answers.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import type { Domain } from '../../domain/hostname/domain.ts';
import { withMark } from '../../i18n/loaded-mark.ts';
import type { Translate } from '../../i18n/translator.ts';
import { headlineOf } from '../../i18n/verdict-headline.ts';

/** More would push the browser's own rows out of sight. */
const MOST = 5;

export interface Asking {
  readonly engine: Engine;
  readonly t: Translate;
  /** Returns what the person told us of a domain: the page that Enter opens counts it too. */
  readonly answersOn: (domain: Domain) => Promise<Answers>;
}

/** Returns the verdict on a name; what several names come to; why there is none. */
export async function suggestionsFor(text: string, asking: Asking): Promise<Suggestions> {
  const { engine, t } = asking;
  const names = namesIn(text);
  if (names.length > 1) {
    const others = await Promise.all(names.slice(0, MOST).map((name) => rowFor(name, asking)));
    return { first: t('omnibox_many', { count: names.length }), others };
  }
  const [name = ''] = names;
  const read = engine.read(name);
  // A name begins as a single label: that is no mistake yet.
  if ('type' in read && (read.type === 'empty' || read.type === 'single-label')) {
    return { first: t('omnibox_default'), others: [] };
  }
  const { display, headline, reason } = await judged(name, asking);
  const parents = 'type' in read || read.host === read.registrable ? [] : [read.registrable];
  return {
    first: withMark(t('verdict_line', { host: display, headline, reason }), engine.facts.rules, t),
    others: await Promise.all(parents.map((one) => rowFor(one, asking))),
  };
}

/** Returns the names in a text, each once, in their order. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；、]+/).filter((one) => one !== ''))];
}

async function rowFor(name: string, asking: Asking): Promise<{ readonly text: string; readonly words: string }> {
  const { display, headline } = await judged(name, asking);
  const { engine, t } = asking;
  return { text: name, words: withMark(t('omnibox_suggestion', { host: display, headline }), engine.facts.rules, t) };
}

async function judged(name: string, { engine, t, answersOn }: Asking) {
  const read = engine.read(name);
  const answer = engine.assess(name, 'type' in read ? {} : await answersOn(read));
  if (answer.kind === 'verdict') {
    const { short, lead } = headlineOf(answer.verdict, t);
    return { display: answer.verdict.domain.display, headline: short, reason: lead };
  }
  const key = `problem_${answer.problem.type.replaceAll('-', '_')}`;
  return { display: answer.problem.display || name, headline: t(key), reason: t(`${key}_text`) };
}

/**
 * Opens the verdict on one name that was entered in the address bar, or the page for many, where
 * the browser wants it.
 */
export function followEntry(text: string, place: Place): void {
  const names = namesIn(text);
  const [only] = names;
  if (names.length === 1 && only !== undefined) void openVerdict(only, place);
  else void openPortfolio(names.join('\n'), place);
}
