/** What is kept of a portfolio, and its reading back. */
import { type Answers, type PersonalAnswers, personalOf, readAnswers } from '../answers/answers.ts';
import { isRecord } from '../common/is-record.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { type Entry, REJECTIONS, type Rejected } from './entry.ts';
import { type NameRecords, NO_RECORDS, readNameRecords } from './name-records.ts';

export interface Portfolio {
  readonly id: string;
  readonly name: string;
  /** Grows with each save: a save on an older one is refused. */
  readonly revision: number;
  readonly entries: Entries;
  readonly rejected: readonly Rejected[];
  readonly answers: PersonalAnswers;
  /** Name that is filed → the website that the person says it shows. */
  readonly sites: readonly (readonly [string, string])[];
  /** What the person says of single names, by registrable domain. */
  readonly told: readonly (readonly [string, Answers])[];
  /** What records say of names. */
  readonly records: NameRecords;
}

/** Entries in a form that is handed over and stored at the cost of one text, however many they are. */
export interface Entries {
  /** A line each. */
  readonly names: string;
  readonly lines: Uint32Array;
}

export const NO_ENTRIES: Entries = { names: '', lines: new Uint32Array() };

/** In: entries. Out: them in the compact form. */
export function packed(entries: readonly Entry[]): Entries {
  return {
    names: entries.map((entry) => entry.input.replace(/[\r\n]+/g, ' ')).join('\n'),
    lines: Uint32Array.from(entries, (entry) => entry.line),
  };
}

/** In: entries in the compact form. Out: them one by one. */
export function unpacked({ names, lines }: Entries): Entry[] {
  return names === '' ? [] : names.split('\n').map((input, index) => ({ line: lines[index] ?? 0, input }));
}

/** Out: all of the first, then all of the second. */
export function joined(a: Entries, b: Entries): Entries {
  if (a.names === '' || b.names === '') return a.names === '' ? b : a;
  const lines = new Uint32Array(a.lines.length + b.lines.length);
  lines.set(a.lines);
  lines.set(b.lines, a.lines.length);
  return { names: `${a.names}\n${b.names}`, lines };
}

/** The form of files that hold portfolios. */
export const FILE_FORM = 'icp-filing-guide/portfolio/1';
/** The form of files that hold everything that is kept (see the options). */
export const DATA_FORM = 'icp-filing-guide/data/1';
/** What one portfolio holds at most: more is not read back. */
export const MOST_ENTRIES = 1_000_000;
/** The longest name of a portfolio. */
export const MOST_CHARACTERS = 200;

/** In: a name and an id. Out: an empty portfolio. */
export function emptyPortfolio(id: string, name: string): Portfolio {
  return {
    id,
    name,
    revision: 0,
    entries: NO_ENTRIES,
    rejected: [],
    answers: {},
    sites: [],
    told: [],
    records: NO_RECORDS,
  };
}

/** In: any value, as stored or from a file. Out: the portfolio in it; null where it is none. What does not decode is left out. */
export function decodePortfolio(value: unknown, rules: Ruleset): Portfolio | null {
  return readPortfolio(value, rules).portfolio;
}

