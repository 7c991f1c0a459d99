/**
 * `npm run package`: zips for the stores, and the sources for their reviewers. The same commit gives the same bytes: entries
 * are sorted and bear one date, and the build has no clock in it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { build } from '../build/build.ts';
import { ROOT } from '../build/load.ts';

const OUT = join(ROOT, 'out/package');
/** The oldest date that a zip can hold, in the machine's own time zone as the format has it. */
const DATE = new Date(1980, 0, 1, 12);

/** In: a folder. Out: a zip of what is in it. */
function zipOf(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative(folder, join(folder, name)).split(sep).join('/'))
    .sort();
  const entries: Zippable = {};
  for (const name of files) entries[name] = [readFileSync(join(folder, name)), { mtime: DATE, level: 9 }];
  return zipSync(entries);
}

/** The sources of the commit, as reviewers need them. */
function sources(): Uint8Array {
  const { status, stdout, stderr } = spawnSync('git', ['archive', '--format=zip', 'HEAD'], {
    cwd: ROOT,
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`The sources could not be packed: ${stderr}`);
  return stdout;
}

await build();
mkdirSync(OUT, { recursive: true });
const { version } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
const zips = [
  ['chrome', zipOf(join(ROOT, 'dist/chrome'))],
  ['firefox', zipOf(join(ROOT, 'dist/firefox'))],
  ['sources', sources()],
] as const;
for (const [name, bytes] of zips) {
  const file = `icp-filing-guide-${version}-${name}.zip`;
  writeFileSync(join(OUT, file), bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  console.log(`${file.padEnd(44)} ${(bytes.length / 1000).toFixed(0).padStart(6)} kB  ${digest}`);
}
console.log(`Saved below ${relative(ROOT, OUT)}`);
