/** Matching of host names against rules in the notation of the Public Suffix List. */

/** Rules made ready for matching; `V` is whatever belongs to a rule. */
export interface RuleSet<V> {
  readonly plain: ReadonlyMap<string, V>;
  readonly wildcard: ReadonlyMap<string, V>;
  readonly exception: ReadonlyMap<string, V>;
}

/**
 * Returns the set to give to {@link longestMatch}. Rules are A-labels (`github.io`,
 * `*.compute.example`, `!city.compute.example`), each group with the value of all of them.
 */
export function ruleSet<V>(groups: Iterable<readonly [rules: readonly string[], value: V]>): RuleSet<V> {
  const plain = new Map<string, V>();
  const wildcard = new Map<string, V>();
  const exception = new Map<string, V>();
  for (const [rules, value] of groups) {
    for (const rule of rules) {
      if (rule.startsWith('*.')) wildcard.set(rule.slice(2), value);
      else if (rule.startsWith('!')) exception.set(rule.slice(1), value);
      else plain.set(rule, value);
    }
  }
  return { plain, wildcard, exception };
}

/**
 * Returns the longest of some names that a rule names, with the rule's value; null if none does.
 * The names are those of {@link tailsOf}. An exception wins over the wildcard that it is an
 * exception of and names the suffix one label shorter.
 */
export function longestMatch<V>(rules: RuleSet<V>, tails: readonly string[]): { suffix: string; value: V } | null {
  const { plain, wildcard, exception } = rules;
  for (let at = 0; at < tails.length; at++) {
    const tail = tails[at] ?? '';
    const parent = tails[at + 1] ?? '';
    const excepted = exception.size === 0 ? undefined : exception.get(tail);
    if (excepted !== undefined) return { suffix: parent, value: excepted };
    const value = plain.get(tail);
    if (value !== undefined) return { suffix: tail, value };
    const wild = parent === '' || wildcard.size === 0 ? undefined : wildcard.get(parent);
    if (wild !== undefined) return { suffix: tail, value: wild };
  }
  return null;
}

/**
 * Returns a host and what is left of it without its first labels, the longest first. Whoever looks
 * a host up in several lists makes them once: what costs is the texts, and finding their place in a
 * list for the first time.
 */
export function tailsOf(host: string): string[] {
  const tails: string[] = [];
  for (let tail = host; tail !== ''; tail = parentOf(tail)) tails.push(tail);
  return tails;
}

/** The name without its first label; empty for a single label. */
export function parentOf(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}
