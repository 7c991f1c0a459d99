/**
 * What prompts are found by: made where the facts are, used by prompt-search.ts where the text is.
 */
import { escapeRegExp } from '../common/text.ts';
import { type Matcher, matcherOf, type PrefilterSources, type Searched } from './prompt-search.ts';

/** A prompt with what it is found by. */
export interface PromptPattern extends Searched {
  /** Normalized text (see `normalise`), `…` for a gap. */
  readonly says: string;
  /** What a piece of it is recognized by, see `extractKeywords`. */
  readonly anchors: readonly string[];
}

/** How many characters of the same clause a gap in a pattern may stand for. */
const GAP = 12;

/**
 * Returns the source of one expression for all patterns; one group a pattern tells which of them it
 * was.
 */
export function matcherSource(patterns: readonly PromptPattern[]): string {
  return patterns.map(({ says }) => `(${says.split('…').map(escapeRegExp).join(`[^.!?;,…]{0,${GAP}}`)})`).join('|');
}

/**
 * Returns a matcher that looks for all patterns, the longest first.
 */
export function createMatcher(patterns: readonly PromptPattern[]): Matcher<PromptPattern> {
  return matcherOf(matcherSource(patterns), patterns);
}

/** Invisible characters and full-width letters: what may hide an anchor. */
const OBFUSCATION_CHARS = '[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\uff21-\\uff5a]';
/** A page that sets a message in pieces this small is read in whole. */
const SHORT_FRAGMENT = '^[^\\S\\n\\r\\u2028\\u2029]*\\S{1,3}[^\\S\\n\\r\\u2028\\u2029]*$';

/** What a message may be set apart by, and more: no letter that a keyword has. */
const BETWEEN = '[^\\dA-Za-z\\u3400-\\u9fff]*';

/**
 * Returns the sources of the expressions by which text is recognized that may hold a pattern: see
 * `prefilterOf`.
 */
export function prefilterSources(patterns: readonly PromptPattern[]): PrefilterSources {
  const { pairs, words } = keywordsOf(patterns);
  // Chinese is spaced out for looks.
  return { pieces: [spacedOut(pairs, '\\s?'), OBFUSCATION_CHARS, SHORT_FRAGMENT].join('|'), words: anyOf(words) };
}

/**
 * Returns the same for the text of many pieces with nothing between them, in which the short ones
 * are not seen: what they make up together is, wherever it is split, with blanks between its parts
 * if it is Chinese. It also recognizes the other words, without regard to case.
 *
 * @param others sources of expressions
 */
export function runSources(patterns: readonly PromptPattern[], others: readonly string[]): PrefilterSources {
  const { pairs, words } = keywordsOf(patterns);
  return { pieces: [spacedOut(pairs, BETWEEN), OBFUSCATION_CHARS].join('|'), words: anyOf([...words, ...others]) };
}

/** Returns pairs of Chinese characters, and sources for the other keywords. */
function keywordsOf(patterns: readonly PromptPattern[]): Record<'pairs' | 'words', readonly string[]> {
  const anchors = [...new Set(patterns.flatMap((pattern) => pattern.anchors))];
  const pairs = anchors.filter((anchor) => !/^[a-z]/.test(anchor));
  return { pairs, words: anchors.filter((anchor) => !pairs.includes(anchor)).map(escapeRegExp) };
}

/**
 * What no pair begins with is told at a glance: trying each of a hundred at every character of a
 * Chinese page takes most of the time.
 */
function spacedOut(pairs: readonly string[], between: string): string {
  const [first, second] = [0, 1].map((at) => `[${pairs.map((pair) => pair[at]).join('')}]`);
  return `(?=${first}${between}${second})(?:${pairs.map((pair) => [...pair].join(between)).join('|')})`;
}

function anyOf(sources: readonly string[]): string {
  return sources.join('|') || '(?!)';
}

/**
 * Returns up to two words (pairs of Chinese characters) of a prompt's text by which text is
 * recognized that may hold it.
 */
export function extractKeywords(says: string): string[] {
  const folded = says.normalize('NFKC').toLowerCase();
  const pairs = folded.match(/\p{Script=Han}{2}/gu) ?? [];
  const words = (folded.match(/[a-z]{3,}/g) ?? []).sort((a, b) => b.length - a.length).slice(0, 2);
  const [first] = pairs;
  const last = pairs.at(-1);
  return [...new Set(first !== undefined && last !== undefined ? [first, last] : words)];
}
