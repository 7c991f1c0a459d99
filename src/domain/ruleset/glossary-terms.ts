import type { Locale } from '../common/locale.ts';
import { oncePer } from '../common/remembering.ts';
import { escapeRegExp } from '../common/text.ts';
import type { GlossaryEntry } from './guidance.ts';

/** A piece of a text: plain, or an occurrence of a term. */
export interface Part {
  readonly text: string;
  readonly entry: GlossaryEntry | null;
}

interface Reader {
  readonly any: RegExp;
  readonly bySpelling: ReadonlyMap<string, GlossaryEntry>;
}

/** The glossary never changes while a page lives: it is made ready once. */
const readerOf = oncePer((glossary: readonly GlossaryEntry[]): Reader => {
  const spellings = glossary
    .flatMap((entry) => [...Object.values(entry.term), ...entry.also].map((spelling) => ({ spelling, entry })))
    .sort((a, b) => b.spelling.length - a.spelling.length);
  return {
    any: new RegExp(spellings.map(({ spelling }) => patternOf(spelling)).join('|'), 'gi'),
    bySpelling: new Map(spellings.map(({ spelling, entry }) => [spelling.toLowerCase(), entry])),
  };
});

/**
 * Returns the text in pieces, the first occurrence of each term marked; joined they are the text.
 */
export function splitTerms(text: string, glossary: readonly GlossaryEntry[]): Part[] {
  if (glossary.length === 0) return [{ text, entry: null }];
  const { any, bySpelling } = readerOf(glossary);
  const parts: Part[] = [];
  const seen = new Set<GlossaryEntry>();
  let from = 0;
  for (const hit of text.matchAll(any)) {
    const entry = bySpelling.get(hit[0].toLowerCase());
    if (entry === undefined || seen.has(entry)) continue;
    seen.add(entry);
    if (hit.index > from) parts.push({ text: text.slice(from, hit.index), entry: null });
    parts.push({ text: hit[0], entry });
    from = hit.index + hit[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), entry: null });
  return parts;
}

/** Latin spellings are whole words; Chinese has no spaces between words. */
function patternOf(spelling: string): string {
  return /^[\x20-\x7e]+$/.test(spelling)
    ? `(?<![A-Za-z])${escapeRegExp(spelling)}(?![A-Za-z])`
    : escapeRegExp(spelling);
}

/**
 * Returns the second name of a term: what mainland consoles call it, or the English name for who
 * reads Chinese anyway.
 */
export function secondName(
  { term }: GlossaryEntry,
  locale: Locale,
): { readonly text: string; readonly locale: Locale } {
  const other = locale === 'zh_CN' || locale === 'zh_TW' ? 'en' : 'zh_CN';
  return { text: term[other], locale: other };
}
