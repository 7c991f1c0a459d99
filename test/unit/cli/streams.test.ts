import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readArgs } from '../../../src/cli/check.ts';
import { InputRefused, linesOf, readText } from '../../../src/cli/input.ts';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { planFile } from '../../../src/cli/print-plan.ts';
import { MOST } from '../../../src/domain/portfolio/input-limits.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const command = [join(ROOT, 'scripts/bootstrap.mjs'), 'check'];
const folder = mkdtempSync(join(tmpdir(), 'icp-streams-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Starts the command behind a pipe of the shell's: those that Node makes are sockets, which hold
 * more and wait.
 */
function start(...args: string[]): ChildProcess {
  return spawn('sh', ['-c', 'cat | "$0" "$@"', process.execPath, ...command, ...args], { stdio: 'pipe' });
}

async function ended(child: ChildProcess) {
  const [out, err, [status, signal]] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    once(child, 'close'),
  ]);
  return { out, err, status, signal };
}

function kindsIn(lines: string): string[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).kind);
}

test('--numbers reads more than a pipe holds, and waits for what comes late, wherever it is cut', async () => {
  const child = start('--numbers');
  const late = Buffer.from('<p>京ICP备12345678号');
  // The first megabyte is gone once the command has taken most of it: from here on it has nothing
  // to read and must wait.
  await new Promise((resolve) => child.stdin?.write(`${'<p>…</p>'.repeat(150_000)}`, resolve));
  for (const byte of late) await new Promise((resolve) => child.stdin?.write(Uint8Array.of(byte), resolve));
  child.stdin?.end();
  const { out, err, status } = await ended(child);
  expect({ err, status }).toEqual({ err: '', status: 0 });
  expect(kindsIn(out)).toEqual(['icp-filing']);
});

test('standard input that cannot be read is told in one line', () => {
  for (const args of [[], ['--numbers']]) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$@" < /', process.execPath, ...command, ...args], {
      encoding: 'utf8',
    });
    expect({ status, stdout }, stderr).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^standard input: [^\n]+\n$/);
  }
});

test('a disk that is full is told in one line', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$@" > /dev/full', process.execPath, ...command, 'example.com'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^standard output: [^\n]+\n$/);
});

test('a file that cannot be read is told in one line that names its option and the file', async () => {
  const none = join(folder, 'none');
  expect(await readArgs(['--answers', none], rules)).toEqual({
    ok: false,
    wrong: `--answers: ${none}: there is no such file`,
  });
  expect(await readArgs(['--answers', folder], rules)).toEqual({
    ok: false,
    wrong: `--answers: ${folder}: it is a folder`,
  });
  expect(await planFile(engine, none, {})).toEqual({ ok: false, wrong: `${none}: there is no such file` });
  const long = join(folder, 'long');
  writeFileSync(long, 'a,'.repeat(MOST.line));
  expect(await planFile(engine, long, {})).toEqual({
    ok: false,
    wrong: `${long}: one of its lines has more characters than ${MOST.line}`,
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, '--plan', folder], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `--plan: ${folder}: it is a folder\n` });
});

test('a plan is read from a pipe, too, and past a byte order mark', () => {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', 'printf "\\357\\273\\277example.com\\n" | "$0" "$@"', process.execPath, ...command, '--plan', '/dev/stdin'],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ rejected: [] });
  expect(stdout).toContain('"example.com"');
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s to the script ends the work with it, and the exit is a shell’s',
  async (signal) => {
    // Held open from here: nothing but the signal can end what reads from it.
    const path = join(folder, signal);
    execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
    const fifo = openSync(path, 'r+');
    try {
      const child = spawn(process.execPath, command, { stdio: [fifo, 'pipe', 'pipe'] });
      // The work answers, so it runs; then it waits for more.
      writeSync(fifo, 'example.com\n');
      await once(child.stdout as Readable, 'data');
      const done = ended(child);
      child.kill(signal);
      // The output is the work's, too: it closes when the work has ended, and not before.
      expect(await done).toMatchObject({ signal, status: null, err: '' });
    } finally {
      closeSync(fifo);
    }
  },
  20_000,
);

test('lines are the same however their bytes are cut', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', '例', '.', '🀄') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
      async (lines, end, sizes) => {
        const bytes = Buffer.from(`\ufeff${lines.map((one) => one + end).join('')}`);
        const parts: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += parts.at(-1)?.length ?? 0)
          parts.push(bytes.subarray(at, at + (sizes.next().value as number)));
        const found: string[] = [];
        for await (const one of linesOf(Readable.from(parts))) found.push(one);
        expect(found).toEqual(lines);
      },
    ),
  );
});

test('a line and a text without an end are refused while they come', async () => {
  let taken = 0;
  async function* endless() {
    for (;;) {
      taken++;
      yield new Uint8Array(10_000).fill(97);
    }
  }
  await expect(linesOf(endless()).next()).rejects.toThrow(InputRefused);
  expect(await readText(endless(), 100_000)).toMatchObject({ ok: false });
  expect(taken).toBeLessThan(30);
});
