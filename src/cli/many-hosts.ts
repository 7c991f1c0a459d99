/**
 * Hosts from standard input, however many: they are cut into blocks of whole lines, which several
 * threads judge side by side where the command is one file that can start itself. What is printed
 * comes in the order of the input, and no more of it is held than a few blocks.
 */
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { ByteSink } from './byte-sink.ts';
import type { FailOn, HostLines } from './host-lines.ts';
import { linesIn, MOST_LINE, NOT_TEXT, textBlocksOf } from './line-blocks.ts';

/** Input that is judged before threads are started: they take longer to start than this takes. */
const ALONE = 128 * 1024;
/** Blocks that each thread has to do or has done before their turn to be printed. */
const AHEAD = 2;

export interface Judged {
  /** The lines of output, encoded. */
  readonly output: Uint8Array<ArrayBuffer>;
  /** How many lines of input there were. */
  readonly lines: number;
  readonly found: readonly FailOn[];
  /** How many lines are not UTF-8. */
  readonly notText: number;
  /** Which lines are too long to be read, from 1 within the block. */
  readonly tooLong: readonly number[];
}

/**
 * Returns what a block of input comes to; what is printed of it lies in `memory`, if that has room.
 */
export function judgeBlock(block: Uint8Array, printer: HostLines, memory?: ArrayBuffer): Judged {
  const sink = new ByteSink(memory);
  const lines = linesIn(block);
  const before = new Set(printer.found);
  const tooLong: number[] = [];
  let notText = 0;
  for (const [at, line] of lines.entries()) {
    if (line.length > MOST_LINE) tooLong.push(at + 1);
    else {
      printer.write(sink, line);
      if (line.includes(NOT_TEXT)) notText++;
    }
  }
  const found = [...printer.found].filter((one) => !before.has(one));
  // What is not read could be anything.
  if (tooLong.length > 0) found.push('unknown');
  return { output: sink.take(), lines: lines.length, found, notText, tooLong };
}

/** What a thread is sent. */
export interface Job {
  readonly block: Uint8Array<ArrayBuffer>;
  /** For the lines of output. */
  readonly memory: ArrayBuffer | undefined;
}

/** What judges blocks. Whoever made it ends it. */
export interface Judges {
  readonly count: number;
  judge(block: Uint8Array): Promise<Judged>;
  /**
   * Takes the memory of lines back that were printed, for those of another block. Megabytes that
   * are left to be collected pile up: the thread that only reads and writes hardly ever collects.
   */
  reuse(output: Uint8Array<ArrayBuffer>): void;
  end(): Promise<void>;
}

/**
 * Returns threads that judge blocks, each the next one that is free to be done; null where none can
 * be started, as in a folder that is gone or where Node may not have threads.
 */
export function createJudges(start: () => Worker, most: number): Judges | null {
  const all: Worker[] = [];
  try {
    while (all.length < most) all.push(start());
  } catch {
    // They only make it quicker: it is done with those that there are.
  }
  if (all.length === 0) return null;
  const free = [...all];
  const waiting: ((worker: Worker) => void)[] = [];
  const memories: ArrayBuffer[] = [];
  const giveBack = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) free.push(worker);
    else next(worker);
  };
  return {
    count: all.length,
    async judge(block) {
      const worker = free.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
      const job: Job = { block: Uint8Array.from(block), memory: memories.pop() };
      worker.postMessage(job, [job.block.buffer, ...(job.memory === undefined ? [] : [job.memory])]);
      // A thread that fails makes an error of it, which ends the command with a stack: that is a
      // bug.
      const [judged] = (await once(worker, 'message')) as [Judged];
      giveBack(worker);
      return judged;
    },
    reuse: ({ buffer }) => void memories.push(buffer),
    async end() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

export interface Course {
  /** Judges here, until there are threads. */
  readonly printer: HostLines;
  /** Starts threads; null where the command runs from its sources, or has one core. */
  readonly startJudges: (() => Judges | null) | null;
  /** Ends when the bytes are not needed any more. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Called with the number of lines that were read so far. */
  readonly onProgress: (lines: number) => void;
  /** Called with the number of a line that is too long and has no line of output. */
  readonly onTooLong: (line: number) => void;
}

/**
 * Prints the lines of all hosts of a stream. Returns what was found for `--fail-on`, and how
 * many lines are not UTF-8. Throws {@link InputRefused}, and what the stream throws.
 */
export async function printHosts(
  stream: AsyncIterable<Uint8Array>,
  { printer, startJudges, write, onProgress, onTooLong }: Course,
): Promise<{ readonly found: ReadonlySet<FailOn>; readonly notText: number }> {
  const found = new Set<FailOn>();
  let notText = 0;
  let lines = 0;
  let read = 0;
  let judges: Judges | null = null;
  let start = startJudges;
  /**
   * Blocks that are not printed yet, in order; each is printed as soon as it is judged and those
   * before it are printed.
   */
  const ahead: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();

  async function printNext(before: Promise<void>, judging: Promise<Judged>): Promise<void> {
    const judged = await judging;
    await before;
    await write(judged.output);
    judges?.reuse(judged.output);
    for (const one of judged.found) found.add(one);
    notText += judged.notText;
    for (const line of judged.tooLong) onTooLong(lines + line);
    lines += judged.lines;
    onProgress(lines);
  }

  try {
    for await (const block of textBlocksOf(stream)) {
      read += block.length;
      if (start !== null && read > ALONE) {
        judges = start();
        start = null;
      }
      last = printNext(last, judges === null ? Promise.resolve(judgeBlock(block, printer)) : judges.judge(block));
      // It is waited for below; until then nobody hears of it.
      last.catch(() => undefined);
      ahead.push(last);
      while (ahead.length > (judges === null ? 0 : judges.count * AHEAD)) await ahead.shift();
    }
    await last;
  } finally {
    await judges?.end();
  }
  return { found, notText };
}
