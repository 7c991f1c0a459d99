/** Runs the commands of packages by node itself, as shells differ. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/**
 * Runs a package's command and returns whether it ended well. `stdio` says whether its output is
 * shown.
 */
export function run(command: string, args: readonly string[], stdio: 'inherit' | 'ignore' = 'inherit'): boolean {
  const { status } = spawnSync(process.execPath, [binOf(command), ...args], { cwd: ROOT, stdio });
  return status === 0;
}

/**
 * Runs a package's command beside others; returns whether it ended well, and the lines that it
 * wrote.
 */
export async function runBeside(
  command: string,
  args: readonly string[],
): Promise<{ readonly isSound: boolean; readonly output: string }> {
  const child = spawn(process.execPath, [binOf(command), ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { isSound: status === 0, output: out + err };
}

function binOf(command: string): string {
  const owner = { tsc: 'typescript', biome: '@biomejs/biome' }[command] ?? command;
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules', owner, 'package.json'), 'utf8'));
  return join(ROOT, 'node_modules', owner, typeof bin === 'string' ? bin : bin[command]);
}
