/**
 * Changes of answers on their way to storage. A popup is closed by a click beside it, and what it
 * had asked of the browser in the same moment is not done any more: each change is therefore
 * written down in the turn of the click, by the one storage that does so at once. It is crossed out
 * when it is stored; what is still there when a page of ours starts is made up for then.
 */
import { isRecord } from '../domain/common/is-record.ts';

const PREFIX = 'pending:';

export interface JournalEntry {
  readonly id: string;
  readonly change: unknown;
}

/**
 * Writes a change down, after those of the same key. Returns the name of its entry; null where
 * nothing can be written down, as in the worker.
 */
export function noteChange(key: string, change: unknown): string | null {
  const id = crypto.randomUUID();
  return putEntries(key, [...notedChanges(key), { id, change }]) ? id : null;
}

/** Returns the changes of a key that are not known to be stored, in their order. */
export function notedChanges(key: string): readonly JournalEntry[] {
  try {
    const kept: unknown = JSON.parse(journal()?.getItem(PREFIX + key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Crosses changes of a key out. */
export function crossOut(key: string, ids: readonly (string | null)[]): void {
  putEntries(
    key,
    notedChanges(key).filter(({ id }) => !ids.includes(id)),
  );
}

/** Returns the keys of which changes are noted. */
export function notedKeys(): string[] {
  const kept = journal();
  return Object.keys(kept ?? {})
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));
}

function putEntries(key: string, entries: readonly JournalEntry[]): boolean {
  const kept = journal();
  if (kept === null) return false;
  try {
    if (entries.length === 0) kept.removeItem(PREFIX + key);
    else kept.setItem(PREFIX + key, JSON.stringify(entries));
    return true;
  } catch {
    // It is full, or the browser keeps nothing.
    return false;
  }
}

/** Returns what is written at once; null where there is none, or the browser does not let us. */
function journal(): Storage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  return isRecord(value) && typeof value.id === 'string';
}
