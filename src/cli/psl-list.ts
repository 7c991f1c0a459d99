/** The suffix list inside the `psl` package, compiled. Node only. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toASCII } from 'punycode/punycode.es6.js';
import { compileSuffixes } from '../domain/hostname/suffix-list.ts';
import type { SuffixList } from '../domain/ruleset/suffix.ts';

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('psl')));
const { default: rules }: { default: readonly string[] } = await import(
  pathToFileURL(join(PACKAGE, 'data/rules.js')).href
);

/** Returns the rules that `psl` works with. A test holds the answers of both against each other. */
export function pslList(): SuffixList {
  return compileSuffixes(rules.map((rule) => toASCII(rule)));
}
