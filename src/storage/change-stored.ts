/**
 * Changing what is stored: read, made and stored by itself, so that what another window stored
 * meanwhile is not lost.
 */
import { quarantine, removeStored, tryReadStored, writeStored } from '../browser-api/storage.ts';
import { withKeyLock } from './locks.ts';

/**
 * Changes what is stored under a key (undefined: nothing is to be left). Across all pages of the
 * extension and the worker one change waits for another. Returns false where it could not be
 * stored; a value is overwritten only where it was read, and either made sense or was set aside.
 */
export function changeStored(
  key: string,
  isSound: (value: unknown) => boolean,
  change: (value: unknown) => unknown,
): Promise<boolean> {
  return withKeyLock(key, () => changeWithinLock(key, isSound, change));
}

/** Does the same for whoever holds the lock of the key. */
export async function changeWithinLock(
  key: string,
  isSound: (value: unknown) => boolean,
  change: (value: unknown) => unknown,
): Promise<boolean> {
  const found = await tryReadStored(key);
  if (found === null || !(isSound(found.value) || (await quarantine(key, found.value)))) return false;
  const after = change(found.value);
  return after === undefined ? removeStored(key) : writeStored({ [key]: after });
}
