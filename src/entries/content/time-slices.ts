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
  let handle: number;
  let spent = 0;

  function plan(): void {
    handle = requestIdleCallback(slice, { timeout: 500 });
  }
  function slice(): void {
    const began = performance.now();
    do {
      if (work.next().done === true) {
        done(spent + performance.now() - began);
        return;
      }
    } while (performance.now() - began < SLICE);
    spent += performance.now() - began;
    plan();
  }
  plan();
  return () => cancelIdleCallback(handle);
}
