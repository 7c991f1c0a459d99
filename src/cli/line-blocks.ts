/** Lines from a stream, however it is cut and however long they are; one block is held. */
import { InputRefused, whyNoText } from './input.ts';

/** Characters of the longest line that is read. */
export const MOST_LINE = 100_000;

/** Bytes of a block: some hundred hosts, whose lines of output are a megabyte or two. */
const BLOCK = 8192;
/** Bytes that are more characters than that, whatever they are: one has four at most. */
const MOST_BYTES = 4 * (MOST_LINE + 1);

const LF = 10;
const CR = 13;
const END = Uint8Array.of(LF);

/**
 * Yields the bytes of a stream in blocks that end with a line, each as soon as it is there. Of a
 * line that is too long only its beginning is yielded, as a line that is still too long.
 */
export async function* blocksOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  const dropper = createDropper();
  for await (const part of stream) {
    const kept = dropper.keptOf(part);
    let bytes = rest.length === 0 ? kept : Buffer.concat([rest, kept]);
    for (;;) {
      const end = endOfBlock(bytes);
      if (end === 0) break;
      yield bytes.subarray(0, end);
      bytes = bytes.subarray(end);
    }
    rest = bytes;
    if (rest.length > MOST_BYTES) {
      yield Buffer.concat([rest.subarray(0, MOST_BYTES), END]);
      dropper.drop(rest.at(-1) === CR);
      rest = new Uint8Array();
    }
  }
  if (rest.length > 0) yield rest;
}

/** Leaves out what is left of a line. */
function createDropper() {
  /** Whether the line goes on, or only the second half of its end may come. */
  let state: 'keeps' | 'drops' | 'drops-line-feed' = 'keeps';
  return {
    /** From here on; `isEnded` where it ends with what may be the first half of a longer end. */
    drop(isEnded: boolean): void {
      state = isEnded ? 'drops-line-feed' : 'drops';
    },
    keptOf(part: Uint8Array): Uint8Array {
      let bytes = part;
      if (state === 'drops') {
        const [at] = [bytes.indexOf(LF), bytes.indexOf(CR)].filter((one) => one !== -1).sort((a, b) => a - b);
        if (at === undefined) return new Uint8Array();
        state = bytes[at] === CR ? 'drops-line-feed' : 'keeps';
        bytes = bytes.subarray(at + 1);
      }
      if (state === 'drops-line-feed' && bytes.length > 0) {
        state = 'keeps';
        if (bytes[0] === LF) bytes = bytes.subarray(1);
      }
      return bytes;
    },
  };
}

/** Returns where a block of whole lines ends; 0 where there is no whole line yet. */
function endOfBlock(bytes: Uint8Array): number {
  const near = bytes.length > BLOCK ? bytes.indexOf(LF, BLOCK) : -1;
  if (near !== -1) return near + 1;
  const last = bytes.lastIndexOf(LF);
  if (last !== -1) return last + 1;
  // Lines that end with a carriage return alone; the last byte may be the first half of a longer
  // end.
  return bytes.subarray(0, -1).lastIndexOf(CR) + 1;
}

/**
 * Yields the blocks of a stream. Throws {@link InputRefused} where it does not begin as text does.
 */
export async function* textBlocksOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const block of blocksOf(stream)) {
    const wrong = isFirst ? whyNoText(block) : null;
    if (wrong !== null) throw new InputRefused(wrong);
    isFirst = false;
    yield block;
  }
}

/** What a decoder puts in place of bytes that are no character. */
export const NOT_TEXT = '\ufffd';

/** Returns the lines of a block, without their ends. */
export function linesIn(block: Uint8Array): string[] {
  const lines = new TextDecoder().decode(block).split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * Yields the lines of a stream in UTF-8 as they come, without their ends; `onTooLong` hears the
 * number of each that is too long. Throws {@link InputRefused} where it does not begin as text
 * does.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  onTooLong: (number: number) => void,
): AsyncGenerator<string> {
  let count = 0;
  for await (const block of textBlocksOf(stream))
    for (const line of linesIn(block)) {
      count++;
      if (line.length > MOST_LINE) onTooLong(count);
      else yield line;
    }
}
