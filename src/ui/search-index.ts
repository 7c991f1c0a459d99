import MiniSearch from 'minisearch';
import type { Block, RuleBundle } from '../core/model.ts';

/** In: the bundle. Out: an index over its guidance and terms, in every language at once; ids are `faq:ID` and `term:ID`. */
export function indexOf(rules: RuleBundle): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    tokenize: wordsOf,
    searchOptions: { boost: { title: 3 }, prefix: (term) => /^[a-z]/.test(term), combineWith: 'AND' },
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

/** In: a text. Out: its words: Latin ones as they are, Chinese as pairs of characters, as nothing separates its words. */
export function wordsOf(text: string): string[] {
  const runs = text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}.])+/gu);
  return [...runs].flatMap(([run]) => {
    if (!/\p{Script=Han}/u.test(run)) return [run.replace(/^\.+|\.+$/g, '')].filter(Boolean);
    const characters = [...run];
    return characters.length === 1 ? characters : characters.slice(1).map((one, at) => `${characters[at]}${one}`);
  });
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'steps' ? block.steps : [block.text]));
}
