/**
 * Everything that is kept, as one file: written, and read back field by field. No browser is needed
 * here.
 */
import { anything, decoded, fields, orElse, soundItems, soundRecord, string } from '../domain/common/decoder.ts';
import type { Result } from '../domain/common/result.ts';
import {
  DATA_FORM,
  FILE_FORM,
  MOST_CHARACTERS,
  type Portfolio,
  plainOf,
  readPortfolio,
} from '../domain/portfolio/portfolio-record.ts';
import { COUNTED, isSame, type Known, storedValueAt } from './stored-values.ts';

export interface Everything {
  /** The extension's storage, by key. */
  readonly stored: Readonly<Record<string, unknown>>;
  readonly portfolios: readonly Portfolio[];
  /** Hosts that the person added. */
  readonly sites: readonly string[];
}

export const NOTHING: Everything = { stored: {}, portfolios: [], sites: [] };

/** Something that was not taken from a file, or not in whole. */
export interface Refused {
  /** A key of the storage, or a portfolio's name. */
  readonly place: string;
  /** `set-aside`: it could not be read where it was exported, either. */
  readonly why: 'unknown' | 'unreadable' | 'set-aside' | 'part';
  /** Places within, where a part was left out. */
  readonly parts: readonly string[];
}

/** What a file brings, or why it brings nothing. */
export type FileContents = Result<
  { readonly contents: Everything; readonly refused: readonly Refused[] },
  { readonly why: 'not-json' | 'not-ours' | 'newer' }
>;

/** Returns a file with all of it. */
export function writeFile({ stored, portfolios, sites }: Everything): string {
  return `${JSON.stringify({ form: DATA_FORM, stored, sites, portfolios: portfolios.map(plainOf) }, null, 1)}\n`;
}

const dataFile = fields({
  form: string('a form', () => true),
  stored: orElse(soundRecord(anything()), {}),
  portfolios: orElse(soundItems(anything()), []),
  sites: orElse(soundItems(anything()), []),
});

const named = fields({ name: string('a name', () => true) });

/**
 * Returns all that is sound in a file's text, and what is not; a file with portfolios alone is read
 * as well.
 */
export function readFile(text: string, known: Known): FileContents {
  let file: unknown;
  try {
    // A mark for UTF-8 in front is no part of the text.
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, why: 'not-json' };
  }
  const given = decoded(dataFile, file);
  if (given === undefined) return { ok: false, why: 'not-ours' };
  const { form } = given;
  if (form !== DATA_FORM && form !== FILE_FORM) {
    const family = [DATA_FORM, FILE_FORM].find((one) => form.startsWith(one.slice(0, -1)));
    return { ok: false, why: family !== undefined && /\/[1-9]\d{0,5}$/.test(form) ? 'newer' : 'not-ours' };
  }

  const refused: Refused[] = [];
  function take(place: string, value: unknown, wrong: readonly string[]): boolean {
    if (value === undefined || value === null) refused.push({ place, why: 'unreadable', parts: [] });
    else if (wrong.length > 0) refused.push({ place, why: 'part', parts: wrong });
    return value !== undefined && value !== null;
  }

  const stored = Object.entries(given.stored).flatMap(([key, value]): [string, unknown][] => {
    const found = storedValueAt(key);
    if (!found?.stored.take) {
      refused.push({ place: key, why: found === null ? 'unknown' : 'set-aside', parts: [] });
      return [];
    }
    const read = found.stored.take(value, known, found.name);
    return take(key, read.value, read.wrong) ? [[key, read.value]] : [];
  });
  const portfolios = given.portfolios.flatMap((one, index) => {
    const { portfolio, wrong } = readPortfolio(one, known.rules);
    const name = decoded(named, one)?.name.slice(0, MOST_CHARACTERS) ?? `portfolios[${index}]`;
    return take(name, portfolio, wrong) && portfolio ? [portfolio] : [];
  });
  const sites = given.sites.flatMap((one, index) => {
    if (typeof one === 'string' && HOST.test(one)) return [one];
    refused.push({ place: `sites[${index}]`, why: 'unreadable', parts: [] });
    return [];
  });
  return { ok: true, contents: { stored: Object.fromEntries(stored), portfolios, sites }, refused };
}

/** How much there is of each kind, for people to weigh. */
export type Tally = Readonly<Record<(typeof COUNTED)[number] | 'portfolios' | 'names' | 'sites', number>>;

/**
 * Returns the counts, in the order in which people read them; a key that this version does not know
 * is a setting.
 */
export function tallyOf({ stored, portfolios, sites }: Everything): Tally {
  const things = new Map(COUNTED.map((kind) => [kind, new Set<string>()]));
  for (const [key, value] of Object.entries(stored)) {
    const known = storedValueAt(key)?.stored;
    const all = things.get(known?.countedAs ?? 'settings');
    for (const one of known?.things?.(value) ?? [key]) all?.add(one);
  }
  const count = (kind: (typeof COUNTED)[number]) => things.get(kind)?.size ?? 0;
  return {
    profile: count('profile'),
    cases: count('cases'),
    portfolios: portfolios.length,
    names: portfolios.reduce((sum, one) => sum + one.entries.lines.length, 0),
    hints: count('hints'),
    seen: count('seen'),
    settings: count('settings'),
    rules: count('rules'),
    sites: sites.length,
    aside: count('aside'),
  };
}

/** Returns the keys whose value would become another. */
export function replacedBy(coming: Everything, there: Everything): string[] {
  return Object.keys(coming.stored).filter(
    (key) => Object.hasOwn(there.stored, key) && !isSame(coming.stored[key], there.stored[key]),
  );
}

/**
 * Returns the portfolios of a file that are to be added; what is there stays, and what is the same
 * is not added twice.
 */
export function portfoliosToAdd(
  coming: readonly Portfolio[],
  there: readonly Portfolio[],
  newId: () => string,
  copyOf: (name: string) => string,
): Portfolio[] {
  const all = new Map(there.map((one) => [one.id, one]));
  return coming.flatMap((one) => {
    const known = all.get(one.id);
    if (known && isSame(plainOf({ ...known, revision: 0 }), plainOf({ ...one, revision: 0 }))) return [];
    const added = known
      ? { ...one, revision: 0, id: newId(), name: copyOf(one.name).slice(0, MOST_CHARACTERS) }
      : { ...one, revision: 0 };
    all.set(added.id, added);
    return [added];
  });
}

/** As safe as a host must be that permission is asked for. */
const HOST = /^(?!\.)[a-z0-9_.-]{1,253}$/;
