/** Returns a function that asks once for each id, and again only where there was no answer. */
export function askOnce<T>(ask: (id: string) => Promise<T | null>): (id: string) => Promise<T | null> {
  const known = new Map<string, Promise<T | null>>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const answer = ask(id);
    known.set(id, answer);
    const forget = () => known.delete(id);
    answer.then((value) => value === null && forget(), forget);
    return answer;
  };
}
