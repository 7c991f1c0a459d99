import { crx } from '@crxjs/vite-plugin';
import { configDefaults, defineConfig } from 'vitest/config';
import { licences } from './src/build/licences.ts';
import { loadRules } from './src/build/load.ts';
import { manifest } from './src/build/manifest.ts';
import { facts } from './src/build/plugin.ts';
import { preloads } from './src/build/preloads.ts';

/** `vite build --mode chrome|firefox`; `npm run build` makes both. Vitest runs in mode `test`, without the extension around it. */
export default defineConfig(({ mode }) => {
  const rules = loadRules();
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const { main, worker } = licences();
  return {
    plugins: [
      facts(rules),
      preloads(),
      ...(mode === 'test' ? [] : [main, crx({ manifest: manifest(rules, browser), browser })]),
    ],
    worker: { format: 'es', plugins: () => [worker] },
    build: {
      outDir: `dist/${mode}`,
      emptyOutDir: true,
      // Otherwise Vite writes preload links into host pages.
      modulePreload: false,
      // Pages that the manifest does not name, or names where the bundler does not look.
      rolldownOptions: {
        output: {
          codeSplitting: {
            // Browsers take about ten milliseconds for each file of an extension: few files start faster than small ones.
            groups: [
              {
                name: 'ask',
                priority: 2,
                test: /preload-helper|src\/platform\/browser|webextension-polyfill|src\/core\/(?:case|answers)\.ts/,
              },
              {
                name: 'shared',
                minShareCount: 2,
                test: (id: string) => !/papaparse|src\/portfolio|src\/core\/bundle|rules-file/.test(id),
              },
            ],
          },
        },
        input: {
          portfolio: 'src/portfolio/index.html',
          welcome: 'src/welcome/index.html',
          facts: 'src/facts/index.html',
          // In Chromium the bundler finds it. Named twice it would count as shared, and the worker load a page's code.
          ...(browser === 'firefox' && { panel: 'src/panel/index.html' }),
        },
      },
      target: ['chrome120', 'firefox128'],
    },
    test: {
      projects: [
        {
          plugins: [facts(rules)],
          test: {
            name: 'unit',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: [...configDefaults.exclude, 'test/browser/**'],
            // Some start programs of their own, and wait for two cores like the rest.
            testTimeout: 60_000,
          },
        },
        {
          // One browser at a time: the files share two cores, and focus decides what a toolbar click means.
          plugins: [facts(rules)],
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            fileParallelism: false,
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  };
});
