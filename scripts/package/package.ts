/**
 * `npm run package [-- --dirty]`: zips for the stores, and the sources for their reviewers. The
 * same commit gives the same bytes; docs/store/build-notes.md says how to compare them.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { build } from '../build/build.ts';
import { filesOf, treeOf } from './commit.ts';
import { entriesOf, fast, small, zipOf } from './pack-zip.ts';

const OUT = join(ROOT, 'out/package');
const DIRTY = '--dirty';

const unknown = process.argv.slice(2).filter((argument) => argument !== DIRTY);
if (unknown.length > 0) {
  console.error(`Unknown argument ${unknown.join(', ')}: expected ${DIRTY} or nothing.`);
  process.exit(2);
}
const tree = treeOf(ROOT);
if (tree.kind === 'dirty') {
  const asked = process.argv.includes(DIRTY);
  console.error(`The tree is not the commit; ${tree.changes.length} files differ:`);
  for (const change of tree.changes) console.error(`  ${change}`);
  if (!asked) {
    console.error(`Commit or remove them, or pass ${DIRTY} for packages to try out, which no store should get.`);
    process.exit(1);
  }
}

// Whatever the shell says: Vite would make a build for development of it.
process.env.NODE_ENV = 'production';
await build();
const { version } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
const zips = [
  ['chrome', await zipOf(entriesOf(join(ROOT, 'dist/chrome')), small)],
  ['firefox', await zipOf(entriesOf(join(ROOT, 'dist/firefox')), small)],
  ...(tree.kind === 'commit' ? [['sources', await zipOf(filesOf(ROOT, tree.id), fast)] as const] : []),
] as const;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const sums = zips.map(([name, bytes]) => {
  const file = `icp-filing-guide-${version}${tree.kind === 'dirty' ? '-dirty' : ''}-${name}.zip`;
  writeFileSync(join(OUT, file), bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  console.log(`${digest}  ${file}  ${(bytes.length / 1000).toFixed(0)} kB`);
  return `${digest}  ${file}\n`;
});
writeFileSync(join(OUT, 'SHA256SUMS'), sums.join(''));
console.log(
  {
    commit: () => `Made from commit ${tree.kind === 'commit' ? tree.id : ''}.`,
    dirty: () => 'Made from a tree that is no commit; the sources were left out.',
    'no-repository': () => 'Made outside a clone; the sources were left out.',
  }[tree.kind](),
);
console.log(`Saved below ${relative(ROOT, OUT)}`);
