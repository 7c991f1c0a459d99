import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/**
 * Vite plugin: the portfolio's worker is a part of the build of the pages, so that it shares their
 * code. Vite would build it by itself, with a second copy of all that judges. Its file has a fixed
 * name, for the page that starts it.
 */
export function portfolioWorker(): Plugin {
  return {
    name: 'icp-filing-guide:worker',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: join(ROOT, 'src/entries/portfolio/worker.ts'),
        fileName: 'portfolio-worker.js',
      });
    },
  };
}
