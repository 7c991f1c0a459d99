/**
 * A file of rules: what one build puts out and another takes in, where a new build takes too long
 * to come. Data only.
 */

import { addDays, type Day } from '../../common/days.ts';
import {
  anything,
  decoded,
  describe,
  fields,
  optional,
  soundRecord,
  type ValidationIssue,
} from '../../common/decoder.ts';
import { LOCALES } from '../../common/locale.ts';
import type { Result } from '../../common/result.ts';
import type { Block } from '../guidance.ts';
import type { Ruleset } from '../ruleset.ts';
import { type Files, type Parsed, parseBundle, type Refusal } from './parse-ruleset.ts';

export const RULES_FORM = 'icp-filing-guide/rules/1';

/** Characters of the largest file that is looked at: many times what the rules need. */
export const MOST_CHARACTERS = 8_000_000;

/** What a file holds, once it is known to be one. */
export interface RulesFile {
  readonly form: typeof RULES_FORM;
  /** Under which licenses the facts are; for people. */
  readonly notice?: string | undefined;
  readonly files: Files;
}

/**
 * Returns the files of a sound ruleset as one file, with what is to be said of their licenses; the
 * same files give the same text.
 */
export function writeRules(files: Files, notice?: string): string {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ form: RULES_FORM, notice, files: sorted } satisfies RulesFile)}\n`;
}

/** What a file is held against, as nothing proves where it comes from. */
export interface Terms {
  /** The date of the rules inside this build: older ones are not taken. */
  readonly newest: Day;
  /**
   * Nothing in a file was read or published later than tomorrow: it would outrank all that comes.
   */
  readonly today: Day;
  /** Hosts that the rules of this build lead to; what leads elsewhere is shown as words. */
  readonly hosts: ReadonlySet<string>;
  /** As for {@link parseBundle}. */
  readonly toUnicode: (name: string) => string;
}

/** Returns a file's contents and its rules, or every reason why it is refused. */
export function readRules(
  text: string,
  terms: Terms,
): Result<{ readonly file: RulesFile; readonly rules: Ruleset }, Refusal> {
  if (text.length > MOST_CHARACTERS)
    return refused(`at most ${MOST_CHARACTERS} characters`, `${text.length} characters`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('JSON', describe(text.slice(0, 200)));
  }
  const parsed = parseRules(value, terms);
  return parsed.ok ? { ...parsed, file: value as RulesFile } : parsed;
}

const rulesFile = fields({ form: optional(anything()), files: optional(anything()) });
const filesOf = soundRecord(anything());

/** The same for what was read from a file before and is kept since. */
export function parseRules(value: unknown, { newest, today, hosts, toUnicode }: Terms): Parsed {
  const file = decoded(rulesFile, value);
  if (file?.form !== RULES_FORM)
    return refused(`a file of the form "${RULES_FORM}"`, describe(file ? file.form : value));
  const files = decoded(filesOf, file.files);
  if (files === undefined) return refused('files', describe(file.files));
  const parsed = parseBundle(files, toUnicode);
  if (!parsed.ok) return parsed;
  // A clock that is behind the build is wrong.
  const tomorrow = addDays(today, 1);
  const troubles = troublesWithDates(parsed.rules, newest, tomorrow < newest ? newest : tomorrow);
  return troubles.length > 0 ? { ok: false, troubles } : { ok: true, rules: withForeign(parsed.rules, hosts) };
}

function troublesWithDates({ stamp, sources }: Ruleset, newest: Day, latest: Day): ValidationIssue[] {
  const file = 'stamp.json';
  const tooOld = { file, at: 'date', expected: `rules of ${newest} or later`, found: stamp.date };
  const late = (place: string, at: string, day: Day | undefined): ValidationIssue[] =>
    day !== undefined && day > latest ? [{ file: place, at, expected: `no day after ${latest}`, found: day }] : [];
  return [
    ...(stamp.date < newest ? [tooOld] : []),
    ...late(file, 'date', stamp.date),
    ...sources.flatMap(({ id, retrievedOn, publishedOn }) => [
      ...late(`sources/${id}.json`, 'retrievedOn', retrievedOn),
      ...late(`sources/${id}.json`, 'publishedOn', publishedOn),
    ]),
  ];
}

/**
 * Returns the rules without links to hosts that are not known: sources are marked, links in
 * guidance become words with the host.
 */
function withForeign(rules: Ruleset, hosts: ReadonlySet<string>): Ruleset {
  const isForeign = (url: string) => !hosts.has(new URL(url).host);
  const sources = rules.sources.map((source) =>
    isForeign(source.url) ? { ...source, isForeign: true as const } : source,
  );
  const faq = rules.faq.map((entry) => {
    const answer = LOCALES.map((locale) => [
      locale,
      entry.answer[locale].map((block): Block => {
        if (block.kind !== 'link' || !isForeign(block.url)) return block;
        return { kind: 'paragraph', text: `${block.text} (${new URL(block.url).host})` };
      }),
    ]);
    return { ...entry, answer: Object.fromEntries(answer) as typeof entry.answer };
  });
  const lookUps = {
    ...rules.lookUps,
    rdap: rules.lookUps.rdap.filter(({ url }) => !isForeign(url)),
    registrarPages: rules.lookUps.registrarPages.filter(({ url }) => !isForeign(url)),
  };
  return { ...rules, sources, faq, lookUps };
}

/** Returns the hosts that the sources, the guidance and the look-ups of rules lead to, sorted. */
export function linkedHosts({ sources, faq, lookUps }: Pick<Ruleset, 'sources' | 'faq' | 'lookUps'>): string[] {
  const blocks = faq.flatMap((entry) => LOCALES.flatMap((locale) => entry.answer[locale]));
  const pages = [...lookUps.rdap, ...lookUps.registrarPages];
  const links = [...sources, ...pages, ...blocks.filter((block) => block.kind === 'link')];
  return [...new Set(links.map(({ url }) => new URL(url).host))].sort();
}

function refused(expected: string, found: string, file = ''): Result<never, Refusal> {
  const trouble: ValidationIssue = { file, at: '', expected, found };
  return { ok: false, troubles: [trouble] };
}
