/**
 * Reads the data folder from disk. Node only: the build, the command line and the tests start here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ValidationIssue } from '../domain/common/decoder.ts';
import { displayOf } from '../domain/hostname/labels.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { type Files, formatIssue, parseBundle } from '../domain/ruleset/validation/parse-ruleset.ts';
import { pslList } from './psl-list.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DATA = join(ROOT, 'src/data');

/**
 * Returns every JSON file below a folder by its path with forward slashes, and the suffix list of
 * the `psl` package among them. Throws where a file is no JSON.
 */
export function readFiles(folder: string = DATA): Files {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    // NOTICE says under which license two of the files are.
    (entry) => entry.isFile() && entry.name !== 'NOTICE',
  );
  const read = Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join('/');
      try {
        return [name, JSON.parse(readFileSync(path, 'utf8'))];
      } catch (error) {
        throw new Error(`${name}: expected JSON, found ${error instanceof Error ? error.message : error}`);
      }
    }),
  );
  return { ...read, 'suffix-list.json': pslList() };
}

/**
 * Returns the checked bundle. Throws one error that lists every trouble: unsound facts must never
 * be built.
 */
export function loadRules(folder: string = DATA): Ruleset {
  const parsed = parseBundle(readFiles(folder), displayOf);
  if (parsed.ok) return parsed.rules;
  throw unsound(parsed.troubles);
}

/** Returns the error that names everything that is wrong with the rules. */
export function unsound(issues: readonly ValidationIssue[]): Error {
  const lines = issues.map((issue) => `  ${formatIssue(issue)}`);
  return new Error(`The rules are unsound (${lines.length}):\n${lines.join('\n')}`);
}
