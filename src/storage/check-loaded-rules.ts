/**
 * Files of rules that a person loads. Nothing proves where such a file is from: it is held against
 * the build that it is loaded into, which is written down with it. Read where it is needed, with
 * the checks of the whole ruleset, which no other page has to load.
 */
import build from 'virtual:build';
import linkHosts from 'virtual:link-hosts';
import ofVerdicts from 'virtual:rules';
import { type Day, isDay } from '../domain/common/days.ts';
import { displayOf } from '../domain/hostname/labels.ts';
import type { Parsed } from '../domain/ruleset/validation/parse-ruleset.ts';
import { parseRules, type RulesFile, readRules, type Terms } from '../domain/ruleset/validation/ruleset-file.ts';

const HOSTS: ReadonlySet<string> = new Set(linkHosts);

/**
 * A file as it is kept: with the day on which a person loaded it, and the build that it was loaded
 * into.
 */
export interface KeptRules extends RulesFile {
  readonly loaded: { readonly on: Day; readonly build: string };
}

/**
 * Returns the rules in what is kept of a file, with the day of its loading, or why they are not
 * taken.
 */
export function parseKept(value: unknown, today: Day): Parsed {
  const parsed = parseRules(value, termsOn(today));
  if (!parsed.ok) return parsed;
  const { on } = (value as Partial<KeptRules>).loaded ?? {};
  const loadedOn = typeof on === 'string' && isDay(on) ? on : today;
  return { ok: true, rules: { ...parsed.rules, stamp: { ...parsed.rules.stamp, loadedOn } } };
}

/** Returns the file in a text, or every reason why it is refused. */
export function readRulesFile(text: string, today: Day): ReturnType<typeof readRules> {
  return readRules(text, termsOn(today));
}

/**
 * Returns what to keep of a file; null where it is not sound. Whatever it says itself of its
 * loading, it is loaded now and into this build.
 */
export function keptOf(value: unknown, today: Day): KeptRules | null {
  if (!parseRules(value, termsOn(today)).ok) return null;
  const { form, files } = value as RulesFile;
  return { form, files, loaded: { on: today, build } };
}

function termsOn(today: Day): Terms {
  return { newest: ofVerdicts.stamp.date, today, hosts: HOSTS, toUnicode: displayOf };
}
