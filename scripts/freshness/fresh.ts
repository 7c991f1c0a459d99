/**
 * `npm run check:fresh [-- --today DATE] [--days N] [--list FILE] [--rdap FILE] [--registrars
 * FILE] [--licensed FILE] [--since COMMIT]`: which sources to read again, the longest unread first,
 * and what rests on each; how a list of approved suffixes differs from ours (saved from the
 * ministry's site, or a cloud's answer), what RDAP's bootstrap file, IANA's list of registrars and
 * a cloud's list of licensed ones say otherwise; and which facts changed since a release, for its
 * notes. `--notes COMMIT` prints these alone.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Parser } from 'htmlparser2';
import psl from 'psl';
import { textIn } from '../../src/cli/input.ts';
import { loadRules, ROOT } from '../../src/cli/load-ruleset.ts';
import type { Day } from '../../src/domain/common/days.ts';
import { dayOf, daysBetween, isDay } from '../../src/domain/common/days.ts';
import { readHost } from '../../src/domain/hostname/read-host.ts';
import { lastWithNotice } from '../../src/domain/ruleset/holidays.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';
import type { PartialDate, Source } from '../../src/domain/ruleset/source.ts';
import { changedFacts, type DataFiles } from './changed-facts.ts';
import {
  companiesIn,
  licenceChanges,
  optionOf,
  rdapChanges,
  registrarChanges,
  registrarsIn,
  SAVED,
  suffixesInAnswer,
} from './saved-files.ts';

/** Days after which a source is due to be read again, if nothing else is said. */
const DUE = 180;

export interface ToRead {
  readonly source: Source;
  /** Days since it was read, counted from the end of the month or year where no day is known. */
  readonly days: number;
  /** How many facts of each kind cite it. */
  readonly used: Readonly<Record<string, number>>;
}

/**
 * Returns every source, the longest unread first; of those of one day, the one that most rests on.
 */
export function toRead(rules: Ruleset, today: Day): ToRead[] {
  const kinds: Readonly<Record<string, readonly unknown[]>> = {
    suffixes: rules.suffixes,
    platforms: rules.platforms,
    registrars: rules.registrars,
    provinces: rules.provinces,
    answers: rules.faq,
    consoles: rules.consoles,
    prompts: rules.prompts,
    terms: rules.glossary,
    principles: rules.principles,
    holidays: rules.holidays,
    durations: rules.durations,
    'look-ups': [rules.lookUps],
  };
  const cited = Object.entries(kinds).map(([kind, facts]) => [kind, facts.map(sourcesIn)] as const);
  return rules.sources
    .map((source) => ({
      source,
      days: daysBetween(lastDay(source.retrievedOn), today),
      used: Object.fromEntries(
        cited
          .map(([kind, facts]) => [kind, facts.filter((ids) => ids.has(source.id)).length] as const)
          .filter(([, count]) => count > 0),
      ),
    }))
    .sort((a, b) => b.days - a.days || total(b) - total(a) || (a.source.id < b.source.id ? -1 : 1));
}

const ID_LISTS = ['listedBy', 'deniedBy', 'absentFrom'];

/** Ids of the sources that a fact cites anywhere in it. */
function sourcesIn(fact: unknown): Set<string> {
  return new Set(idsIn(fact, ''));
}

function idsIn(value: unknown, key: string): string[] {
  if (typeof value === 'string') return key === 'source' || ID_LISTS.includes(key) ? [value] : [];
  // Where a fact has one list of sources for all of it, it is a list of ids.
  const keyOf = (one: unknown) => (key === 'cites' && typeof one === 'string' ? 'source' : key);
  if (Array.isArray(value)) return value.flatMap((one) => idsIn(one, keyOf(one)));
  return Object.entries(Object(value)).flatMap(([name, one]) => idsIn(one, name));
}

function total({ used }: ToRead): number {
  return Object.values(used).reduce((sum, count) => sum + count, 0);
}

/**
 * Returns the last day of a date of some precision: what was read "in October" was read by its end.
 */
