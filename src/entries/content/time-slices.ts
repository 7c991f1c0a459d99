/** Work in slices, so that a large page never waits for us. */

/** Longest time in milliseconds that a slice holds the main thread. */
const SLICE = 2;

/**
 * Does work, a generator that yields after each small step, when the page is idle, at the latest
 * after half a second. At its end `done` is told how many milliseconds the work took.
 *
 * @returns a function that stops it
 */
export function inSlices(work: Generator<void, void>, done: (spent: number) => void): () => void {
  let handle: number | undefined;
  let spent = 0;
  const cancel = typeof requestIdleCallback === 'function' ? cancelIdleCallback : clearTimeout;

  function plan(): void {
    handle =
      typeof requestIdleCallback === 'function'
        ? requestIdleCallback(slice, { timeout: 500 })
        : Number(setTimeout(slice, 16));
  }
  function slice(): void {
    const began = performance.now();
    do {
      if (work.next().done === true) {
        handle = undefined;
        done(spent + performance.now() - began);
        return;
      }
    } while (performance.now() - began < SLICE);
    spent += performance.now() - began;
    plan();
  }
  plan();
  return () => {
    if (handle !== undefined) cancel(handle);
  };
}
