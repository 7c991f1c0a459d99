/** The extension's storage. A failure that can be expected is a value. */
import browser from 'webextension-polyfill';
import { isRecord } from '../domain/common/is-record.ts';
import { inTime, PATIENCE_WRITING } from './in-time.ts';

/** Forgets everything that is stored. Returns whether that worked. */
export async function clearStorage(): Promise<boolean> {
  try {
    await inTime(browser.storage.local.clear(), PATIENCE_WRITING);
    return true;
  } catch {
    return false;
  }
}

/** Returns the stored value, unchecked; undefined if there is none or storage cannot be read. */
export async function readStored(key: string): Promise<unknown> {
  return (await tryReadStored(key))?.value;
}

/**
 * For whoever is about to write. Returns the stored value, unchecked; null where storage cannot be
 * read: what is in it is not known then, and must not be written over.
 */
export async function tryReadStored(key: string): Promise<{ readonly value: unknown } | null> {
  const found = await readFrom(key);
  return found && { value: found[key] };
}

/**
 * Keeps a copy of an unreadable value under a key of its own, never over an earlier copy. Returns
 * whether there is one now; otherwise nothing may be written over what was found.
 */
export async function quarantine(key: string, value: unknown): Promise<boolean> {
  for (let count = 1; ; count++) {
    const place = count === 1 ? `aside:${key}` : `aside:${key}:${count}`;
    const there = await tryReadStored(place);
    if (there === null) return false;
    if (there.value === undefined) return writeStored({ [place]: value });
    if (asText(there.value) === asText(value)) return true;
  }
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Firefox keeps what JSON cannot say; none of it was ever ours.
    return '';
  }
}

/**
 * Returns the stored values by key, unchecked; those that are not there are undefined. null where
 * storage cannot be read.
 */
export async function readManyStored<K extends string>(
  keys: readonly K[],
): Promise<Readonly<Record<K, unknown>> | null> {
  return (await readFrom([...keys])) as Record<K, unknown> | null;
}

/**
 * Asks for the values of some keys at once. Returns a reader that is as {@link tryReadStored}, and
 * has them; other values it reads when they are wanted.
 */
export function readAhead(keys: readonly string[]): typeof tryReadStored {
  const asked = readManyStored(keys);
  return async (key) => {
    if (!keys.includes(key)) return tryReadStored(key);
    const found = await asked;
    return found && { value: found[key] };
  };
}

/** Returns whether the value was stored; false when storage is full or broken. */
export async function writeStored(values: Readonly<Record<string, unknown>>): Promise<boolean> {
  try {
    await inTime(browser.storage.local.set({ ...values }), PATIENCE_WRITING);
    return true;
  } catch {
    return false;
  }
}

/** Returns everything that is stored, unchecked; null if storage cannot be read. */
export async function readAllStored(): Promise<Readonly<Record<string, unknown>> | null> {
  return readFrom(null);
}

/**
 * Returns what storage has under these keys (null: all of them); null where it does not say, or not
 * in time: nothing may be taken for what there is.
 */
async function readFrom(keys: string | string[] | null): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    const found: unknown = await inTime(browser.storage.local.get(keys));
    return isRecord(found) ? found : null;
  } catch {
    return null;
  }
}

/**
 * Calls back with the keys that any part of the extension changed in its storage. Returns what
 * stops that.
 */
export function onStorageChanged(run: (keys: readonly string[]) => void): () => void {
  return onChanged('local', run);
}

/**
 * Reads now, and whenever one of the keys changes: what was stored since the page first read it,
 * before anybody listened, is not missed. Returns a function that ends it.
 */
export function subscribe(isMeant: (key: string) => boolean, read: () => void): () => void {
  const stop = onStorageChanged((keys) => {
    if (keys.some(isMeant)) read();
  });
  read();
  return stop;
}

export function onChanged(wanted: 'local' | 'managed', run: (keys: readonly string[]) => void): () => void {
  function listen(changes: Readonly<Record<string, unknown>>, area: string): void {
    if (area === wanted) run(Object.keys(changes));
  }
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}

/** Returns whether the value is gone. */
export async function removeStored(key: string): Promise<boolean> {
  try {
    await inTime(browser.storage.local.remove(key), PATIENCE_WRITING);
    return true;
  } catch {
    return false;
  }
}
