/** Which facts changed since a release: for its notes, from the history of the data. */
import { type Fields, isRecord } from '../../src/domain/common/is-record.ts';

/** Paths below `src/data`, each with its text. */
export type DataFiles = ReadonlyMap<string, string>;

/** What an entry of a list is known by, the first that it has. */
const KEYS = ['id', 'suffix', 'says', 'name', 'year', 'phase'] as const;

/** Facts by kind (the folder or the file that holds them) and by what each is known by. */
type FactsByKind = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

function factsIn(files: DataFiles): FactsByKind {
  const kinds = new Map<string, Map<string, unknown>>();
  for (const [path, text] of files) {
    const [folder = '', file] = path.replace(/\.json$/, '').split('/');
    const kind = kinds.get(folder) ?? new Map<string, unknown>();
    kinds.set(folder, kind);
    const value: unknown = JSON.parse(text);
    const entries =
      file !== undefined
        ? [[file, value] as const]
        : Array.isArray(value)
          ? value.flatMap(namedEntries)
          : Object.entries(Object(value));
    for (const [name, entry] of entries) kind.set(name, entry);
  }
  return kinds;
}

/**
 * Returns an entry of a list with what it is known by. A platform is one for each suffix: which
 * line an owner's suffix stands in is no fact.
 */
function namedEntries(entry: unknown): (readonly [string, unknown])[] {
  const fields: Fields = Object(entry);
  const { suffixes, ...others } = fields;
  if (Array.isArray(suffixes)) return suffixes.map((suffix) => [`${suffix} (${fields.owner})`, others]);
  const key = KEYS.find((one) => fields[one] !== undefined);
  return [[String(key && fields[key]), entry]];
}

/**
 * Returns what differs between two states of a fact: a short value with what it was and what it is,
 * of anything longer the name.
 */
function differences(was: unknown, is: unknown): string {
  if (!isRecord(was) || !isRecord(is)) return '';
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => !isSame(was[name], is[name]))
    .map((name) => (isShort(was[name]) && isShort(is[name]) ? `${name} ${was[name]} → ${is[name]}` : name))
    .join(', ');
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isShort(value: unknown): boolean {
  return typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value.length <= 40);
}

/**
 * Returns the facts that are new, changed or gone between two states of the data, a line a kind
 * and change; what changed in the same way is in one line. Sources are told by what cites them.
 */
export function changedFacts(before: DataFiles, after: DataFiles): string[] {
  const [old, now] = [factsIn(before), factsIn(after)];
  const kinds = [...new Set([...old.keys(), ...now.keys()])].filter((kind) => kind !== 'sources' && kind !== 'stamp');
  return kinds.sort().flatMap((kind) => {
    const was = old.get(kind) ?? new Map<string, unknown>();
    const is = now.get(kind) ?? new Map<string, unknown>();
    const changed = new Map<string, string[]>();
    for (const key of is.keys()) {
      if (!was.has(key) || isSame(was.get(key), is.get(key))) continue;
      const what = differences(was.get(key), is.get(key));
      changed.set(what, [...(changed.get(what) ?? []), key]);
    }
    const lines: readonly (readonly [string, readonly string[]])[] = [
      ['new', [...is.keys()].filter((key) => !was.has(key))],
      ...[...changed].sort().map(([what, keys]) => [what === '' ? 'changed' : `changed (${what})`, keys] as const),
      ['gone', [...was.keys()].filter((key) => !is.has(key))],
    ];
    return lines.flatMap(([what, keys]) =>
      keys.length === 0 ? [] : [`- ${kind}, ${what}: ${[...keys].sort().join(', ')}`],
    );
  });
}
