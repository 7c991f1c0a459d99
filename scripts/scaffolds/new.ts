/**
 * `npm run new -- KIND …`: a new fact with everything that it needs, to be filled in. Nothing is
 * written over.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from '../../src/cli/load-ruleset.ts';
import { run } from '../test/run-binary.ts';
import { KINDS, RULE_KINDS, scaffold } from './scaffold.ts';

const USAGE = [
  'Usage:',
  ...Object.entries(KINDS).map(([kind, { takes }]) => `  npm run new -- ${kind} ${takes}`),
  `where the KIND of a province’s rule is one of ${RULE_KINDS.join(', ')}.`,
].join('\n');

const asked = process.argv.slice(2);
const made = scaffold(asked, (path) => {
  const file = join(DATA, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
});
if (!made.ok) {
  console.error(asked.length === 0 ? USAGE : `${made.wrong}\n\`npm run new\` alone says what it takes.`);
  process.exitCode = 2;
} else {
  const file = join(DATA, made.path);
  writeFileSync(file, made.text);
  // Lists that have one entry a line are left as they are by the formatter too.
  run('biome', ['format', '--write', '--no-errors-on-unmatched', file], 'ignore');
  console.log(`Written to src/data/${made.path}. What belongs in each place that begins with TODO:`);
  for (const { at, what } of made.places) console.log(`  ${at}: ${what}`);
  console.log(
    'Lists may end up empty where nothing belongs in them. `npm run test:facts` says what is missing or wrong.',
  );
}
