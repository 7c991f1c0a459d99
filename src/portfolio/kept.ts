/** What is kept of a portfolio, and its reading back. */
import { type PersonalAnswers, personalOf, readAnswers } from '../core/answers.ts';
import type { RuleBundle } from '../core/model.ts';
import { type Entry, REJECTIONS, type Rejected } from './intake.ts';

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
const MOST_ENTRIES = 1_000_000;

/** In: a name and an id. Out: an empty portfolio. */
export function emptyPortfolio(id: string, name: string): Portfolio {
  return { id, name, revision: 0, entries: NO_ENTRIES, rejected: [], answers: {}, sites: [] };
}

/** In: any value, as stored or from a file. Out: the portfolio in it; null where it is none. What does not decode is left out. */
export function decodePortfolio(value: unknown, rules: RuleBundle): Portfolio | null {
  if (!isFields(value) || typeof value.id !== 'string' || typeof value.name !== 'string') return null;
  const entries = entriesOf(value.entries);
  if (entries === null) return null;
  return {
    id: value.id,
    name: value.name.slice(0, 200),
    revision: Number.isSafeInteger(value.revision) ? Number(value.revision) : 0,
    entries,
    rejected: (Array.isArray(value.rejected) ? value.rejected : []).flatMap((one: unknown): Rejected[] => {
      const why = REJECTIONS.find((reason) => isFields(one) && one.why === reason);
      return why === undefined ? [] : entryOf(one).map((entry) => ({ ...entry, why }));
    }),
    answers: personalOf(readAnswers(isFields(value.answers) ? value.answers : {}, rules).answers),
    sites: (Array.isArray(value.sites) ? value.sites : []).flatMap((pair: unknown): [string, string][] => {
      if (!Array.isArray(pair)) return [];
      const [name, site] = pair as unknown[];
      return typeof name === 'string' && typeof site === 'string' ? [[name, site]] : [];
    }),
  };
}

/** In: portfolios, and the plan of the first as JSON, if wanted. Out: a file that holds them, to be opened here again. */
export function fileOf(portfolios: readonly Portfolio[], plan?: string): string {
  const plain = portfolios.map((one) => ({ ...one, entries: unpacked(one.entries) }));
  const file = JSON.stringify({ form: FILE_FORM, portfolios: plain }, null, 1);
  return plan === undefined ? `${file}\n` : `${file.slice(0, -2)},\n "plan": ${plan.trim()}\n}\n`;
}

/** In: a text. Out: the portfolios that it holds as a file of ours; null where it is none. */
export function portfoliosIn(text: string, rules: RuleBundle): Portfolio[] | null {
  if (!text.slice(0, 200).includes(FILE_FORM)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isFields(value) || value.form !== FILE_FORM || !Array.isArray(value.portfolios)) return null;
    return value.portfolios.flatMap((one: unknown) => decodePortfolio(one, rules) ?? []);
  } catch {
    // Cut off or edited: it is read as a list then, which says of each line what it is.
    return null;
  }
}

/** As stored (compact) or from a file (one by one). */
function entriesOf(value: unknown): Entries | null {
  if (Array.isArray(value)) return value.length > MOST_ENTRIES ? null : packed(value.flatMap(entryOf));
  if (!isFields(value) || typeof value.names !== 'string' || !(value.lines instanceof Uint32Array)) return null;
  const count = value.names === '' ? 0 : value.names.split('\n').length;
  return count > MOST_ENTRIES || count !== value.lines.length ? null : { names: value.names, lines: value.lines };
}

function entryOf(value: unknown): Entry[] {
  if (!isFields(value) || typeof value.line !== 'number' || typeof value.input !== 'string') return [];
  return [{ line: value.line, input: value.input.slice(0, 2000) }];
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
