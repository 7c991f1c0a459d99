/**
 * Where the rules file is kept that the person loaded: a database of the extension's own origin.
 * Content scripts, and so a renderer that was taken over, reach `storage.local` in Firefox and in
 * older Chromium, and this in no browser. Apart from the library that the portfolios have, as every
 * page reads it before it shows anything.
 */
import browser from 'webextension-polyfill';
import { inTime, PATIENCE_WRITING } from './in-time.ts';

const DATABASE = 'rules';
const STORE = 'loaded';
const KEY = 'file';
/** Milliseconds that it may take: every page waits for it before it shows anything. */
const PATIENCE = 3000;

/** What the worker says in memory, which no page but ours reaches: that no file is kept. */
const NONE = 'no-rules';

/**
 * Returns whether it is known that nothing is kept. Opening the database takes longer than all else
 * that a page waits for, and most people keep nothing.
 */
export async function isKnownEmpty(): Promise<boolean> {
  try {
    return (await inTime(browser.storage.session.get(NONE), PATIENCE))[NONE] === true;
  } catch {
    return false;
  }
}

/**
 * Says whether nothing is kept, as long as the browser runs: for the worker, which alone writes.
 * Returns whether that is said.
 */
export async function setKnownEmpty(isEmpty: boolean): Promise<boolean> {
  try {
    await inTime(
      isEmpty ? browser.storage.session.set({ [NONE]: true }) : browser.storage.session.remove(NONE),
      PATIENCE,
    );
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns what is kept, unchecked (undefined: nothing); null where the browser gives no database,
 * or not in time.
 */
export async function readRules(): Promise<{ readonly value: unknown } | null> {
  try {
    return {
      value: await inTime(
        run('readonly', (store) => store.get(KEY)),
        PATIENCE,
      ),
    };
  } catch {
    return null;
  }
}

/** Keeps a file in the place of the one before; null keeps none. Returns whether that is stored. */
export async function writeRules(file: unknown): Promise<boolean> {
  try {
    await inTime(
      run<unknown>('readwrite', (store) => (file === null ? store.delete(KEY) : store.put(file, KEY))),
      PATIENCE_WRITING,
    );
    return true;
  } catch {
    return false;
  }
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => { readonly result: T }): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
