/** What git says of the tree that a package is made from. */
import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ZipEntry } from './pack-zip.ts';

export type Tree =
  | { readonly kind: 'commit'; readonly id: string }
  /**
   * `changes` has a line for each file that differs from the commit, as `git status --short` writes
   * it.
   */
  | { readonly kind: 'dirty'; readonly changes: readonly string[] }
  /** Such as the unpacked sources of a release. */
  | { readonly kind: 'no-repository' };

/** What Vite copies or reads: here even files that git ignores would get into the package. */
const SHIPPED = ['public', 'src'];

/** Returns whether the project's folder is a commit and nothing else. */
export function treeOf(root: string): Tree {
  const top = git(root, ['rev-parse', '--show-toplevel']);
  if (top === null || realpathSync(top.toString().trim()) !== realpathSync(root)) return { kind: 'no-repository' };
  const status = ['status', '--porcelain', '--untracked-files=all'];
  const changes = [git(root, status), git(root, [...status, '--ignored=traditional', '--', ...SHIPPED])].flatMap(
    (listed) => (listed?.toString() ?? '').split('\n').filter(Boolean),
  );
  if (changes.length > 0) return { kind: 'dirty', changes: [...new Set(changes)] };
  const id = must(git(root, ['rev-parse', 'HEAD']))
    .toString()
    .trim();
  // Line ends that git converts while checking out are no change to git; the build would have other
  // bytes.
  const converted = filesOf(root, id).filter(({ path, bytes }) => !readFileSync(join(root, path)).equals(bytes));
  if (converted.length > 0) return { kind: 'dirty', changes: converted.map(({ path }) => ` M ${path}`) };
  return { kind: 'commit', id };
}

/**
 * Returns a commit's files, read from git's own objects: what `git archive` writes depends on the
 * configuration and on the umask. Throws where git does not know them.
 */
export function filesOf(root: string, commit: string): ZipEntry[] {
  const listed = must(git(root, ['ls-tree', '-r', '-z', '--full-tree', commit]))
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [about = '', path = ''] = line.split('\t');
      const [mode = '', , id = ''] = about.split(' ');
      return { path, mode: Number.parseInt(mode, 8), id };
    });
  const answer = must(git(root, ['cat-file', '--batch'], listed.map(({ id }) => `${id}\n`).join('')));
  let at = 0;
  return listed.map(({ path, mode }) => {
    // "ID blob SIZE", a line break, the bytes, a line break.
    const start = answer.indexOf('\n', at) + 1;
    const size = Number(answer.toString('latin1', at, start).trim().split(' ')[2]);
    at = start + size + 1;
    return { path, mode, bytes: answer.subarray(start, start + size) };
  });
}

function git(root: string, args: readonly string[], input = ''): Buffer | null {
  const { status, stdout } = spawnSync('git', args, { cwd: root, input, maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : null;
}

function must(answer: Buffer | null): Buffer {
  if (answer === null) throw new Error('git did not answer.');
  return answer;
}
