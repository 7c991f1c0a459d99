/** Unknown JSON files → the rules bundle, or every problem at once. */

import { type DecodeContext, type Decoder, describe, type ValidationIssue } from '../../common/decoder.ts';
import type { Result } from '../../common/result.ts';
import type { Ruleset } from '../ruleset.ts';
import * as shapes from './fact-shapes.ts';
import { lint } from './lint-ruleset.ts';

/** Parsed JSON by path below the data folder: `tlds.json`, `faq/sub-domains.json`. */
export type Files = Readonly<Record<string, unknown>>;

/** Why a ruleset is refused. */
export interface Refusal {
  readonly troubles: readonly ValidationIssue[];
}

export type Parsed = Result<{ readonly rules: Ruleset }, Refusal>;

/**
 * Returns the ruleset in all files of the data folder, or all issues of all files; the lints across
 * files run once each file is sound by itself. `toUnicode` turns A-labels into U-labels: the domain
 * holds no Punycode.
 */
export function parseBundle(files: Files, toUnicode: (name: string) => string): Parsed {
  const troubles: ValidationIssue[] = [];
  const unread = new Set(Object.keys(files));

  function one<T>(file: string, decoder: Decoder<T>): T | undefined {
    unread.delete(file);
    const reading: DecodeContext = { file, troubles, describe };
    if (Object.hasOwn(files, file)) return decoder(files[file], '', reading);
    troubles.push({ file, at: '', expected: 'the file', found: 'nothing' });
    return undefined;
  }

  function folder<T extends { readonly id: string }>(name: string, decoder: Decoder<T>): readonly T[] {
    return Object.keys(files)
      .filter((file) => file.startsWith(`${name}/`))
      .sort()
      .flatMap((file) => {
        const value = one(file, decoder);
        if (value === undefined) return [];
        const expected = file.slice(name.length + 1).replace(/\.json$/, '');
        if (value.id !== expected)
          troubles.push({ file, at: 'id', expected: `the file's name, "${expected}"`, found: `"${value.id}"` });
        return [value];
      });
  }

  const stamp = one('stamp.json', shapes.stamp);
  const principles = one('principles.json', shapes.principles);
  const suffixes = one('tlds.json', shapes.suffixes);
  const platforms = one('platforms.json', shapes.platforms);
  const specialUse = one('special-use.json', shapes.specialUse);
  const holidays = one('holidays.json', shapes.holidays);
  const durations = one('durations.json', shapes.durations);
  const prompts = one('prompts.json', shapes.prompts);
  const pslDifferences = one('psl-differences.json', shapes.pslDifferences);
  const suffixList = one('suffix-list.json', shapes.suffixList);
  const records = one('records.json', shapes.records);
  const search = one('search.json', shapes.search);
  const lookUps = one('look-ups.json', shapes.lookUps);
  const sources = folder('sources', shapes.source);
  const registrars = folder('registrars', shapes.registrar);
  const faq = folder('faq', shapes.faqEntry);
  const consoles = folder('consoles', shapes.console_);
  const provinces = folder('provinces', shapes.province);
  const glossary = folder('glossary', shapes.glossaryEntry);
  for (const file of unread)
    troubles.push({ file, at: '', expected: 'a file that the bundle knows', found: 'an unknown one' });

  if (
    !stamp ||
    !principles ||
    !suffixes ||
    !platforms ||
    !specialUse ||
    !holidays ||
    !durations ||
    !prompts ||
    !pslDifferences ||
    !suffixList ||
    !records ||
    !search ||
    !lookUps ||
    troubles.length > 0
  ) {
    return { ok: false, troubles };
  }
  const rules = {
    stamp,
    principles,
    sources,
    suffixes,
    platforms,
    specialUse,
    holidays,
    durations,
    prompts,
    pslDifferences,
    suffixList,
    registrars,
    faq,
    consoles,
    provinces,
    glossary,
    records,
    search,
    lookUps,
  };
  const found = lint(rules, toUnicode);
  return found.length > 0 ? { ok: false, troubles: found } : { ok: true, rules };
}

/** Returns one line that names the file, the place, what was expected and what was found. */
export function formatIssue({ file, at, expected, found }: ValidationIssue): string {
  return `${file}${at === '' ? '' : ` at ${at}`}${file === '' ? '' : ': '}expected ${expected}, found ${found}`;
}
