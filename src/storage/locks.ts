/** Web Locks of the extension: pages and the worker wait for each other. */

const ALL = 'all';

/** In: a key of storage, and a change of what lies there. Out: what that gives, once all earlier changes of the key are done. */
export function withKeyLock<T>(key: string, change: () => Promise<T>): Promise<T> {
  return navigator.locks.request(key, () => navigator.locks.request(ALL, { mode: 'shared' }, change));
}

/** In: a change of many keys. Out: what that gives; no other change, of whatever key, begins before its end. */
export function withExclusiveLock<T>(change: () => Promise<T>): Promise<T> {
  return navigator.locks.request(ALL, change);
}
