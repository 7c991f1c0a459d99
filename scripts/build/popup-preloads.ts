import type { Plugin } from 'vite';

/**
 * Vite plugin: the popup's page names the files of code that it will want, so that they are read at
 * the same time and not one after the other. Vite's own preloading stays off: it would write into
 * the pages that the content script runs on. What is left of it around each `import()` is for style
 * sheets, of which none are loaded by code, and asks for a document, which workers have not.
 */
export function preloads(): Plugin {
  return {
    name: 'icp-filing-guide:preloads',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {}, chunk }) {
        if (chunk === undefined || !path.includes('/popup/')) return html;
        const wanted = new Set<string>();
        const add = (name: string): void => {
          const one = bundle[name];
          if (wanted.has(name) || one?.type !== 'chunk') return;
          wanted.add(name);
          for (const other of one.imports) add(other);
        };
        for (const name of [...chunk.imports, ...chunk.dynamicImports]) add(name);
        const tags = [...wanted].map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head' as const,
        }));
        return { html, tags };
      },
    },
  };
}
