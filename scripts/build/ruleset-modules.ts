import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { LOCALES, type Locale } from '../../src/domain/common/locale.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';
import { linkedHosts } from '../../src/domain/ruleset/validation/ruleset-file.ts';
import { hintStyles } from './hint-styles.ts';
import { requireSoundHosts } from './lint-hosts.ts';
import { loadWords } from './read-messages.ts';
import { shippedRules } from './shipped-ruleset.ts';

const OF_LANGUAGE = 'virtual:words/';

/**
 * Vite plugin for the facts and the words. `virtual:rules` is what a verdict rests on,
 * `virtual:guidance` what is read beside it, `virtual:build` what tells this build from another by
 * its version and its rules, wherever and whenever it is built, `virtual:link-hosts` where links of
 * these rules lead, `virtual:hint-styles` the style sheets of hints. `virtual:words/en` are the
 * interface's words of a language, in the order of their keys (`virtual:keys`); `virtual:words` has
 * all languages at once, `virtual:languages` loads one of them. In a build each language stays a
 * file of its own: bundled, what the worker has from its start and pages load later would be two
 * files, one after the other. `wholeList` keeps what `psl` has beside our own facts, for who tells
 * its answers as well.
 */
export function facts(rules: Ruleset, { ownFiles = false, wholeList = false } = {}): Plugin {
  const { verdict: shipped, guidance } = shippedRules(rules);
  const { suffixList, pslDifferences } = wholeList ? rules : shipped;
  const verdict = { ...shipped, suffixList, pslDifferences };
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const words = loadWords();
  const keys = Object.keys(words[LOCALES[0]]);
  const textsOf = (locale: Locale) =>
    keys.map((key) => {
      const text = words[locale][key];
      if (text === undefined) throw new Error(`_locales/${locale}: expected "${key}", found nothing`);
      return text;
    });
  const each = (write: (locale: Locale, id: string) => string) =>
    LOCALES.map((locale) => write(locale, `${OF_LANGUAGE}${locale}`)).join('');
  const sources: Readonly<Record<string, string>> = {
    'virtual:rules': exported(verdict),
    'virtual:guidance': exported(guidance),
    'virtual:build': exported(
      `${version} ${createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 16)}`,
    ),
    'virtual:link-hosts': exported(linkedHosts(rules)),
    'virtual:hint-styles': exported(hintStyles()),
    'virtual:keys': exported(keys),
    ...Object.fromEntries(LOCALES.map((locale) => [`${OF_LANGUAGE}${locale}`, exported(textsOf(locale))])),
    'virtual:words': `${each((locale, id) => `import ${locale} from ${JSON.stringify(id)};`)} export default { ${LOCALES} };`,
    'virtual:languages': `export default { ${each((locale, id) => `${locale}: () => import(${JSON.stringify(id)}),`)} };`,
  };
  const fileOf = (id: string) => `words/${id.slice(OF_LANGUAGE.length)}.js`;
  return {
    name: 'icp-filing-guide:facts',
    configResolved({ command }) {
      // Not each start of the tests is to wait for it: one of them asks for it.
      if (command === 'build') requireSoundHosts(rules);
    },
    resolveId(id) {
      if (!Object.hasOwn(sources, id)) return null;
      if (ownFiles && id.startsWith(OF_LANGUAGE)) return { id: `/${fileOf(id)}`, external: 'absolute' };
      return `\0${id}`;
    },
    load: (id) => (id.startsWith('\0') ? sources[id.slice(1)] : undefined),
    generateBundle() {
      if (!ownFiles) return;
      for (const [id, source] of Object.entries(sources)) {
        if (id.startsWith(OF_LANGUAGE)) this.emitFile({ type: 'asset', fileName: fileOf(id), source });
      }
    },
  };
}

/** Parsing one JSON string starts faster than evaluating the same object literal. */
function exported(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
}
