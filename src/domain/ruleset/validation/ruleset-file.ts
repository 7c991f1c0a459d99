/** A file of rules: what one build puts out and another takes in, where a new build takes too long to come. Data only. */
import type { Day } from '../../common/days.ts';
import type { Ruleset } from '../ruleset.ts';
import { describe, type ValidationIssue } from './decoder.ts';
import { type Files, type Parsed, parseBundle } from './parse-ruleset.ts';

export const RULES_FORM = 'icp-filing-guide/rules/1';

/** Characters of the largest file that is looked at: many times what the rules need. */
export const MOST_CHARACTERS = 8_000_000;

/** What a file holds, once it is known to be one. */
export interface RulesFile {
  readonly form: typeof RULES_FORM;
  readonly files: Files;
}

/** In: the files of a sound bundle. Out: them as one file; the same files give the same text. */
export function writeRules(files: Files): string {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ form: RULES_FORM, files: sorted } satisfies RulesFile)}\n`;
}

/**
 * In: a file's text, the date of the rules inside this build, and `toUnicode` as for {@link parseBundle}. Out: the file and its
 * rules, or every reason why it is refused.
 */
export function readRules(
  text: string,
  newest: Day,
  toUnicode: (name: string) => string,
): { readonly ok: true; readonly file: RulesFile; readonly rules: Ruleset } | Extract<Parsed, { ok: false }> {
  if (text.length > MOST_CHARACTERS)
    return refused(`at most ${MOST_CHARACTERS} characters`, `${text.length} characters`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('JSON', describe(text.slice(0, 200)));
  }
  const parsed = parseRules(value, newest, toUnicode);
  return parsed.ok ? { ...parsed, file: value as RulesFile } : parsed;
}

/** The same for what was read from a file before and is kept since. */
export function parseRules(value: unknown, newest: Day, toUnicode: (name: string) => string): Parsed {
  if (!isFields(value) || value.form !== RULES_FORM)
    return refused(`a file of the form "${RULES_FORM}"`, describe(isFields(value) ? value.form : value));
  if (!isFields(value.files)) return refused('files', describe(value.files));
  const parsed = parseBundle(value.files, toUnicode);
  if (!parsed.ok || parsed.rules.stamp.date >= newest) return parsed;
  return refused(`rules of ${newest} or later`, parsed.rules.stamp.date, 'stamp.json');
}

function refused(expected: string, found: string, file = ''): Extract<Parsed, { ok: false }> {
  const trouble: ValidationIssue = { file, at: '', expected, found };
  return { ok: false, troubles: [trouble] };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
