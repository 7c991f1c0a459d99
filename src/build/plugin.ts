import type { Plugin } from 'vite';
import type { RuleBundle } from '../core/model.ts';
import { loadWords } from './words.ts';

/** Vite plugin: `virtual:rules` is the checked bundle; `virtual:words` gives the interface's words, a function for each language. */
export function facts(rules: RuleBundle): Plugin {
  const modules: Readonly<Record<string, () => string>> = {
    'virtual:rules': () => parsed(rules),
    'virtual:words': () =>
      `{${Object.entries(loadWords()).map(([locale, words]) => `${locale}: () => ${parsed(words)}`)}}`,
  };
  return {
    name: 'icp-filing-guide:facts',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : null),
    load(id) {
      const make = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      return make && `export default ${make()};`;
    },
  };
}

/** Parsing one JSON string starts faster than evaluating the same object literal. */
function parsed(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
