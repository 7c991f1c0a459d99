/** Finding prompts in text that is split over nodes. No DOM here: nodes are whatever the caller hands in. */
import type { PromptPattern } from './guidance.ts';
import { literal, normalise } from './text.ts';

export interface Match<N> {
  readonly pattern: PromptPattern;
  /** The piece in which the prompt ends. */
  readonly end: N;
}

/** In: pieces of one block's text in order. Out: the prompts in it, each guidance once, in order of appearance. */
export type Matcher = <N>(pieces: readonly { readonly text: string; readonly node: N }[]) => Match<N>[];

/** How many characters of the same clause a gap in a pattern may stand for. */
const GAP = 12;

/** In: patterns, the longest first. Out: a matcher that looks for all of them in one pass. */
export function matcherOf(patterns: readonly PromptPattern[]): Matcher {
  const shortest = Math.min(...patterns.map((pattern) => pattern.says.length));
  const sources = patterns.map(({ says }) => says.split('…').map(literal).join(`[^.!?;,…]{0,${GAP}}`));
  // One group a pattern tells which of them it was.
  const any = new RegExp(sources.map((source) => `(${source})`).join('|'), 'g');

  return function match<N>(pieces: readonly { readonly text: string; readonly node: N }[]): Match<N>[] {
    const ends: { readonly at: number; readonly node: N }[] = [];
    let text = '';
    for (const piece of pieces) {
      text += normalise(piece.text);
      ends.push({ at: text.length, node: piece.node });
    }
    if (patterns.length === 0 || text.length < shortest) return [];
    const found = new Map<string, Match<N>>();
    for (const hit of text.matchAll(any)) {
      const pattern = patterns[hit.findIndex((group, index) => index > 0 && group !== undefined) - 1];
      const end = ends.find(({ at }) => at >= hit.index + hit[0].length);
      if (pattern && end && !found.has(pattern.guidance)) found.set(pattern.guidance, { pattern, end: end.node });
    }
    return [...found.values()];
  };
}
