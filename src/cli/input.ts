/**
 * What the command line is given: files and standard input, read as streams, with a word instead of
 * a stack where that fails.
 */
import { createReadStream, fstatSync } from 'node:fs';
import type { Result } from '../domain/common/result.ts';
import { textOf } from '../domain/portfolio/file-text.ts';

export type Given<T> = Result<{ readonly value: T }, { readonly wrong: string }>;

/** Bytes of the largest file of answers. */
export const MOST_ANSWERS = 1_000_000;
/** Bytes of the largest file with records. */
export const MOST_TEXT = 300_000_000;
/**
 * Bytes of the largest text that numbers are looked for in: of each character it is kept where it
 * stood. Pages have a few megabytes.
 */
export const MOST_PAGE = 30_000_000;

const KNOWN: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ELOOP: 'it is a link that leads to itself',
  ERR_ACCESS_DENIED: 'Node may not read it',
};

/**
 * How files begin that are no text. Read as one they would be thousands of lines of nothing, or
 * nothing at all.
 */
const NO_TEXT: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'it is a spreadsheet or a zip, and no text: save the sheet as CSV'],
  [[0x50, 0x4b, 0x05, 0x06], 'it is an empty zip, and no text'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is a file of an old spreadsheet, and no text: save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'it is a PDF, and no text'],
  [[0x1f, 0x8b, 0x08], 'it is packed: unpack it first'],
  [[0x89, 0x50, 0x4e, 0x47], 'it is a picture, and no text'],
  [[0xff, 0xd8, 0xff], 'it is a picture, and no text'],
];

/** Characters that are looked at for one that no text has. */
const BEGINNING = 8000;

/** Returns why bytes are no text, by how they begin; null where they may be. */
export function whyNoText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0 || bytes[1] === 0) return 'it is UTF-16 without its mark, or no text: save it as UTF-8';
  return NO_TEXT.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1] ?? null;
}

const REFUSALS = {
  cells: 'it has more cells than',
  values: 'it has more values than',
} as const;

/** Returns why a table or JSON is too large, in words. */
export function refusalInWords({ why, most }: { readonly why: keyof typeof REFUSALS; readonly most: number }): string {
  return `${REFUSALS[why]} ${most}`;
}

/**
 * Returns the text behind a stream, without its byte order mark; a reason where it cannot be read
 * or has more than `most` bytes. Pipes have no size that could be asked first, so the bytes are
 * counted as they come.
 */
export async function readText(stream: AsyncIterable<Uint8Array>, most: number): Promise<Given<string>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of stream) {
      size += part.length;
      if (size > most) return { ok: false, wrong: `it has more than ${most} bytes` };
      parts.push(part);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ok: false, wrong: reasonOf(error) };
  }
  return textIn(Buffer.concat(parts));
}

/** Returns the text of bytes, without its byte order mark; a reason where they are none. */
export function textIn(bytes: Uint8Array): Given<string> {
  const why = whyNoText(bytes);
  if (why !== null) return { ok: false, wrong: why };
  // A list is judged line by line, and a line with such a character is no domain; the rest would be
  // read as whatever its other bytes happen to say. Behind a mark of UTF-16 it is UTF-32, or none.
  const text = textOf(bytes);
  return text.slice(0, BEGINNING).includes('\0')
    ? { ok: false, wrong: 'it has bytes that no text has' }
    : { ok: true, value: text };
}

/**
 * Returns standard input. Of a folder Node would make an input that is empty: reading the folder
 * itself gives the reason.
 */
export function standardInput(): AsyncIterable<Uint8Array> {
  return inUtf8(fstatSync(0).isDirectory() ? createReadStream('', { fd: 0 }) : process.stdin);
}

/** Yields the bytes of a stream, in UTF-8 where its mark says that it is UTF-16. */
export async function* inUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array = new Uint8Array();
  let decoder: TextDecoder | null = null;
  let isBegun = false;
  for await (const part of stream) {
    let bytes = part;
    if (!isBegun) {
      bytes = start = Buffer.concat([start, part]);
      // The mark may come in two parts.
      if (start.length < 2) continue;
      isBegun = true;
      const encoding = UTF16[`${start[0]} ${start[1]}`];
      decoder = encoding === undefined ? null : new TextDecoder(encoding);
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  if (!isBegun && start.length > 0) yield start;
  const rest = decoder?.decode();
  if (rest) yield Buffer.from(rest);
}

const UTF16: Readonly<Record<string, string>> = { '255 254': 'utf-16le', '254 255': 'utf-16be' };

/** Returns why a file or a pipe cannot be read, in words. */
export function reasonOf(error: Error & { readonly code: string }): string {
  return KNOWN[error.code] ?? error.message;
}

/**
 * Returns the text of a file, or of a pipe that a path leads to, `-` for standard input; the reason
 * names the path.
 */
export async function readFileText(path: string, most: number): Promise<Given<string>> {
  const read = await readText(path === '-' ? standardInput() : createReadStream(path), most);
  return read.ok ? read : { ok: false, wrong: `${path}: ${read.wrong}` };
}

/** What is read is not what it should be, in words. */
export class InputRefused extends Error {}

/**
 * Whether an error is the system's, or Node's that was told to keep to some files, and not a bug.
 */
export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return 'syscall' in error || error.code === 'ERR_ACCESS_DENIED';
}
