import type { Plugin } from 'vite';

/**
 * Vite plugin: `webextension-polyfill`, of which there is no ES module, is made one. Otherwise the
 * bundler's helpers for CommonJS are one more file that every page has to load first.
 */
export function polyfillAsModule(): Plugin {
  return {
    name: 'icp-filing-guide:polyfill',
    transform: {
      filter: { id: /\/webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler: (code) => ({
        code: `const module = { exports: {} }, { exports } = module;\n${code}\nexport default module.exports;\n`,
        map: null,
      }),
    },
  };
}
