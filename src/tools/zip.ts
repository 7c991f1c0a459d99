/** Zips whose bytes follow from names, contents and modes alone: no clock, no time zone, no umask, no order of a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

export interface ZipEntry {
  /** With forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** As git has it: 0o100644 or 0o100755. */
  readonly mode: number;
}

/** The oldest date that a zip can hold, in the machine's own time zone as the format has it. */
const DATE = new Date(1980, 0, 1, 12);
const UNIX = 3;

/** In: what to pack, in any order. Out: the zip. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const packed: Zippable = {};
  for (const { path, bytes, mode } of sorted)
    packed[path] = [bytes, { mtime: DATE, level: 9, os: UNIX, attrs: mode * 2 ** 16 }];
  return zipSync(packed);
}

/** In: a folder. Out: every file below it as an entry that nobody executes. */
export function entriesOf(folder: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      bytes: readFileSync(file),
      mode: 0o100644,
    }));
}
