import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesOf, treeOf } from '../../../../scripts/package/commit.ts';
import { entriesOf, fast, small, zipOf } from '../../../../scripts/package/pack-zip.ts';

let root: string;

function git(...args: string[]): void {
  const done = spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: root });
  expect(done.status, `git ${args.join(' ')}: ${done.stderr}`).toBe(0);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'package-'));
  mkdirSync(join(root, 'public/deep'), { recursive: true });
  writeFileSync(join(root, '.gitignore'), '*.tmp\n');
  writeFileSync(join(root, 'public/b.txt'), 'two\nlines\n');
  writeFileSync(join(root, 'public/deep/例.bin'), Buffer.from([0, 255, 10, 13, 10]));
  writeFileSync(join(root, 'empty'), '');
  writeFileSync(join(root, 'run'), '#!/bin/sh\n');
  chmodSync(join(root, 'run'), 0o755);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'All');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a package says what it was made from', () => {
  test('a commit and nothing else', () => {
    writeFileSync(join(root, 'notes.tmp'), 'ignored, and not shipped');
    expect(treeOf(root)).toEqual({ kind: 'commit', id: expect.stringMatching(/^[0-9a-f]{40}$/) });
  });

  test.each([
    ['a changed file', 'public/b.txt', ' M public/b.txt'],
    ['a new file', 'public/new.txt', '?? public/new.txt'],
    ['an ignored file where the build would copy it', 'public/left.tmp', '!! public/left.tmp'],
  ])('%s makes it no commit', (_, path, change) => {
    writeFileSync(join(root, path), 'other');
    git('config', 'status.showUntrackedFiles', 'no');
    expect(treeOf(root)).toEqual({ kind: 'dirty', changes: [change] });
  });

  test('line ends that git converted make it no commit, though git sees no change', () => {
    git('config', 'core.autocrlf', 'true');
    rmSync(join(root, 'public/b.txt'));
    git('checkout', '--', 'public/b.txt');
    expect(readFileSync(join(root, 'public/b.txt'), 'utf8')).toBe('two\r\nlines\r\n');
    expect(treeOf(root)).toEqual({ kind: 'dirty', changes: [' M public/b.txt'] });
  });

  test('a folder inside some other clone is no clone', () => {
    expect(treeOf(join(root, 'public')).kind).toBe('no-repository');
  });
});

describe('the same content gives the same bytes', () => {
  test('of the sources, whatever git is told to do with line ends and modes', async () => {
    const before = await zipOf(filesOf(root, 'HEAD'), fast);
    git('config', 'core.autocrlf', 'true');
    git('config', 'tar.umask', '0077');
    git('config', 'core.fileMode', 'false');
    chmodSync(join(root, 'public/b.txt'), 0o600);
    expect(await zipOf(filesOf(root, 'HEAD'), fast)).toEqual(before);
  });

  test('of a folder, whatever its dates, modes and place', async () => {
    const before = await zipOf(entriesOf(join(root, 'public')), small);
    cpSync(join(root, 'public'), join(root, 'other'), { recursive: true });
    utimesSync(join(root, 'other/b.txt'), 1e9, 1e9);
    chmodSync(join(root, 'other/b.txt'), 0o600);
    expect(await zipOf(entriesOf(join(root, 'other')), small)).toEqual(before);
    expect(await zipOf(entriesOf(join(root, 'other')).reverse(), small)).toEqual(before);
  });

  test.each([
    ['fast', fast],
    ['small', small],
  ])('and nothing is lost on the way: %s', async (_, deflate) => {
    // Long enough to be packed, and to be packed in more than one block.
    writeFileSync(join(root, 'long'), Array.from({ length: 40_000 }, (_, at) => `${at * at}\n`).join(''));
    git('add', '.');
    git('commit', '-qm', 'Long');
    const zip = await zipOf(filesOf(root, 'HEAD'), deflate);
    const files = unzipSync(zip);
    expect(zip.length).toBeLessThan((files.long?.length ?? 0) / 1.5);
    expect(spawnSync('git', ['hash-object', '--stdin'], { input: files.long }).stdout.toString()).toBe(
      spawnSync('git', ['rev-parse', 'HEAD:long'], { cwd: root }).stdout.toString(),
    );
    expect(Object.keys(files)).toEqual(['.gitignore', 'empty', 'long', 'public/b.txt', 'public/deep/例.bin', 'run']);
    expect(Buffer.from(files['public/b.txt'] ?? []).toString()).toBe('two\nlines\n');
    expect([...(files['public/deep/例.bin'] ?? [])]).toEqual([0, 255, 10, 13, 10]);
    expect(files.empty).toHaveLength(0);
  });
});
