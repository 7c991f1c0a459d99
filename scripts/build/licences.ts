/**
 * Which packages are in the build, and under which licences: found among what was bundled, so that
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

/**
 * What a package carries inside that is under another licence than its own; nothing in the
 * package's description says so.
 */
const CONTAINS: Readonly<Record<string, Licence & { readonly text: string }>> = {
  psl: {
    name: 'Public Suffix List',
    version: '2024-12',
    licence: 'MPL-2.0',
    text: mozilla('https://github.com/publicsuffix/list'),
  },
};

/**
 * Returns the notice that the Mozilla licence asks for (3.1, 3.2 a), given where the sources are;
 * it asks for no copy of itself.
 */
function mozilla(sources: string): string {
  return `Under the terms of the Mozilla Public License, version 2.0: https://mozilla.org/MPL/2.0/\nIts source code: ${sources}`;
}

/**
 * Vite plugin: `virtual:licences` becomes a file of its own, as what is bundled is known only when
 * all is; beside it, `licences.txt` has the texts. The content script is bundled by a build of its
 * own; a test holds its packages against this list.
 */
export function licences(): Plugin {
  return {
    name: 'icp-filing-guide:licences',
    resolveId: (id) => (id === 'virtual:licences' ? { id: '/licences.js', external: true } : null),
    generateBundle(_, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'asset') continue;
        for (const id of chunk.moduleIds) {
          const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
          if (folder !== undefined) folders.add(folder);
        }
      }
      for (const name of COMPILED) folders.add(join(ROOT, 'node_modules', name));
      const found = [ROOT, ...[...folders].sort()].map(licenceOf).flatMap((one) => {
        const inside = CONTAINS[one.name];
        return inside ? [one, inside] : [one];
      });
      const listed = found.map(({ text: _, ...one }) => one);
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
 * Returns the name and text of a package's licence; a package without a text of its own is quoted
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
