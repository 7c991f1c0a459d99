import { NAMES_AT_ONCE } from '../../messaging/protocol.ts';

/** How many answers are remembered; a page that shows more names asks again. */
const REMEMBERED = 2000;

/**
 * Returns a function that asks about one name; what is asked in the same turn goes out together,
 * and what was answered is asked once. It returns null where there is nothing to say of a name, and
 * undefined where nobody answered: then it is asked again.
 *
 * @param ask asks about many names at once; undefined, or a rejection, is no answer
 */
export function createBatchLoader<N extends { readonly name: string }>(
  ask: (names: readonly string[]) => Promise<readonly N[] | undefined>,
): (name: string) => Promise<N | null | undefined> {
  type Answer = N | null | undefined;
  const answers = new Map<string, Promise<Answer>>();
  let waiting = new Map<string, (answer: Answer) => void>();

  async function flush(): Promise<void> {
    const asked = [...waiting];
    waiting = new Map();
    for (let from = 0; from < asked.length; from += NAMES_AT_ONCE) {
      const part = asked.slice(from, from + NAMES_AT_ONCE);
      const notes = await ask(part.map(([name]) => name)).catch(() => undefined);
      for (const [name, answer] of part) {
        if (notes === undefined) answers.delete(name);
        answer(notes && (notes.find((note) => note.name === name) ?? null));
      }
    }
  }

  return function noteOf(name) {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size >= REMEMBERED) answers.clear();
    const answer = new Promise<Answer>((resolve) => {
      if (waiting.size === 0) setTimeout(() => void flush());
      waiting.set(name, resolve);
    });
    answers.set(name, answer);
    return answer;
  };
}
