/**
 * What the reader of spreadsheets wants of `fflate` (the build gives it this instead). Its own `unzip` makes workers of text for
 * large parts; our policy forbids them, and Firefox says nothing to who waits. The reader runs in a worker anyway.
 */
import { type UnzipCallback, type Unzipped, unzipSync } from 'fflate';

export { strFromU8 } from 'fflate';

/** In: a zip. Calls back with its parts, or with the error. */
export function unzip(zip: Uint8Array, done: UnzipCallback): void {
  let parts: Unzipped;
  try {
    parts = unzipSync(zip);
  } catch (error) {
    done(error as Parameters<UnzipCallback>[0], {});
    return;
  }
  done(null, parts);
}
