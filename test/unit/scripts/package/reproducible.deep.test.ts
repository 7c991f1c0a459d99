/** Packs real clones: what a reviewer makes of the sources is what was sent to the store. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';

/** What lies beside the sources and is no part of them. */
const BESIDE = ['.git', 'node_modules', 'dist', 'out'];

let folder: string;
let origin: string;

function git(cwd: string, ...args: string[]): void {
  const author = ['-c', 'user.name=T', '-c', 'user.email=t@example.com'];
  const { status, stderr } = spawnSync('git', [...author, ...args], { cwd, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

/** Returns a clone that has the packages of this one. `settings` are git's. */
function clone(name: string, ...settings: string[]): string {
  git(folder, 'clone', '-q', ...settings.flatMap((setting) => ['-c', setting]), origin, join(folder, name));
  // What is ignored is the folder; here it is a link.
  writeFileSync(join(folder, name, '.git/info/exclude'), 'node_modules\n');
  return withPackages(join(folder, name));
}

function withPackages(into: string): string {
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'), 'junction');
  return into;
}

/** Returns the digest of each zip that is made in a folder with the sources. */
function pack(cwd: string, env: NodeJS.ProcessEnv = {}): Record<string, string> {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'package'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  expect(status, stderr).toBe(0);
  const sums = readFileSync(join(cwd, 'out/package/SHA256SUMS'), 'utf8').matchAll(
    /^([0-9a-f]{64}) {2}.*-(\w+)\.zip$/gm,
  );
  return Object.fromEntries([...sums].map(([, digest = '', name = '']) => [name, digest]));
}

/** Returns the digest and the files of the package that npm makes in a folder, as it tells them. */
function npmPack(cwd: string, env: NodeJS.ProcessEnv = {}): { integrity: string; files: string[] } {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--json', '--dry-run'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  expect(status, stderr).toBe(0);
  const [{ integrity, files }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  return { integrity, files: files.map(({ path }: { readonly path: string }) => path) };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-package-'));
  origin = join(folder, 'origin');
  cpSync(ROOT, origin, { recursive: true, filter: (path) => !BESIDE.includes(relative(ROOT, path)) });
  git(origin, 'init', '-q');
  git(origin, '-c', 'core.autocrlf=false', 'add', '-A', '-f');
  git(origin, 'commit', '-q', '-m', 'As it is');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('two clones in different places give the same bytes, and so do the sources unpacked from one of them', () => {
  const one = clone('one', 'core.autocrlf=false');
  const digests = pack(one);
  expect(Object.keys(digests).sort()).toEqual(['chrome', 'firefox', 'sources']);

  const two = clone('another place/深/two', 'core.autocrlf=false', 'core.fileMode=false', 'tar.umask=0077');
  const otherwise = { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', NODE_ENV: 'development' };
  expect(pack(two, otherwise)).toEqual(digests);

  // Nobody has built the command line there.
  const command = npmPack(one);
  expect(command.files).toEqual(expect.arrayContaining(['dist/cli/icp-check.mjs', 'dist/cli/licences.txt']));
  expect(npmPack(two, otherwise)).toEqual(command);

  const { version } = JSON.parse(readFileSync(join(one, 'manifest.json'), 'utf8'));
  const sources = unzipSync(readFileSync(join(one, `out/package/icp-filing-guide-${version}-sources.zip`)));
  const unpacked = join(folder, 'unpacked');
  for (const [path, bytes] of Object.entries(sources)) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  const { chrome, firefox } = digests;
  expect(pack(withPackages(unpacked))).toEqual({ chrome, firefox });
});
