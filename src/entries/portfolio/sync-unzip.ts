/**
 * What the reader of spreadsheets wants of `fflate` (the build gives it this instead). Its own
 * `unzip` unpacks every part whatever its size, and makes workers of text for large ones: our
 * policy forbids them, and Firefox says nothing to who waits.
 */
import type { Unzipped } from 'fflate';
import { sheetParts } from './sheets.ts';

export { strFromU8 } from 'fflate';

/**
 * Calls back with the parts of a spreadsheet that are read, or with the reason why it is refused.
 */
export function unzip(zip: Uint8Array, done: (error: unknown, parts: Unzipped) => void): void {
  let parts: Unzipped;
  try {
    parts = sheetParts(zip);
  } catch (error) {
    done(error, {});
    return;
  }
  done(null, parts);
}
