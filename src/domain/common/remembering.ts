/**
 * Returns a function that gives what another one gives for a text, and works it out once for each
 * of so many texts: lists have the same few in all of their rows. What comes after them is worked
 * out each time, so that whoever brings a different text in each row does not fill the memory.
 */
export function remembering<V>(most: number, workOut: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = workOut(text);
    if (known.size < most) known.set(text, value);
    return value;
  };
}
