/** Runs the commands of packages by node itself, as shells differ. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/**
 * Runs a package's command and returns whether it ended well. `stdio` says whether its output is
 * shown.
 */
export function run(command: string, args: readonly string[], stdio: 'inherit' | 'ignore' = 'inherit'): boolean {
  const { status } = spawnSync(process.execPath, [binOf(command), ...args], { cwd: ROOT, stdio });
  return status === 0;
}

function binOf(command: string): string {
  const owner = { tsc: 'typescript', biome: '@biomejs/biome' }[command] ?? command;
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules', owner, 'package.json'), 'utf8'));
  return join(ROOT, 'node_modules', owner, typeof bin === 'string' ? bin : bin[command]);
}
