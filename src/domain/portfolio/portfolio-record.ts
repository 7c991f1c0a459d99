/** What is kept of a portfolio, and its reading back. */
import { type Answers, type PersonalAnswers, personalOf, readAnswers } from '../answers/answers.ts';
import {
  anything,
  array,
  type Decoder,
  decoded,
  decodedWithPlaces,
  fields,
  number,
  oneOf,
  optional,
  orElse,
  report,
  soundItems,
  string,
} from '../common/decoder.ts';
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

/**
 * Entries in a form that is handed over and stored at the cost of one text, however many they are.
 */
export interface Entries {
  /** A line each. */
  readonly names: string;
  readonly lines: Uint32Array;
}

export const NO_ENTRIES: Entries = { names: '', lines: new Uint32Array() };

/** Returns entries in their compact form. */
export function packed(entries: readonly Entry[]): Entries {
  return {
    names: entries.map((entry) => entry.input.replace(/[\r\n]+/g, ' ')).join('\n'),
    lines: Uint32Array.from(entries, (entry) => entry.line),
  };
}

/** Returns the entries of a compact form one by one. */
export function unpacked({ names, lines }: Entries): Entry[] {
  return names === '' ? [] : names.split('\n').map((input, index) => ({ line: lines[index] ?? 0, input }));
}

/** Returns all of the first, then all of the second. */
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

/** Returns an empty portfolio. */
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

const anyText = string('a text', () => true);

/** What a portfolio must have, and what is read further where it has it. */
const head = fields({
  id: anyText,
  name: anyText,
  revision: optional(orElse(number('a revision', Number.isSafeInteger), 0)),
  entries: optional(anything()),
  rejected: optional(anything()),
  answers: optional(anything()),
  sites: optional(anything()),
  told: optional(anything()),
  records: optional(anything()),
});

const compactEntries = fields({
  names: anyText,
  lines: (value, at, reading) =>
    value instanceof Uint32Array ? value : report(reading, at, 'the numbers of lines', value),
});

/** The longest line that is kept. */
const MOST_INPUT = 2000;
const cut: Decoder<string> = (value, at, reading) =>
  typeof value === 'string' ? value.slice(0, MOST_INPUT) : report(reading, at, 'a text', value);
const entry = { line: number('a number', () => true), input: cut };
const rejectedEntry: Decoder<Rejected> = fields({ ...entry, why: oneOf(REJECTIONS) });
const filledEntry: Decoder<Entry> = fields({
  ...entry,
  input: (value, at, reading) => (value === '' ? report(reading, at, 'a text', value) : cut(value, at, reading)),
});

/** A name, and what goes with it. */
function pair<T>(second: Decoder<T>): Decoder<readonly [string, T]> {
  return (value, at, reading) => {
    const [name, one]: unknown[] = Array.isArray(value) ? value : [];
    const read = second(one, at, reading);
    return typeof name === 'string' && read !== undefined ? [name, read] : report(reading, at, 'a pair', value);
  };
}

/** Answers of which all are sound. */
function answersOf(rules: Ruleset): Decoder<Answers> {
  return (value, at, reading) => {
    const { answers, wrong } = readAnswers(value, rules);
    return wrong.length === 0 ? answers : report(reading, at, 'answers', value);
  };
}

/**
 * Returns the portfolio in a value as stored or from a file; null where it is none. What does not
 * decode is left out.
 */
export function decodePortfolio(value: unknown, rules: Ruleset): Portfolio | null {
  return readPortfolio(value, rules).portfolio;
}