function lastDay(date: PartialDate): Day {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * The State Council tells the holidays of a year in the autumn before it, in most years in
 * November.
 */
const HOLIDAYS_TOLD = '-11-01';

/**
 * Returns what to add to the calendar of public holidays by a day: the year after its last once
 * that may be known; empty for nothing.
 */
export function holidaysDue({ holidays }: Ruleset, today: Day): string[] {
  const last = lastWithNotice(holidays)?.year ?? Number(today.slice(0, 4)) - 1;
  if (today < `${last}${HOLIDAYS_TOLD}`) return [];
  const missing = `the public holidays of ${last + 1} (国务院办公厅关于${last + 1}年部分节假日安排的通知)`;
  return [`Add ${missing} to holidays.json: its notices end with ${last}.`];
}

export interface Difference {
  /** On the list, and unknown to us. */
  readonly added: readonly string[];
  /** Approved among our facts, and not on the list. */
  readonly gone: readonly string[];
  /** On the list, and not approved or uncertain among our facts. */
  readonly changed: readonly string[];
  /** On the list, and approved among our facts. */
  readonly same: number;
}

/**
 * Returns the suffixes in a text, CSV or saved HTML (A-labels, sorted): everything that stands by
 * itself behind a dot, or, where nothing does, every line or cell that is one label; of a cloud's
 * answer, what its members call suffixes.
 */
export function suffixesIn(file: string): string[] {
  const hosts = namesIn(file).flatMap((name) => {
    const read = readHost(name.trim().replace(/^[.．。]|[.．。]+$/gu, ''));
    return 'type' in read ? [] : [read.host];
  });
  return [...new Set(hosts)].sort();
}

function namesIn(file: string): string[] {
  const answered = suffixesInAnswer(file);
  if (answered !== null)
    return answered.flatMap((names) => names.split(/[\s,;，；、|]+/)).filter((name) => name !== '');
  const text = /<(?:html|body|table|div|p|td|li)\b/i.test(file) ? textOf(file) : file;
  const dotted = [...text.matchAll(/(?<![\p{L}\p{N}./@-])[.．。]([\p{L}\p{N}][\p{L}\p{N}.-]*)/gu)].map(
    ([, name = '']) => name,
  );
  const cells = text.split(/[\r\n\t,;，；、|]+/).map((cell) => cell.trim().replace(/^["']|["']$/g, ''));
  return dotted.length > 0 ? dotted : cells.filter((cell) => /^[\p{L}\p{N}-]{2,63}$/u.test(cell));
}

function textOf(html: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (text) => parts.push(text), onopentag: () => parts.push('\n') });
  parser.end(html);
  return parts.join('');
}

/**
 * Returns how a list's suffixes differ from the facts. Suffixes of more than one label are not
 * compared: lists leave them out.
 */
export function compare(rules: Ruleset, listed: readonly string[]): Difference {
  const known = new Map(rules.suffixes.map((fact) => [fact.suffix, fact.status]));
  const on = new Set(listed);
  return {
    added: listed.filter((suffix) => !known.has(suffix)),
    gone: rules.suffixes
      .filter(({ suffix, status }) => status === 'approved' && !suffix.includes('.') && !on.has(suffix))
      .map((fact) => fact.suffix),
    changed: listed.filter((suffix) => known.has(suffix) && known.get(suffix) !== 'approved'),
    same: listed.filter((suffix) => known.get(suffix) === 'approved').length,
  };
}

const OPTIONS = {
  today: { type: 'string' },
  days: { type: 'string' },
  list: { type: 'string' },
  rdap: { type: 'string' },
  registrars: { type: 'string' },
  licensed: { type: 'string' },
  notes: { type: 'string' },
  since: { type: 'string' },
} as const;

/** What is wrong with the arguments or with what they name, in words. */
class Refused extends Error {}

/** Returns a saved file's text, where its form is not that of another option. */
function readSaved(option: (typeof SAVED)[number], path: string, read: (path: string) => string): string {
  let text: string;
  try {
    text = read(path);
  } catch (error) {
    throw new Refused(`--${option}: ${reasonOf(error)}`);
  }
  const other = optionOf(text);
  if (other !== null && other !== option) throw new Refused(`--${option}: ${path} is a file for --${other}`);
  return text;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Values = Partial<Record<keyof typeof OPTIONS, string>>;

/** Returns what saved files say, a line each. Throws {@link Refused} where one is no such file. */
function changesTold(values: Values, rules: Ruleset, read: (path: string) => string): string[] {
  const told = (title: string, lines: readonly string[]) => [
    `${title}: ${lines.length}`,
    ...lines.map((line) => `  ${line}`),
  ];
  const inFile: Readonly<Record<(typeof SAVED)[number], (text: string, path: string) => string[]>> = {
    rdap(text, path) {
      const changes = rdapChanges(rules, text);
      if (changes === null) throw new Refused(`--rdap: ${path} is no bootstrap file for domains`);
      return told(`Changes of RDAP servers in ${path}`, changes);
    },
    registrars(text, path) {
      const listed = registrarsIn(text);
      if (listed.length === 0) throw new Refused(`--registrars: no registrar was found in ${path}`);
      return told(`Changes of registrars in ${path}`, registrarChanges(rules, listed));
    },
    licensed(text, path) {
      const companies = companiesIn(text);
      if (companies.length === 0) throw new Refused(`--licensed: no company was found in ${path}`);
      return told(`Changes of licensed registrars in ${path}`, licenceChanges(rules, companies));
    },
    list: (text, path) => suffixChanges(rules, text, path),
  };
  return SAVED.flatMap((option) => {
    const path = values[option];
    return path === undefined ? [] : inFile[option](readSaved(option, path, read), path);
  });
}

/** How many of the words that are refused are quoted. */
const QUOTED = 5;

function suffixChanges(rules: Ruleset, text: string, path: string): string[] {
  const listed = suffixesIn(text);
  if (listed.length === 0) throw new Refused(`--list: no suffix was found in ${path}`);
  const statuses = new Map(rules.suffixes.map(({ suffix, status }) => [suffix, status]));
  const others = listed.filter((name) => !statuses.has(name) && !isPublicSuffix(name));
  // New suffixes are few among those that are known; words of a file of another kind are not.
  if (others.length * 2 > listed.length) {
    const words = others.slice(0, QUOTED).join(', ');
    throw new Refused(`--list: ${path} has ${others.length} words that are no suffix, ${words}: is it such a list?`);
  }
  const { added, gone, changed, same } = compare(rules, listed);
  return [
    `${listed.length} suffixes in ${path}; ${same} of them approved among ours.`,
    `On the list, unknown to us: ${added.length}`,
    ...added.map((name) => `  .${name}`),
    `On the list, judged otherwise among ours: ${changed.length}`,
    ...changed.map((name) => `  .${name}: ${statuses.get(name)}`),
    `Approved among ours, not on the list: ${gone.length}`,
    ...gone.map((name) => `  .${name}`),
  ];
}

function isPublicSuffix(name: string): boolean {
  return psl.parse(`a.${name}`).listed === true && psl.get(name) === null;
}

/** Returns the data as a commit has it. */
function dataInHistory(commit: string): DataFiles {
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', args, { cwd: ROOT, input, maxBuffer: 2 ** 28, stdio: ['pipe', 'pipe', 'pipe'] });
  const listed = git(['ls-tree', '-r', '-z', '--name-only', '--end-of-options', commit, 'src/data']).toString();
  const paths = listed.split('\0').filter((path) => path.endsWith('.json'));
  const blobs = git(['cat-file', '--batch'], paths.map((path) => `${commit}:${path}\n`).join(''));
  const files = new Map<string, string>();
  let at = 0;
  for (const path of paths) {
    // Each is its hash, its kind and its length in a line, then itself and an end of line.
    const begin = blobs.indexOf('\n', at) + 1;
    const end = begin + Number(blobs.subarray(at, begin).toString().trim().split(' ').at(-1));
    files.set(path.slice('src/data/'.length), blobs.subarray(begin, end).toString());
    at = end + 1;
  }
  return files;
}

/** Returns what a release's notes say of the facts since a commit. */
function releaseNotes(changed: readonly string[], commit: string): string[] {
  return [`## Facts since ${commit}`, '', ...(changed.length > 0 ? changed : ['No fact changed.'])];
}

/** Returns what to print, a line each; or what is wrong with the arguments. */
export function report(
  argv: readonly string[],
  rules: Ruleset,
  read: (path: string) => string,
  now: Day,
  dataAt: (commit: string) => DataFiles = dataInHistory,
): string[] | { wrong: string } {
  const changedSince = (option: 'notes' | 'since', commit: string) => {
    try {
      return changedFacts(dataAt(commit), dataAt('HEAD'));
    } catch (error) {
      throw new Refused(`--${option}: ${reasonOf(error)}`);
    }
  };
  let values: Values;
  try {
    ({ values } = parseArgs({ args: [...argv], options: OPTIONS }));
  } catch (error) {
    return { wrong: reasonOf(error) };
  }
  const { today = now, days = String(DUE), notes, since } = values;
  if (!isDay(today)) return { wrong: `--today: "${today}" is no day` };
  if (!/^\d{1,5}$/.test(days)) return { wrong: `--days: "${days}" is no number of days` };
  try {
    if (notes !== undefined) return releaseNotes(changedSince('notes', notes), notes);
    return [
      ...sourcesDue(rules, today, Number(days)),
      ...holidaysDue(rules, today),
      ...(since === undefined ? [] : [`Facts since ${since}:`, ...changedSince('since', since)]),
      ...changesTold(values, rules, read),
    ];
  } catch (error) {
    if (error instanceof Refused) return { wrong: error.message };
    throw error;
  }
}

function sourcesDue(rules: Ruleset, today: Day, days: number): string[] {
  const due = toRead(rules, today).filter((one) => one.days > days);
  return [
    `Rules of ${rules.stamp.date}, ${daysBetween(rules.stamp.date, today)} days old on ${today}.`,
    `Not read for more than ${days} days: ${due.length} of ${rules.sources.length} sources.`,
    ...due.map(({ source, days: unread, used }) => {
      const rests = Object.entries(used).map(([kind, count]) => `${count} ${kind}`);
      return `  ${source.id} (${unread} days): ${rests.join(', ')}; ${source.url}`;
    }),
  ];
}

/** Returns the text of a saved file, in whatever encoding; throws where it has none. */
function savedText(path: string): string {
  const text = textIn(readFileSync(path));
  if (!text.ok) throw new Error(`${path}: ${text.wrong}`);
  return text.value;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const told = report(process.argv.slice(2), loadRules(), savedText, dayOf(new Date()));
  if ('wrong' in told) {
    console.error(told.wrong);
    process.exit(2);
  }
  console.log(told.join('\n'));
}
