/**
 * Which packages are in the build, and under which licenses: found among what was bundled, so that
 * no list is kept by hand.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence } from 'virtual:licences';
import type { Plugin } from 'vite';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/**
 * Packages of which something is in the build without being bundled: the suffix list is compiled
 * from one.
 */
const COMPILED = ['psl'];

/** The version of `psl` whose list was looked at, and the month that the list is of. */
const PSL_LIST = { version: '1.15.0', month: '2024-12' };

/** The list that a package or our facts were made from, of one day. */
function suffixList(version: string, what: string): Licence & { readonly text: string } {
  return {
    name: `Public Suffix List (${what})`,
    version,
    licence: 'MPL-2.0',
    text: mozilla('https://github.com/publicsuffix/list'),
  };
}

/**
 * What a package, or we ourselves, carry inside that is under another license; nothing in the
 * package's description says so.
 */
const CONTAINS: Readonly<Record<string, (version: string) => Licence & { readonly text: string }>> = {
  psl(version) {
    if (version !== PSL_LIST.version)
      throw new Error(`psl ${version}: expected ${PSL_LIST.version}; of which month is its list?`);
    return suffixList(PSL_LIST.month, 'the rules in psl');
  },
  // src/data/NOTICE says the same beside the files.
  'icp-filing-guide': () => suffixList(listDate(), 'platforms and differences'),
};

/** Returns the month in which the list was read that our facts follow. */
function listDate(): string {
  return JSON.parse(readFileSync(join(ROOT, 'src/data/sources/public-suffix-list.json'), 'utf8')).retrievedOn;
}

/**
 * Returns the notice that the Mozilla license asks for (3.1, 3.2 a), given where the sources are;
 * it asks for no copy of itself.
 */
function mozilla(sources: string): string {
  return `Under the terms of the Mozilla Public License, version 2.0: https://mozilla.org/MPL/2.0/\nIts source code: ${sources}`;
}

/**
 * Returns the folders of the packages that modules are of, by their files' paths: also those that a
 * package keeps a copy of, in a folder with the name of a package that it depends on.
 */
function packagesOf(modules: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const id of modules) {
    const [, folder, within = ''] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(id) ?? [];
    if (folder === undefined) continue;
    folders.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const part of within.split('/').slice(0, -1)) {
      if (Object.hasOwn(dependencies, part)) folders.add(join(ROOT, 'node_modules', part));
    }
  }
  return folders;
}

/**
 * Vite plugin: `virtual:licences` becomes a file of its own, as what is bundled is known only when
 * all is; beside it, `licences.txt` has the texts. The content script is bundled by a build of its
 * own, which is not seen here: it has no package, and a test keeps it so. `isRead` is false where
 * no page shows it: then the texts are all.
 */
export function licences({ isRead = true }: { readonly isRead?: boolean } = {}): Plugin {
  return {
    name: 'icp-filing-guide:licences',
    resolveId: (id) => (id === 'virtual:licences' ? { id: '/licences.js', external: true } : null),
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'asset' ? [] : chunk.moduleIds));
      const folders = packagesOf(modules);
      for (const name of COMPILED) folders.add(join(ROOT, 'node_modules', name));
      const found = [ROOT, ...[...folders].sort()].map(licenceOf).flatMap((one) => {
        const inside = CONTAINS[one.name]?.(one.version);
        return inside ? [one, inside] : [one];
      });
      const listed = found.map(({ text: _, ...one }) => one);
      if (isRead)
        this.emitFile({
          type: 'asset',
          fileName: 'licences.js',
          source: `export const licences = ${JSON.stringify(listed)};\n`,
        });
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: found
          .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`)
          .join('\n'),
      });
    },
  };
}

/**
 * Returns the name and text of a package's license; a package without a text of its own is quoted
 * by what it says of itself. Throws where it names none: it must not be shipped then.
 */
function licenceOf(folder: string): Licence & { readonly text: string } {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string')
    throw new Error(`${name} ${version}: expected the name of a licence, found ${license}`);
  if (license === 'MPL-2.0' && !homepage) throw new Error(`${name} ${version}: expected a homepage with its sources`);
  if (license === 'MPL-2.0') return { name, version, licence: license, text: mozilla(homepage) };
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/i.test(one));
  const text =
    file === undefined
      ? `It brings no text along, but names this licence and its author: ${author?.name ?? author ?? 'nobody'}.`
      : readFileSync(join(folder, file), 'utf8').trim();
  return { name, version, licence: license, text };
}
