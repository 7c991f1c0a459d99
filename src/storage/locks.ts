/** Web Locks of the extension: pages and the worker wait for each other. */

const ALL = 'all';

/**
 * Runs a change of what lies under a key of storage, once all earlier changes of the key are done.
 * Returns what it gives.
 */
export function withKeyLock<T>(key: string, change: () => Promise<T>): Promise<T> {
  return navigator.locks.request(key, () => navigator.locks.request(ALL, { mode: 'shared' }, change));
}

/**
 * Runs a change of many keys; no other change, of whatever key, begins before its end. Returns what
 * it gives.
 */
export function withExclusiveLock<T>(change: () => Promise<T>): Promise<T> {
  return navigator.locks.request(ALL, change);
}
