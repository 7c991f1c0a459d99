/**
 * Zips whose bytes follow from names, contents and modes alone: no clock, no time zone, no umask,
 * no order of a folder.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { deflateAsync } from '@gfx/zopfli';
import { deflateSync, Zip, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  /** With forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** As git has it: 0o100644 or 0o100755. */
  readonly mode: number;
}

/**
 * Returns the bytes as a DEFLATE stream, made by code and not by the machine's own library:
 * machines differ.
 */
type Deflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The oldest date that a zip can hold, in the machine's own time zone as the format has it. */
const DATE = new Date(1980, 0, 1, 12);
const UNIX = 3;
const STORED = 0;
const DEFLATED = 8;

/** For what nobody downloads often. */
export const fast: Deflate = (bytes) => deflateSync(bytes, { level: 9 });

/**
 * For what is shipped: a twelfth smaller, and some seconds slower. It may begin a block with codes
 * of its own wherever that pays: files of facts have more kinds of contents than the 15 blocks that
 * it makes by default. What both browsers' packages have is packed once.
 */
export const small: Deflate = (bytes) => {
  const key = createHash('sha256').update(bytes).digest('hex');
  const packed = packedBefore.get(key) ?? deflateAsync(bytes, { numiterations: 5, blocksplittingmax: 0 });
  packedBefore.set(key, packed);
  return packed;
};
const packedBefore = new Map<string, Promise<Uint8Array>>();

/** Returns the zip; the order of the entries does not matter. */
export async function zipOf(entries: readonly ZipEntry[], deflate: Deflate): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const { path, bytes, mode } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const packed = bytes.length === 0 ? bytes : await deflate(bytes);
    const file = new Packed(path, packed.length < bytes.length ? packed : null);
    zip.add(Object.assign(file, { mtime: DATE, os: UNIX, attrs: mode * 2 ** 16 }));
    file.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

/** An entry whose DEFLATE stream is there already; stored where that is null. */
class Packed extends ZipPassThrough {
  constructor(
    path: string,
    readonly packed: Uint8Array | null,
  ) {
    super(path);
    this.compression = packed ? DEFLATED : STORED;
  }

  override process(bytes: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, this.packed ? new Uint8Array(this.packed) : bytes, final);
  }
}

/** Returns every file below a folder as an entry without execute permission. */
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
