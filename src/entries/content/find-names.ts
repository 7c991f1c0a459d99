/** Domain names in a page's text. No DOM here: nodes are whatever the caller hands in. */

export interface Named<N> {
  /** A name, or a suffix with a dot before it. */
  readonly name: string;
  /** The piece in which it begins, and the one in which it ends. */
  readonly begin: N;
  readonly end: N;
}

/** A row of a list is short; longer text is prose, in which a name is mentioned and not offered. */
const LONGEST = 120;
const MOST = 3;
const NAME = /^(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}[\p{L}\p{N}-]{0,61}$/u;
const SUFFIX = /^(?:\.\p{L}[\p{L}\p{N}-]{0,61}){1,3}$/u;

/**
 * An expression's source: where it is not found, no name ends, nor does a part of one, whether it
 * is known where pieces end or not. Finds too much.
 */
export const MAY_NAME = '[.．。｡]\\s*(?:[^\\s\\d]|$)';

/** Returns the names that the pieces of one block show together, each once. */
export function namesIn<N>(pieces: readonly { readonly text: string; readonly node: N }[]): Named<N>[] {
  const last = pieces.at(-1);
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (last === undefined || length > LONGEST * 4) return [];
  const whole = pieces.map((piece) => piece.text.trim()).join('');
  if (whole.length > LONGEST) return [];
  // Search results often set the suffix off in an element of its own: together they are the name.
  const joined = nameOf(whole);
  const shown = pieces.filter((piece) => piece.text.trim() !== '');
  if (joined !== null) return [{ name: joined, begin: (shown[0] ?? last).node, end: (shown.at(-1) ?? last).node }];
  const found = new Map<string, Named<N>>();
  for (const { text, node } of pieces) {
    for (const word of text.split(/[\s,;，；、|/]+/)) {
      const name = nameOf(word);
      if (name !== null && found.size < MOST && !found.has(name)) found.set(name, { name, begin: node, end: node });
    }
  }
  return [...found.values()];
}

function nameOf(text: string): string | null {
  const name = text.normalize('NFKC').replaceAll('。', '.').toLowerCase();
  return name.length <= 253 && (NAME.test(name) || SUFFIX.test(name)) ? name : null;
}
