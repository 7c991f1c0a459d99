/**
 * Finding prompts in text that is split over nodes. No DOM here: nodes are whatever the caller
 * hands in; and nothing of how what is looked for comes about, which all of a console's pages would
 * load.
 */
import { normalise } from '../common/text.ts';
import { hasHostname, withoutHostnames } from './wording.ts';

/**
 * A prompt as the content script looks for it: no language, no site, only what answers it.
 */
export interface Searched {
  /** Stable per console; what "dismissed" is remembered under. */
  readonly id: string;
  readonly guidance: string;
  /** Normalized words of its clause with which it is advice or a question, and no message. */
  readonly unless?: readonly string[];
}

export interface Match<N, P> {
  readonly pattern: P;
  /** The pieces in which the prompt begins and ends. */
  readonly begin: N;
  readonly end: N;
}

/**
 * Returns the prompts in the pieces of one block's text, each guidance once, in order of
 * appearance.
 */
export type Matcher<P> = <N>(pieces: readonly { readonly text: string; readonly node: N }[]) => Match<N, P>[];

/**
 * Returns a matcher that looks for all patterns in one pass, by the source of one expression with a
 * group for each, in their order; in a second one
 * where the text has hostnames, which then count as nothing: a message may name the domain anywhere
 * ("域名 shop.example.cn 未备案").
 */
export function matcherOf<P extends Searched>(source: string, patterns: readonly P[]): Matcher<P> {
  const any = new RegExp(source, 'g');

  return function match<N>(pieces: readonly { readonly text: string; readonly node: N }[]): Match<N, P>[] {
    const found = new Map<string, Match<N, P> & { readonly at: number }>();
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
function patternOf<P extends Searched>(hit: RegExpExecArray, patterns: readonly P[]): P | undefined {
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

/** What text is recognized by that may hold what is looked for: sources of expressions. */
export interface PrefilterSources {
  readonly pieces: string;
  /** Apart: without regard to case every expression is slower. */
  readonly words: string;
}

/**
 * Returns whether pieces of text, with line breaks between them, may be part of a pattern, or of an
 * expression of what else is looked for. Quick, and says yes too often; says no to a text that
 * holds a prompt only where the prompt is split in the middle of each of its keywords.
 */
export function prefilterOf(
  { pieces, words }: PrefilterSources,
  others: readonly string[] = [],
): (text: string) => boolean {
  const any = new RegExp([...others, pieces].join('|'), 'm');
  const anyWord = new RegExp(words, 'i');
  return (text) => any.test(text) || anyWord.test(text);
}
