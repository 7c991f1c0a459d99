/** `npm run build [-- chrome|firefox …]`: the extension for each browser family, below `dist/`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as viteBuild } from 'vite';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { trimWords } from './shipped-messages.ts';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Builds `dist/<target>` for each target. Throws with every issue where the facts are unsound. */
export async function build(targets: readonly Target[] = TARGETS): Promise<void> {
  for (const target of targets) {
    await viteBuild({ root: ROOT, mode: target, logLevel: 'warn' });
    trimWords(join(ROOT, 'dist', target));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !TARGETS.some((target) => target === name));
  if (unknown.length > 0) {
    console.error(`Unknown target ${unknown.join(', ')}: expected ${TARGETS.join(' or ')}.`);
    process.exit(2);
  }
  await build(asked.length > 0 ? TARGETS.filter((target) => asked.includes(target)) : TARGETS);
}
