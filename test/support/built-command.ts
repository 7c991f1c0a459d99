import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCli } from '../../scripts/build/build-cli.ts';

let built: Promise<string> | null = null;

/**
 * Returns the path of the command as one file, built from the sources as they are, once for all
 * test files that a worker runs: it starts at a tenth of the time that `npm run check` takes.
 * Whoever waits for it allows for a build (`BUILD_TIME`).
 */
export function builtCommand(): Promise<string> {
  built ??= build();
  return built;
}

/** Milliseconds that a build may take where it waits for a core like the tests do. */
export const BUILD_TIME = 180_000;

function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'icp-built-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return buildCli(folder);
}
