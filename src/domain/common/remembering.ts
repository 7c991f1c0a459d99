/** What is worked out once and looked up from then on. */

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

/**
 * Returns a function that gives what another one makes of an object, and makes it once for each.
 * For what never changes: lists of the ruleset, an engine.
 */
export function oncePer<L extends object, V>(make: (given: L) => V): (given: L) => V {
  const known = new WeakMap<L, V>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const made = make(given);
    known.set(given, made);
    return made;
  };
}
