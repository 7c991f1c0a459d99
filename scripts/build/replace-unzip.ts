import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/**
 * Vite plugin: the reader of spreadsheets gets `src/entries/portfolio/sync-unzip.ts` for `fflate`,
 * which says why.
 */
export function unzipInPlace(): Plugin {
  return {
    name: 'icp-filing-guide:unzip',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'fflate' && importer?.includes('/read-excel-file/')
        ? join(ROOT, 'src/entries/portfolio/sync-unzip.ts')
        : null,
  };
}
