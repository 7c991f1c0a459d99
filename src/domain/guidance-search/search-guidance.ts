/** Search over guidance and terms: any words, in any language, ranked; on this machine. */
import MiniSearch from 'minisearch';
import type { Locale } from '../common/locale.ts';
import { LOCALES } from '../common/locale.ts';
import { explainer } from '../prompts/explain-message.ts';
import type { Block } from '../ruleset/guidance.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { createReader, type QuestionReader } from './read-question.ts';

/** What answers a question: an entry of the guidance, or a term of the glossary. */
export interface Hit {
  readonly kind: 'faq' | 'term';
  readonly id: string;
}

export interface GuidanceSearch {
  /** Returns what is nearest to these words, the best first; empty where nothing is near. */
  readonly find: (query: string) => readonly Hit[];
}

/**
 * Below this share of the best score, an answer has no more than an everyday word in common with
 * the question.
 */
const LEAST_SHARE = 0.12;
/**
 * Ways in which people ask for an entry tell most; its answer, which speaks of neighbors too,
 * least.
 */
const BOOST = { asked: 4, asks: 5, title: 2, text: 0.7, mentions: 0.5, others: 0.6 };
/** Letters of a word that may have one wrong, and two, as where two are swapped. */
const FUZZY_FROM = 5;
const TWO_FUZZY_FROM = 8;
const PREFIX_FROM = 4;
/** Characters of a question that are looked at: words are compared letter by letter. */
const MOST_QUESTION = 1000;
/**
 * What a message of a console adds to the entries that answer it, as shares of the best score: to
 * the first of them, and to those that say more. Who hands over a message asks what to do about it,
 * whatever words it is made of.
 */
const MESSAGE = { first: 1, more: 0.2 };

interface Document {
  readonly id: string;
  readonly asked: string;
  readonly asks: string;
  readonly title: string;
  readonly text: string;
  readonly mentions: string;
  readonly others: string;
}

/**
 * Returns the search over a ruleset. Words of every language are found; `locale` says whose texts
 * count in full. Making it takes some tens of milliseconds: make it when someone asks.
 */
export function createGuidanceSearch(rules: Ruleset, locale: Locale): GuidanceSearch {
  const reader = createReader(rules);
  const index = new MiniSearch<Document>({
    fields: ['asked', 'asks', 'title', 'text', 'mentions', 'others'],
    // A document's fields are words already, joined by this; a question is read below.
    tokenize: (text) => text.split('\n').filter(Boolean),
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, combineWith: 'OR' },
  });
  index.addAll(documentsOf(rules, locale, reader));
  const askedFor = new Map<string, Hit>([
    ...rules.glossary.flatMap(({ id, term, also }) =>
      [...Object.values(term), ...also].map((one): [string, Hit] => [lettersOf(one), { kind: 'term', id }]),
    ),
    ...rules.faq.flatMap(({ id, question, asked }) =>
      [...Object.values(question), ...asked].map((one): [string, Hit] => [lettersOf(one), { kind: 'faq', id }]),
    ),
  ]);
  const explain = explainer(rules);
  return {
    find(asked) {
      const query = asked.slice(0, MOST_QUESTION);
      const hits = find(index, reader, query, explain(query).answers);
      const named = askedFor.get(lettersOf(query));
      // Who asks in an entry's very words is answered by it.
      return named === undefined
        ? hits
        : [named, ...hits.filter(({ kind, id }) => kind !== named.kind || id !== named.id)];
    },
  };
}

function find(
  index: MiniSearch<Document>,
  reader: QuestionReader,
  query: string,
  explained: readonly string[],
): readonly Hit[] {
  const { words, meanings } = reader.readQuestion(query);
  const hits = index.search([...words, ...meanings].join('\n'), {
    fuzzy: (term) => (isLatin(term) && term.length >= FUZZY_FROM ? (term.length >= TWO_FUZZY_FROM ? 2 : 1) : false),
    prefix: (term) => isLatin(term) && term.length >= PREFIX_FROM,
    weights: { fuzzy: 0.4, prefix: 0.5 },
  });
  const best = hits[0]?.score ?? 1;
  const scores = new Map(hits.map(({ id, score }) => [String(id), score]));
  for (const [at, id] of explained.entries()) {
    const key = `faq:${id}`;
    scores.set(key, (scores.get(key) ?? 0) + best * (at === 0 ? MESSAGE.first : MESSAGE.more));
  }
  return [...scores]
    .filter(([, score]) => score >= best * LEAST_SHARE)
    .sort(([, one], [, other]) => other - one)
    .map(([id]) => {
      const [kind, rest] = id.split(':');
      return { kind: kind === 'faq' ? 'faq' : 'term', id: rest ?? '' };
    });
}

/**
 * Returns the letters and digits of a text: what is left of it where case, spaces and marks do not
 * matter.
 */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isLatin(term: string): boolean {
  return /^[a-z]/.test(term);
}

function documentsOf(rules: Ruleset, locale: Locale, { wordsOf, meaningsOf }: QuestionReader): Document[] {
  const words = (texts: readonly string[]) => texts.flatMap(wordsOf).join('\n');
  const meanings = (texts: readonly string[]) => texts.flatMap(meaningsOf).join('\n');
  const meaningsOnce = (texts: readonly string[]) => [...new Set(texts.flatMap(meaningsOf))].join('\n');
  const others = LOCALES.filter((one) => one !== locale);
  return [
    ...rules.faq.map((entry): Document => {
      const title = [entry.question[locale], entry.title[locale]];
      const text = entry.answer[locale].flatMap(textsOf);
      return {
        id: `faq:${entry.id}`,
        asked: words(entry.asked),
        // What most of the ways to ask speak of is what the entry is about: each time counts.
        asks: meanings([...entry.asked, ...LOCALES.map((one) => entry.question[one])]),
        title: words(title),
        text: words(text),
        mentions: meaningsOnce(text),
        others: words(others.flatMap((one) => [entry.question[one], entry.title[one]])),
      };
    }),
    ...rules.glossary.map(
      (entry): Document => ({
        id: `term:${entry.id}`,
        asked: words(entry.also),
        asks: meaningsOnce([...entry.also, ...LOCALES.map((one) => entry.term[one])]),
        title: words([entry.term[locale]]),
        text: words([entry.meaning[locale]]),
        mentions: '',
        others: words(others.map((one) => entry.term[one])),
      }),
    ),
  ];
}

function textsOf(block: Block): readonly string[] {
  return block.kind === 'steps' ? block.steps : [block.text];
}
