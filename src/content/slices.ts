/** Work in slices, so that a large page never waits for us. */

/** Longest time in milliseconds that a slice holds the main thread. */
const SLICE = 6;

/**
 * In: work as a generator that yields after each small step, and what to do at its end. Out: a function that stops it.
 * Runs when the page is idle, at the latest after half a second.
 */
export function inSlices(work: Generator<void, void>, done: () => void): () => void {
  let handle: number | undefined;
  const cancel = typeof requestIdleCallback === 'function' ? cancelIdleCallback : clearTimeout;

  function plan(): void {
    handle =
      typeof requestIdleCallback === 'function'
        ? requestIdleCallback(slice, { timeout: 500 })
        : Number(setTimeout(slice, 16));
  }
  function slice(): void {
    const until = performance.now() + SLICE;
    do {
      if (work.next().done === true) {
        handle = undefined;
        done();
        return;
      }
    } while (performance.now() < until);
    plan();
  }
  plan();
  return () => {
    if (handle !== undefined) cancel(handle);
  };
}
