/**
 * What the browser is asked for and may never answer: a database that is broken or that another tab
 * holds, storage on a disk that hangs, policies that are still on their way. A page that waits for
 * it shows nothing, and says nothing.
 */

/** Milliseconds that an answer may take. */
export const PATIENCE = 5000;
/** As much for a write, which somebody waits for who would otherwise be told that it failed. */
export const PATIENCE_WRITING = 30_000;

/** Resolves or rejects as what is asked does, and rejects where it does not in time. */
export function inTime<T>(asked: Promise<T>, patience = PATIENCE): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${patience} ms`)), patience);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
