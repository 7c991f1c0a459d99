/** Which facts changed since a release: for its notes, from the history of the data. */

/** Paths below `src/data`, each with its text. */
export type DataFiles = ReadonlyMap<string, string>;

/** What an entry of a list is known by, the first that it has. */
const KEYS = ['id', 'suffix', 'says', 'name', 'year', 'phase', 'owner'] as const;

function entriesIn(files: DataFiles): Map<string, Map<string, string>> {
  const kinds = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const [folder = '', file] = path.replace(/\.json$/, '').split('/');
    const kind = kinds.get(folder) ?? new Map<string, string>();
    kinds.set(folder, kind);
    const value: unknown = JSON.parse(text);
    if (file !== undefined) kind.set(file, JSON.stringify(value));
    else if (Array.isArray(value)) for (const one of value) kind.set(keyOf(one), JSON.stringify(one));
    else for (const [name, one] of Object.entries(Object(value))) kind.set(name, JSON.stringify(one));
  }
  return kinds;
}

function keyOf(entry: unknown): string {
  const fields: Readonly<Record<string, unknown>> = Object(entry);
  const key = KEYS.find((one) => fields[one] !== undefined);
  const parts = key === 'owner' ? [fields.owner, fields.use, fields.at] : [key && fields[key]];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/**
 * Returns the facts that are new, changed or gone between two states of the data, a line a kind
 * and change; sources are told by what cites them.
 */
export function changedFacts(before: DataFiles, after: DataFiles): string[] {
  const [old, now] = [entriesIn(before), entriesIn(after)];
  const kinds = [...new Set([...old.keys(), ...now.keys()])].filter((kind) => kind !== 'sources' && kind !== 'stamp');
  return kinds.sort().flatMap((kind) => {
    const was = old.get(kind) ?? new Map<string, string>();
    const is = now.get(kind) ?? new Map<string, string>();
    const changes: readonly (readonly [string, readonly string[]])[] = [
      ['new', [...is.keys()].filter((key) => !was.has(key))],
      ['changed', [...is].filter(([key, text]) => was.has(key) && was.get(key) !== text).map(([key]) => key)],
      ['gone', [...was.keys()].filter((key) => !is.has(key))],
    ];
    return changes.flatMap(([what, keys]) =>
      keys.length === 0 ? [] : [`- ${kind}, ${what}: ${[...keys].sort().join(', ')}`],
    );
  });
}