/** As {@link decodePortfolio}, with the places of what had to be left out. */
export function readPortfolio(
  value: unknown,
  rules: Ruleset,
): { readonly portfolio: Portfolio | null; readonly wrong: readonly string[] } {
  const nothing = { portfolio: null, wrong: ['(all)'] };
  const given = decoded(head, value);
  const entries = given && readEntries(given.entries);
  if (given === undefined || entries === undefined || entries.value === undefined) return nothing;

  const read = readAnswers(given.answers ?? {}, rules);
  const answers = personalOf(read.answers);
  const misplaced = Object.keys(read.answers).filter((name) => !Object.hasOwn(answers, name));
  const { records, isWhole } = readNameRecords(given.records);
  const rejected = listOf('rejected', rejectedEntry, given.rejected);
  const sites = listOf('sites', pair(anyText), given.sites);
  const told = listOf('told', pair(answersOf(rules)), given.told);
  const portfolio: Portfolio = {
    id: given.id,
    name: given.name.slice(0, MOST_CHARACTERS),
    revision: given.revision ?? 0,
    entries: entries.value,
    rejected: rejected.value,
    answers,
    sites: sites.value,
    told: told.value,
    records,
  };
  const wrong = [
    ...entries.wrong,
    ...[...read.wrong, ...misplaced].map((name) => `answers.${name}`),
    ...(isWhole ? [] : ['records']),
    ...[rejected, sites, told].flatMap((list) => list.wrong),
  ];
  return { portfolio, wrong };
}

interface Decoded<T> {
  readonly value: T;
  readonly wrong: readonly string[];
}

/**
 * Returns what decodes of a list, and the places of what does not; a list that is absent is empty.
 */
function listOf<T>(name: string, item: Decoder<T>, list: unknown): Decoded<readonly T[]> {
  const { value = [], wrong } = decodedWithPlaces(soundItems(item), list ?? [], {}, name);
  return { value, wrong };
}

/**
 * Returns the entries as stored, or as files have them: one by one; undefined where they are
 * neither.
 */
function readEntries(value: unknown): Decoded<Entries | undefined> {
  if (!Array.isArray(value)) return { value: compactOf(value), wrong: [] };
  if (value.length > MOST_ENTRIES) return { value: undefined, wrong: [] };
  const { value: entries, wrong } = listOf('entries', filledEntry, value);
  return { value: packed(entries), wrong };
}

/**
 * Returns the text of a file that holds portfolios, to be opened here again.
 *
 * @param plan the plan of the first as JSON, if wanted
 */
export function fileOf(portfolios: readonly Portfolio[], plan?: string): string {
  const file = JSON.stringify({ form: FILE_FORM, portfolios: portfolios.map(plainOf) }, null, 1);
  return plan === undefined ? `${file}\n` : `${file.slice(0, -2)},\n "plan": ${plan.trim()}\n}\n`;
}

/**
 * Returns a portfolio as files have it: what is packed is written out, and what says nothing is
 * left out.
 */
export function plainOf({ told, records, ...portfolio }: Portfolio): unknown {
  return {
    ...portfolio,
    entries: unpacked(portfolio.entries),
    ...(told.length > 0 && { told }),
    ...(records.lines !== '' && { records }),
  };
}

const FORMS = [FILE_FORM, DATA_FORM];

const portfolioFile = fields({ form: oneOf(FORMS), portfolios: array(anything()) });

/** Whether a text begins like a file of ours. */
export function isOurs(text: string): boolean {
  return FORMS.some((form) => text.slice(0, 200).includes(form));
}

/**
 * Returns the portfolios that a text holds as a file of ours (one with everything, too); null where
 * it is none.
 */
export function portfoliosIn(text: string, rules: Ruleset): Portfolio[] | null {
  if (!isOurs(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    const { portfolios } = decoded(portfolioFile, value) ?? { portfolios: null };
    return portfolios?.flatMap((one) => decodePortfolio(one, rules) ?? []) ?? null;
  } catch {
    // Cut off or edited: it is read as a list then, which says of each line what it is.
    return null;
  }
}

/** As stored; from a file, entries come one by one. */
function compactOf(value: unknown): Entries | undefined {
  const entries = decoded(compactEntries, value);
  if (entries === undefined) return undefined;
  const count = entries.names === '' ? 0 : entries.names.split('\n').length;
  return count > MOST_ENTRIES || count !== entries.lines.length ? undefined : entries;
}