/** As {@link decodePortfolio}, with the places of what had to be left out. */
export function readPortfolio(
  value: unknown,
  rules: Ruleset,
): { readonly portfolio: Portfolio | null; readonly wrong: readonly string[] } {
  const nothing = { portfolio: null, wrong: ['(all)'] };
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.name !== 'string') return nothing;
  const wrong: string[] = [];

  /** In: a field that is a list, and what decodes one of it. Out: what decodes. */
  function listOf<T>(
    name: 'entries' | 'rejected' | 'sites' | 'told',
    list: unknown,
    decode: (one: unknown) => T[],
  ): T[] {
    if (!Array.isArray(list)) {
      if (list !== undefined) wrong.push(name);
      return [];
    }
    return list.flatMap((one: unknown, index) => {
      const read = decode(one);
      if (read.length === 0) wrong.push(`${name}[${index}]`);
      return read;
    });
  }

  const entries = Array.isArray(value.entries)
    ? value.entries.length > MOST_ENTRIES
      ? null
      : packed(listOf('entries', value.entries, (one) => entryOf(one).filter(({ input }) => input !== '')))
    : compactOf(value.entries);
  if (entries === null) return nothing;
  const read = readAnswers(value.answers ?? {}, rules);
  const answers = personalOf(read.answers);
  const misplaced = Object.keys(read.answers).filter((name) => !Object.hasOwn(answers, name));
  wrong.push(...[...read.wrong, ...misplaced].map((name) => `answers.${name}`));
  const { records, isWhole } = readNameRecords(value.records);
  if (!isWhole) wrong.push('records');
  const portfolio: Portfolio = {
    id: value.id,
    name: value.name.slice(0, MOST_CHARACTERS),
    revision: Number.isSafeInteger(value.revision) ? Number(value.revision) : 0,
    entries,
    rejected: listOf('rejected', value.rejected, (one): Rejected[] => {
      const why = REJECTIONS.find((reason) => isRecord(one) && one.why === reason);
      return why === undefined ? [] : entryOf(one).map((entry) => ({ ...entry, why }));
    }),
    answers,
    sites: listOf('sites', value.sites, (pair): [string, string][] => {
      if (!Array.isArray(pair)) return [];
      const [name, site] = pair as unknown[];
      return typeof name === 'string' && typeof site === 'string' ? [[name, site]] : [];
    }),
    told: listOf('told', value.told, (pair): [string, Answers][] => {
      if (!Array.isArray(pair)) return [];
      const [name, given] = pair as unknown[];
      const { answers: said, wrong: unread } = readAnswers(given, rules);
      return typeof name === 'string' && unread.length === 0 ? [[name, said]] : [];
    }),
    records,
  };
  return { portfolio, wrong };
}

/** In: portfolios, and the plan of the first as JSON, if wanted. Out: a file that holds them, to be opened here again. */
export function fileOf(portfolios: readonly Portfolio[], plan?: string): string {
  const file = JSON.stringify({ form: FILE_FORM, portfolios: portfolios.map(plainOf) }, null, 1);
  return plan === undefined ? `${file}\n` : `${file.slice(0, -2)},\n "plan": ${plan.trim()}\n}\n`;
}

/** Returns a portfolio as files have it: what is packed is written out, and what says nothing is left out. */
export function plainOf({ told, records, ...portfolio }: Portfolio): unknown {
  return {
    ...portfolio,
    entries: unpacked(portfolio.entries),
    ...(told.length > 0 && { told }),
    ...(records.lines !== '' && { records }),
  };
}

const FORMS = [FILE_FORM, DATA_FORM];

/** Whether a text begins like a file of ours. */
export function isOurs(text: string): boolean {
  return FORMS.some((form) => text.slice(0, 200).includes(form));
}

/** In: a text. Out: the portfolios that it holds as a file of ours (one with everything, too); null where it is none. */
export function portfoliosIn(text: string, rules: Ruleset): Portfolio[] | null {
  if (!isOurs(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || !FORMS.some((form) => value.form === form) || !Array.isArray(value.portfolios)) return null;
    return value.portfolios.flatMap((one: unknown) => decodePortfolio(one, rules) ?? []);
  } catch {
    // Cut off or edited: it is read as a list then, which says of each line what it is.
    return null;
  }
}

/** As stored; from a file, entries come one by one. */
function compactOf(value: unknown): Entries | null {
  if (!isRecord(value) || typeof value.names !== 'string' || !(value.lines instanceof Uint32Array)) return null;
  const count = value.names === '' ? 0 : value.names.split('\n').length;
  return count > MOST_ENTRIES || count !== value.lines.length ? null : { names: value.names, lines: value.lines };
}

function entryOf(value: unknown): Entry[] {
  if (!isRecord(value) || typeof value.line !== 'number' || typeof value.input !== 'string') return [];
  return [{ line: value.line, input: value.input.slice(0, 2000) }];
}
