import MiniSearch from 'minisearch';
import type { Block } from '../domain/ruleset/guidance.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';

/** In: the bundle. Out: an index over its guidance and terms, in every language at once; ids are `faq:ID` and `term:ID`. */
export function indexOf(rules: Ruleset): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    tokenize: wordsOf,
    searchOptions: {
      boost: { title: 3 },
      prefix: (term) => /^[a-z]/.test(term),
      combineWith: 'AND',
      tokenize: askedOf,
    },
  });
  index.addAll([
    ...rules.faq.map((entry) => ({
      id: `faq:${entry.id}`,
      title: [...Object.values(entry.question), ...Object.values(entry.title)].join(' '),
      text: Object.values(entry.answer).flatMap(textsOf).join(' '),
    })),
    ...rules.glossary.map((entry) => ({
      id: `term:${entry.id}`,
      title: [...Object.values(entry.term), ...entry.also].join(' '),
      text: Object.values(entry.meaning).join(' '),
    })),
  ]);
  return index;
}

/** Scripts that put no space between words, one run at a time; then everything else that makes words. */
const RUNS =
  /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|(?:(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー])[\p{L}\p{N}.])+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]/u;

/** In: a text. Out: its words: Latin ones as they are; Chinese and Japanese ones as pairs of characters of one script. */
export function wordsOf(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase().matchAll(RUNS);
  return [...runs].flatMap(([run]) => {
    if (!UNSPACED.test(run)) return [run.replace(/^\.+|\.+$/g, '')].filter(Boolean);
    const characters = [...run];
    return characters.length === 1 ? characters : characters.slice(1).map((one, at) => `${characters[at]}${one}`);
  });
}

/** In: a query. Out: the words to find. Hiragana are mostly endings and particles: they count where there is nothing else. */
function askedOf(query: string): string[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !/^\p{Script=Hiragana}/u.test(word));
  return telling.length > 0 ? telling : words;
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'steps' ? block.steps : [block.text]));
}
