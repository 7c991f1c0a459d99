/**
 * `npm run build [-- chrome|firefox|cli …]`: the extension for each browser family and the command
 * line, below `dist/`.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { buildCli } from './build-cli.ts';
import { minifyAgain } from './minify-again.ts';
import { trimWords } from './shipped-messages.ts';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Builds `dist/<target>` for each target. Throws with every issue where the facts are unsound. */
export async function build(targets: readonly Target[] = TARGETS): Promise<void> {
  for (const target of targets) {
    await viteBuild({ root: ROOT, mode: target, logLevel: 'warn' });
    const folder = join(ROOT, 'dist', target);
    trimWords(folder);
    await minifyAgain(folder);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const all = [...TARGETS, 'cli'];
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`Unknown target ${unknown.join(', ')}: expected ${all.join(', ')}.`);
    process.exit(2);
  }
  const wanted = asked.length > 0 ? asked : all;
  await build(TARGETS.filter((target) => wanted.includes(target)));
  if (wanted.includes('cli')) await buildCli();
}
