import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { configDefaults, defineConfig } from 'vitest/config';
import { licences } from './scripts/build/licences.ts';
import { manifest } from './scripts/build/manifest.ts';
import { polyfillAsModule } from './scripts/build/polyfill-as-module.ts';
import { preloads } from './scripts/build/popup-preloads.ts';
import { unzipInPlace } from './scripts/build/replace-unzip.ts';
import { facts } from './scripts/build/ruleset-modules.ts';
import { staticImportsOf } from './scripts/build/static-imports.ts';
import { sheets } from './scripts/build/style-sheet-order.ts';
import { portfolioWorker } from './scripts/build/worker-chunk.ts';
import { LongestFirst } from './scripts/test/longest-first.ts';
import { loadRules, ROOT } from './src/cli/load-ruleset.ts';

const TESTS = ['test/**/*.test.{ts,tsx}'];
const DEEP = 'test/**/*.deep.test.{ts,tsx}';
const IN_BROWSERS = 'test/browser/**';

/**
 * `vite build --mode chrome|firefox`; `npm run build` makes both. Vitest runs in mode `test`,
 * without the extension around it.
 */
export default defineConfig(({ mode }) => {
  const rules = loadRules();
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const engine = staticImportsOf('/src/entries/portfolio/worker.ts');
  const bootstrap = staticImportsOf('/src/entries/popup/main.ts');
  const verdictUi = staticImportsOf('/src/entries/popup/show.tsx');
  return {
    plugins: [
      facts(rules, { ownFiles: mode !== 'test' }),
      preloads(),
      sheets(),
      unzipInPlace(),
      polyfillAsModule(),
      engine.plugin,
      bootstrap.plugin,
      verdictUi.plugin,
      ...(mode === 'test' ? [] : [portfolioWorker(), licences(), crx({ manifest: manifest(browser), browser })]),
    ],
    build: {
      outDir: `dist/${mode}`,
      emptyOutDir: true,
      // Otherwise Vite writes preload links into host pages.
      modulePreload: false,
      // Files come from the disk; what is needed at once is measured (docs/performance.md).
      chunkSizeWarningLimit: 1000,
      // Pages that the manifest does not name, or names where the bundler does not look.
      rolldownOptions: {
        output: {
          codeSplitting: {
            // A few large files start faster than many small ones: the assessment engine (also
            // for the portfolio's worker, which has no extension API), the bootstrap, the view of
            // a verdict, and what several pages share.
            groups: [
              {
                name: 'engine',
                priority: 3,
                test: (id: string) =>
                  (engine.has(id) && (bootstrap.has(id) || verdictUi.has(id))) || /preload-helper/.test(id),
              },
              // What the worker shares with other pages: it must not come with code that asks the
              // browser.
              {
                name: 'worker-shared',
                priority: 2.5,
                minShareCount: 2,
                test: (id: string) => engine.has(id) && !/papaparse/.test(id),
              },
              { name: 'bootstrap', priority: 2, test: bootstrap.has },
              { name: 'verdict-ui', priority: 1, test: verdictUi.has },
              {
                name: 'shared',
                minShareCount: 2,
                // Each of these is for itself, and loaded when it is needed.
                test: (id: string) =>
                  !/src\/entries\/portfolio|src\/domain\/(?:ruleset\/validation|portfolio)|storage\/portfolio|papaparse|fflate|ical-generator|\.css$/.test(
                    id,
                  ),
              },
            ],
          },
        },
        input: {
          portfolio: 'src/entries/portfolio/index.html',
          welcome: 'src/entries/welcome/index.html',
          facts: 'src/entries/facts/index.html',
          // In Chromium the bundler finds it. Named twice it would count as shared, its top-level
          // `await` in the worker's code too.
          ...(browser === 'firefox' && { panel: 'src/entries/side-panel/index.html' }),
        },
      },
      target: ['chrome120', 'firefox128'],
    },
    test: {
      // By default one core stays free, which on two cores is half of the machine.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      sequence: { sequencer: LongestFirst },
      // What each project is for, and what makes a file one of it: docs/testing.md.
      projects: [
        {
          plugins: [facts(rules), unzipInPlace()],
          // No extension API is around these tests: every file that asks for it gets the one in
          // memory.
          resolve: {
            alias: [{ find: /^webextension-polyfill$/, replacement: join(ROOT, 'test/support/fake-polyfill.ts') }],
          },
          test: {
            name: 'unit',
            // Otherwise the reader of spreadsheets would not be given our unpacking.
            server: { deps: { inline: ['read-excel-file'] } },
            include: TESTS,
            exclude: [...configDefaults.exclude, IN_BROWSERS, DEEP],
            // Reading the facts and the sources once a worker, and not once a file, is more than
            // half of the time. What a file may not leave behind for the next one is looked for
            // after each: test/support/setup.ts.
            pool: 'forks',
            isolate: false,
            setupFiles: ['test/support/setup.ts', 'test/support/same-chance.ts'],
            // Some start programs of their own, and wait for a core like the rest.
            testTimeout: 180_000,
          },
        },
        {
          plugins: [facts(rules), unzipInPlace()],
          test: {
            name: 'unit-deep',
            server: { deps: { inline: ['read-excel-file'] } },
            include: [DEEP],
            exclude: [...configDefaults.exclude, IN_BROWSERS],
            pool: 'forks',
            setupFiles: ['test/support/same-chance.ts'],
            testTimeout: 900_000,
            hookTimeout: 900_000,
          },
        },
        ...(['browser', 'browser-deep'] as const).map((name) => ({
          plugins: [facts(rules)],
          test: {
            name,
            ...(name === 'browser'
              ? { include: [`${IN_BROWSERS}/*.test.ts`], exclude: [...configDefaults.exclude, DEEP] }
              : { include: [`${IN_BROWSERS}/*.{deep,both}.test.ts`] }),
            // Which tests of a `*.both.test.ts` run, and in which browsers: RUNS.
            provide: { isDeep: name === 'browser-deep' },
            pool: 'forks' as const,
            isolate: false,
            setupFiles: ['test/support/browser/setup.ts'],
            // As long as a page is waited for: test/support/browser/setup.ts.
            expect: { poll: { timeout: 90_000, interval: 50 } },
            testTimeout: 180_000,
            hookTimeout: 180_000,
          },
        })),
      ],
    },
  };
});
