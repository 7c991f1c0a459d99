import type { Plugin } from 'vite';
import type { RuleBundle } from '../core/model.ts';
import { loadWords } from './words.ts';

/** Vite plugin: `virtual:rules` is the checked bundle, `virtual:words` the interface's words in every language. */
export function facts(rules: RuleBundle): Plugin {
  const modules: Readonly<Record<string, () => unknown>> = { 'virtual:rules': () => rules, 'virtual:words': loadWords };
  return {
    name: 'icp-filing-guide:facts',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : null),
    load(id) {
      const make = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      // Parsing one JSON string starts faster than evaluating the same object literal.
      return make && `export default JSON.parse(${JSON.stringify(JSON.stringify(make()))});`;
    },
  };
}
