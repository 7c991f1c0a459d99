import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from './load.ts';

/** Vite plugin: the reader of spreadsheets gets `src/portfolio/unzip.ts` for `fflate`, which says why. */
export function unzipInPlace(): Plugin {
  return {
    name: 'icp-filing-guide:unzip',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id === 'fflate' && importer?.includes('/read-excel-file/') ? join(ROOT, 'src/portfolio/unzip.ts') : null,
  };
}
