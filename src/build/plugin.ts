import type { Plugin } from 'vite';
import { LOCALES, type Locale, type RuleBundle } from '../core/model.ts';
import { shippedRules } from './shipped-rules.ts';
import { loadWords } from './words.ts';

const WORDS = 'virtual:words/';

/**
 * Vite plugin: `virtual:rules` is what a verdict rests on, `virtual:guidance` what is read beside it. `virtual:words/en` are the
 * interface's words of a language, in the order of `virtual:words`, their keys. In a build each language stays a file of its
 * own: bundled, a file that the worker loads at its start and pages when they need it would be two, one after the other.
 */
export function facts(rules: RuleBundle, { ownFiles = false } = {}): Plugin {
  const { verdict, guidance } = shippedRules(rules);
  const words = loadWords();
  const keys = Object.keys(words[LOCALES[0]]);
  const textsOf = (locale: Locale) => keys.map((key) => words[locale][key]);
  const modules = new Map<string, unknown>([
    ['virtual:rules', verdict],
    ['virtual:guidance', guidance],
    ['virtual:words', keys],
    ...LOCALES.map((locale) => [`${WORDS}${locale}`, textsOf(locale)] as const),
  ]);
  return {
    name: 'icp-filing-guide:facts',
    resolveId(id) {
      if (!modules.has(id)) return null;
      if (ownFiles && id.startsWith(WORDS)) return { id: `/${fileOf(id)}`, external: 'absolute' };
      return `\0${id}`;
    },
    load: (id) => (id.startsWith('\0') && modules.has(id.slice(1)) ? source(modules.get(id.slice(1))) : undefined),
    generateBundle() {
      if (!ownFiles) return;
      for (const [id, value] of modules) {
        if (id.startsWith(WORDS)) this.emitFile({ type: 'asset', fileName: fileOf(id), source: source(value) });
      }
    },
  };
}

function fileOf(id: string): string {
  return `words/${id.slice(WORDS.length)}.js`;
}

/** Parsing one JSON string starts faster than evaluating the same object literal. */
function source(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
}
