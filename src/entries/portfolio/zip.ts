/** Parts of a zip, unpacked one by one and no further than they may go. */
import { Inflate } from 'fflate';
import { Refused } from '../../domain/portfolio/input-limits.ts';

/** A part as the zip's directory lists it, still packed. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

const UNREADABLE = new Refused({ why: 'unreadable' });
const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of the directory, without the comment behind it. */
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;
/** Bytes that are unpacked at a time: no step makes more than a thousand times as many. */
const STEP = 8192;

/** Returns the parts that a zip's directory lists. Throws {@link Refused} where it is none. */
export function partsIn(zip: Uint8Array): ZipPart[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    let end = zip.length - END_SIZE;
    while (view.getUint32(end, true) !== END) end--;
    const count = view.getUint16(end + 10, true);
    const parts: ZipPart[] = [];
    for (let index = 0, at = view.getUint32(end + 16, true); index < count; index++) {
      if (view.getUint32(at, true) !== LISTED) throw UNREADABLE;
      const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
      const local = view.getUint32(at + 42, true);
      if (view.getUint32(local, true) !== LOCAL) throw UNREADABLE;
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = zip.subarray(from, from + view.getUint32(at + 20, true));
      parts.push({ name, method: view.getUint16(at + 10, true), packed });
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return parts;
  } catch (error) {
    // An offset that leads out of the file.
    throw error instanceof RangeError ? UNREADABLE : error;
  }
}

/**
 * Returns a part unpacked. Throws {@link Refused} as soon as more bytes came out of it than there
 * is room for, whatever its directory says of its size, with the bound that the room is left of;
 * and where it cannot be unpacked.
 */
export function unpack({ method, packed }: ZipPart, room: number, most: number): Uint8Array<ArrayBuffer> {
  if (method !== STORED && method !== DEFLATED) throw UNREADABLE;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const take = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > room) throw new Refused({ why: 'unpacked', most });
    chunks.push(chunk);
  };
  if (method === STORED) take(packed);
  else inflate(packed, take);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function inflate(packed: Uint8Array, take: (chunk: Uint8Array) => void): void {
  const stream = new Inflate(take);
  try {
    for (let at = 0; at < packed.length; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    throw error instanceof Refused ? error : UNREADABLE;
  }
}
