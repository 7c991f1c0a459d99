/**
 * Finding prompts in text that is split over nodes. No DOM here: nodes are whatever the caller
 * hands in.
 */
import { escapeRegExp, normalise } from '../common/text.ts';
import { hasHostname, withoutHostnames } from './wording.ts';

/**
 * A prompt as the content script looks for it: no language, no site, only what to look for and what
 * answers it.
 */
export interface PromptPattern {
  /** Stable per console; what "dismissed" is remembered under. */
  readonly id: string;
  /** Normalised text (see `normalise`), `…` for a gap. */
  readonly says: string;
  /** What a piece of it is recognised by, see `extractKeywords`. */
  readonly anchors: readonly string[];
  readonly guidance: string;
  /** Normalised words of its clause with which it is advice or a question, and no message. */
  readonly unless?: readonly string[];
}

export interface Match<N> {
  readonly pattern: PromptPattern;
  /** The pieces in which the prompt begins and ends. */
  readonly begin: N;
  readonly end: N;
}

/**
 * Returns the prompts in the pieces of one block's text, each guidance once, in order of
 * appearance.
 */
export type Matcher = <N>(pieces: readonly { readonly text: string; readonly node: N }[]) => Match<N>[];

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
 * Returns a matcher that looks for all patterns, the longest first, in one pass; in a second one
 * where the text has hostnames, which then count as nothing: a message may name the domain anywhere
 * ("域名 shop.example.cn 未备案").
 */
export function createMatcher(patterns: readonly PromptPattern[]): Matcher {
  const any = new RegExp(matcherSource(patterns), 'g');

  return function match<N>(pieces: readonly { readonly text: string; readonly node: N }[]): Match<N>[] {
    const found = new Map<string, Match<N> & { readonly at: number }>();
    look(pieces.map(({ text }) => normalise(text)));
    if (pieces.some(({ text }) => hasHostname(text))) look(pieces.map(({ text }) => normalise(withoutHostnames(text))));
    return [...found.values()].sort((a, b) => a.at - b.at).map(({ pattern, begin, end }) => ({ pattern, begin, end }));

    function look(texts: readonly string[]) {
      const ends = endsOf(texts);
      for (const hit of texts.join('').matchAll(any)) {
        const pattern = patternOf(hit, patterns);
        // Looked up once a guidance: a page may say the same in each of many pieces.
        if (pattern === undefined || found.has(pattern.guidance)) continue;
        const at = ends.findIndex((end) => end >= hit.index + hit[0].length);
        const [begin, end] = [pieces[ends.findIndex((one) => one > hit.index)], pieces[at]];
        if (begin && end) found.set(pattern.guidance, { pattern, begin: begin.node, end: end.node, at });
      }
    }
  };
}

/** Returns where each of the texts ends in all of them together. */
function endsOf(texts: readonly string[]): number[] {
  let length = 0;
  return texts.map((text) => {
    length += text.length;
    return length;
  });
}

/** Returns the pattern that was hit; undefined where it is part of advice. */
function patternOf(hit: RegExpExecArray, patterns: readonly PromptPattern[]): PromptPattern | undefined {
  const pattern = patterns[hit.findIndex((group, index) => index > 0 && group !== undefined) - 1];
  const to = hit.index + hit[0].length;
  return pattern?.unless && isAdvice(hit.input, hit.index, to, pattern.unless) ? undefined : pattern;
}

/**
 * Whether the clause around a part of a text, up to and with what ends it, has one of these words.
 */
function isAdvice(text: string, from: number, to: number, words: readonly string[]): boolean {
  const begin = Math.max(...[...'.!?;,'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1;
  const length = text.slice(to).search(/[.!?;,]/);
  const clause = text.slice(begin, length < 0 ? text.length : to + length + 1);
  return words.some((word) => clause.includes(word));
}

/** Invisible characters and full-width letters: what may hide an anchor. */
const OBFUSCATION_CHARS = '[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\uff21-\\uff5a]';
/** A page that sets a message in pieces this small is read in whole. */
const SHORT_FRAGMENT = '^[^\\S\\n\\r\\u2028\\u2029]*\\S{1,3}[^\\S\\n\\r\\u2028\\u2029]*$';

/**
 * Returns whether pieces of text, with line breaks between them, may be part of a pattern, or of an
 * expression of what else is looked for. Quick, and says yes too often; says no to a text that
 * holds a prompt only where the prompt is split in the middle of each of its keywords.
 */
export function createPrefilter(
  patterns: readonly PromptPattern[],
  others: readonly string[] = [],
): (text: string) => boolean {
  if (patterns.length + others.length === 0) return () => false;
  const anchors = [...new Set(patterns.flatMap((pattern) => pattern.anchors))];
  const pairs = anchors.filter((anchor) => !/^[a-z]/.test(anchor));
  // Chinese is spaced out for looks. What no pair begins with is told at a glance: trying each of a
  // hundred at every character of a Chinese page takes most of the time.
  const [first, second] = [0, 1].map((at) => `[${pairs.map((pair) => pair[at]).join('')}]`);
  const spaced = `(?=${first}\\s?${second})(?:${pairs.map((pair) => [...pair].join('\\s?')).join('|')})`;
  const any = new RegExp([...others, spaced, OBFUSCATION_CHARS, SHORT_FRAGMENT].join('|'), 'm');
  // Apart: without regard to case every expression is slower.
  const anyWord = new RegExp(
    anchors
      .filter((anchor) => !pairs.includes(anchor))
      .map(escapeRegExp)
      .join('|') || '(?!)',
    'i',
  );
  return (text) => any.test(text) || anyWord.test(text);
}

/**
 * Returns up to two words (pairs of Chinese characters) of a prompt's text by which text is
 * recognised that may hold it.
 */
export function extractKeywords(says: string): string[] {
  const folded = says.normalize('NFKC').toLowerCase();
  const pairs = folded.match(/\p{Script=Han}{2}/gu) ?? [];
  const words = (folded.match(/[a-z]{3,}/g) ?? []).sort((a, b) => b.length - a.length).slice(0, 2);
  const [first] = pairs;
  const last = pairs.at(-1);
  return [...new Set(first !== undefined && last !== undefined ? [first, last] : words)];
}
