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
/** Bytes of the largest text that numbers are looked for in. */
export const MOST_TEXT = 300_000_000;
/** Characters of the longest line that can hold a host. */
export const MOST_LINE = 100_000;

const KNOWN: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
};

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
    return { ok: false, wrong: KNOWN[error.code] ?? error.message };
  }
  return { ok: true, value: textOf(Buffer.concat(parts)) };
}

/**
 * Returns standard input. Of a folder Node would make an input that is empty: reading the folder
 * itself gives the reason.
 */
export function standardInput(): AsyncIterable<Uint8Array> {
  return fstatSync(0).isDirectory() ? createReadStream('', { fd: 0 }) : process.stdin;
}

/** Returns the text of a file, or of a pipe that a path leads to; the reason names the path. */
export async function readFileText(path: string, most: number): Promise<Given<string>> {
  const read = await readText(createReadStream(path), most);
  return read.ok ? read : { ok: false, wrong: `${path}: ${read.wrong}` };
}

/**
 * Yields the lines of a stream in UTF-8 as they come, without their ends. Throws {@link
 * InputRefused}, and what the stream throws.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let count = 0;
  for await (const part of stream) {
    const lines = (rest + decoder.decode(part, { stream: true })).split(/\r\n|\r(?!$)|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) yield checked(line, ++count);
    checked(rest, count + 1);
  }
  rest += decoder.decode();
  if (rest !== '') yield checked(rest.replace(/\r$/, ''), count + 1);
}

export class InputRefused extends Error {}

function checked(line: string, number: number): string {
  if (line.length > MOST_LINE) throw new InputRefused(`line ${number} has more than ${MOST_LINE} characters`);
  return line;
}

/** Whether an error is the system's and not a bug. */
export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
