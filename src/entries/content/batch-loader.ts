import { NAMES_AT_ONCE } from '../../messaging/protocol.ts';

/** How many answers are remembered; a page that shows more names asks again. */
const REMEMBERED = 2000;

/**
 * In: a way to ask about many names at once. Out: a function that asks about one; what is asked in the same turn goes
 * out together, and an answer is asked for once.
 */
export function createBatchLoader<N extends { readonly name: string }>(
  ask: (names: readonly string[]) => Promise<readonly N[]>,
): (name: string) => Promise<N | undefined> {
  const answers = new Map<string, Promise<N | undefined>>();
  let waiting = new Map<string, (note: N | undefined) => void>();

  async function flush(): Promise<void> {
    const asked = [...waiting];
    waiting = new Map();
    for (let from = 0; from < asked.length; from += NAMES_AT_ONCE) {
      const part = asked.slice(from, from + NAMES_AT_ONCE);
      const notes = await ask(part.map(([name]) => name));
      for (const [name, answer] of part) answer(notes.find((note) => note.name === name));
    }
  }

  return function noteOf(name) {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size >= REMEMBERED) answers.clear();
    const answer = new Promise<N | undefined>((resolve) => {
      if (waiting.size === 0) setTimeout(() => void flush());
      waiting.set(name, resolve);
    });
    answers.set(name, answer);
    return answer;
  };
}
