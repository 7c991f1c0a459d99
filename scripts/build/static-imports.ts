import type { Plugin } from 'vite';

/**
 * Returns a Vite plugin that finds everything which is loaded before a module runs, and a test for
 * being part of that. Browsers take about ten milliseconds for each file of an extension: what is
 * wanted first belongs into one.
 */
export function staticImportsOf(start: string): { readonly plugin: Plugin; readonly has: (id: string) => boolean } {
  const found = new Set<string>();
  return {
    has: (id) => found.has(id),
    plugin: {
      name: 'icp-filing-guide:first',
      apply: 'build',
      buildEnd() {
        found.clear();
        const imports = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
        const begin = [...this.getModuleIds()].filter((id) => id.endsWith(start));
        if (begin.length === 0) throw new Error(`Nothing in the build is ${start}`);
        const wanted = begin.flatMap(imports);
        for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
          if (found.has(id)) continue;
          found.add(id);
          wanted.push(...imports(id));
        }
      },
    },
  };
}
