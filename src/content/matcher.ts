/** Finding prompts in text that is split over nodes. No DOM here: nodes are whatever the caller hands in. */
import type { PromptPattern } from '../core/guidance.ts';
import { literal, normalise } from '../core/text.ts';

export interface Match<N> {
  readonly pattern: PromptPattern;
  /** The piece in which the prompt ends. */
  readonly end: N;
}

/** In: pieces of one block's text in order. Out: the prompts in it, each guidance once, in order of appearance. */
export type Matcher = <N>(pieces: readonly { readonly text: string; readonly node: N }[]) => Match<N>[];

/** In: patterns, the longest first. Out: a matcher that looks for all of them in one pass. */
export function matcherOf(patterns: readonly PromptPattern[]): Matcher {
  const bySays = new Map(patterns.map((pattern) => [pattern.says, pattern]));
  const shortest = Math.min(...patterns.map((pattern) => pattern.says.length));
  const any = new RegExp(patterns.map((pattern) => literal(pattern.says)).join('|'), 'g');

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
      const pattern = bySays.get(hit[0]);
      const end = ends.find(({ at }) => at >= hit.index + hit[0].length);
      if (pattern && end && !found.has(pattern.guidance)) found.set(pattern.guidance, { pattern, end: end.node });
    }
    return [...found.values()];
  };
}
