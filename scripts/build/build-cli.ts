/** The command line as one file that plain Node runs anywhere: `dist/cli/icp-check.mjs`. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, build as viteBuild } from 'vite';
import { loadRules, ROOT } from '../../src/cli/load-ruleset.ts';
import { licences } from './licences.ts';
import { facts } from './ruleset-modules.ts';

const FILE = 'icp-check.mjs';

/**
 * Builds it into a folder, with the facts and the words inside and no package to install. Returns
 * its path. `others` are plugins of who looks on.
 */
export async function buildCli(folder = join(ROOT, 'dist/cli'), others: readonly Plugin[] = []): Promise<string> {
  await viteBuild({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [facts(loadRules(), { wholeList: true }), licences({ isRead: false }), ...others],
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/icp-check.ts',
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      rolldownOptions: {
        output: { entryFileNames: FILE, codeSplitting: false, banner: '#!/usr/bin/env node' },
      },
    },
  });
  const file = join(folder, FILE);
  chmodSync(file, 0o755);
  return file;
}
