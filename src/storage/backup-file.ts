/** Everything that is kept, as one file: written, and read back field by field. No browser is needed here. */
import type { AnswerName, Answers } from '../domain/answers/answers.ts';
import { domainAnswersKey, PROFILE_KEY, placeOf, readDomainAnswers } from '../domain/answers/domain-answers.ts';
import { decodeSeen, IN_VIEW_KEY, isHost, SEEN_KEY } from '../domain/answers/recently-pinned.ts';
import type { Day } from '../domain/common/days.ts';
import { LOCALES } from '../domain/common/locale.ts';
import {
  DATA_FORM,
  FILE_FORM,
  MOST_CHARACTERS,
  type Portfolio,
  plainOf,
  readPortfolio,
} from '../domain/portfolio/portfolio-record.ts';
import { decodeHintPreferences, HINT_PREFERENCES_KEY, ICON_KEY } from '../domain/prompts/hint-preferences.ts';
import { decodeHints, HINTS_KEY } from '../domain/prompts/hint-states.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { keptOf } from './check-loaded-rules.ts';
import { LANGUAGE_KEY, RULES_KEY } from './keys.ts';

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

export type FileRead =
  | { readonly kind: 'contents'; readonly contents: Everything; readonly refused: readonly Refused[] }
  | { readonly kind: 'not-json' | 'not-ours' | 'newer' };

/** What values are held against: the rules in use, and the day. */
export interface Known {
  readonly rules: Ruleset;
  readonly today: Day;
}

/** In: a stored value. Out: what of it is sound, or undefined, and the places of what is not. */
type Decoder = (value: unknown, known: Known) => { readonly value: unknown; readonly wrong: readonly string[] };

const UNREADABLE = { value: undefined, wrong: ['(all)'] };
const CASE = domainAnswersKey('');

/** In: what decodes of a value, and the places that did not. Out: nothing of it, where all of it did not. */
function soundPart(value: unknown, wrong: readonly string[]): ReturnType<Decoder> {
  return wrong.includes('(all)') ? UNREADABLE : { value, wrong };
}

/** What may come in from a file, by key; answers on domains come besides. A test finds a setting that is missing here. */
export const DECODERS: Readonly<Record<string, Decoder>> = {
  [PROFILE_KEY]: (value, { rules }) => decodeAnswers(value, rules, null),
  [HINTS_KEY]: (value) => {
    const { hints, sound } = decodeHints(value);
    return soundPart(hints, sound ? [] : differing(value, hints));
  },
  [HINT_PREFERENCES_KEY]: (value) => {
    const off = decodeHintPreferences(value);
    return soundPart(off, differing(value, off));
  },
  [LANGUAGE_KEY]: (value) => {
    const locale = LOCALES.find((one) => one === value);
    return locale === undefined ? UNREADABLE : { value: locale, wrong: [] };
  },
  [ICON_KEY]: (value) => (typeof value === 'boolean' ? { value, wrong: [] } : UNREADABLE),
  [IN_VIEW_KEY]: (value) => (isHost(value) ? { value, wrong: [] } : UNREADABLE),
  [SEEN_KEY]: (value) => {
    const seen = decodeSeen(value);
    return Array.isArray(value) ? { value: seen, wrong: differing(value, seen) } : UNREADABLE;
  },
  [RULES_KEY]: (value, { today }) => {
    const kept = keptOf(value, today);
    return kept === null ? UNREADABLE : { value: kept, wrong: [] };
  },
};

/** Where values are set aside that could not be read; they go out with the rest and stay out of what comes in. */
export const ASIDE_KEYS = /^aside:|\.aside$/;

/** Out: a file with all of it. */
export function writeFile({ stored, portfolios, sites }: Everything): string {
  return `${JSON.stringify({ form: DATA_FORM, stored, sites, portfolios: portfolios.map(plainOf) }, null, 1)}\n`;
}

/** In: a file's text. Out: all that is sound in it, and what is not; a file with portfolios alone is read as well. */
export function readFile(text: string, known: Known): FileRead {
  let file: unknown;
  try {
    // A mark for UTF-8 in front is no part of the text.
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { kind: 'not-json' };
  }
  if (!isFields(file) || typeof file.form !== 'string') return { kind: 'not-ours' };
  const { form } = file;
  if (form !== DATA_FORM && form !== FILE_FORM) {
    const family = [DATA_FORM, FILE_FORM].find((one) => form.startsWith(one.slice(0, -1)));
    return { kind: family !== undefined && /\/[1-9]\d{0,5}$/.test(form) ? 'newer' : 'not-ours' };
  }

  const refused: Refused[] = [];
  function take(place: string, value: unknown, wrong: readonly string[]): boolean {
    if (value === undefined || value === null) refused.push({ place, why: 'unreadable', parts: [] });
    else if (wrong.length > 0) refused.push({ place, why: 'part', parts: wrong });
    return value !== undefined && value !== null;
  }

  const stored = Object.entries(isFields(file.stored) ? file.stored : {}).flatMap(
    ([key, value]): [string, unknown][] => {
      if (ASIDE_KEYS.test(key)) {
        refused.push({ place: key, why: 'set-aside', parts: [] });
        return [];
      }
      const decode = (Object.hasOwn(DECODERS, key) && DECODERS[key]) || (isCaseKey(key) ? decodeCase(key) : null);
      if (decode === null) {
        refused.push({ place: key, why: 'unknown', parts: [] });
        return [];
      }
      const read = decode(value, known);
      return take(key, read.value, read.wrong) ? [[key, read.value]] : [];
    },
  );
  const portfolios = (Array.isArray(file.portfolios) ? file.portfolios : []).flatMap((one: unknown, index) => {
    const { portfolio, wrong } = readPortfolio(one, known.rules);
    const name =
      isFields(one) && typeof one.name === 'string' ? one.name.slice(0, MOST_CHARACTERS) : `portfolios[${index}]`;
    return take(name, portfolio, wrong) && portfolio ? [portfolio] : [];
  });
  const sites = (Array.isArray(file.sites) ? file.sites : []).flatMap((one: unknown, index) => {
    if (typeof one === 'string' && HOST.test(one)) return [one];
    refused.push({ place: `sites[${index}]`, why: 'unreadable', parts: [] });
    return [];
  });
  return { kind: 'contents', contents: { stored: Object.fromEntries(stored), portfolios, sites }, refused };
}

/** How much there is of each kind, for people to weigh. */
export interface Tally {
  readonly profile: number;
  readonly cases: number;
  readonly portfolios: number;
  readonly names: number;
  readonly hints: number;
  /** Names that are or were in view beside pages. */
  readonly seen: number;
  readonly settings: number;
  /** Files of rules. */
  readonly rules: number;
  readonly sites: number;
  readonly aside: number;
}

/** Out: the counts. */
export function tallyOf({ stored, portfolios, sites }: Everything): Tally {
  const keys = Object.keys(stored);
  const { hints } = decodeHints(stored[HINTS_KEY]);
  const aside = keys.filter((key) => ASIDE_KEYS.test(key));
  const cases = keys.filter(isCaseKey);
  const seen = new Set([stored[IN_VIEW_KEY], ...decodeSeen(stored[SEEN_KEY])].filter((one) => one !== undefined));
  const known = [PROFILE_KEY, HINTS_KEY, IN_VIEW_KEY, SEEN_KEY, RULES_KEY, ...aside, ...cases];
  return {
    profile: keys.includes(PROFILE_KEY) ? 1 : 0,
    cases: cases.length,
    portfolios: portfolios.length,
    names: portfolios.reduce((sum, one) => sum + one.entries.lines.length, 0),
    hints: Object.values(hints).reduce((sum, prompts) => sum + Object.keys(prompts).length, 0),
    seen: seen.size,
    settings: keys.filter((key) => !known.includes(key)).length,
    rules: keys.includes(RULES_KEY) ? 1 : 0,
    sites: sites.length,
    aside: aside.length,
  };
}

/** In: what a file holds and what is there. Out: the keys whose value would become another. */
export function replacedBy(coming: Everything, there: Everything): string[] {
  return Object.keys(coming.stored).filter(
    (key) => Object.hasOwn(there.stored, key) && !isSame(coming.stored[key], there.stored[key]),
  );
}

/** In: portfolios from a file and those that are there. Out: those that are to be added; what is there stays, and what is the same is not added twice. */
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

/** As safe as a key must be; whether it is a name that anyone can have is not asked here. */
const HOST = /^(?!\.)[a-z0-9_.-]{1,253}$/;

function isCaseKey(key: string): boolean {
  return key.startsWith(CASE) && HOST.test(key.slice(CASE.length));
}

function decodeCase(key: string): Decoder {
  return (value, { rules }) => decodeAnswers(value, rules, key.slice(CASE.length));
}

/** Answers on a registrable domain (null: about the person); what is about something else has no place there. */
function decodeAnswers(value: unknown, rules: Ruleset, registrable: string | null): ReturnType<Decoder> {
  const { one, wrong: unread } = readDomainAnswers(value, rules);
  if (unread.includes('(all)')) return UNREADABLE;
  const misplaced = misplacedIn(one.answers, registrable === null ? 'profile' : 'case');
  const wrong = [...unread, ...misplaced];
  // Records are about a domain, not about the person.
  const { records, ...told } = one;
  const isMisplaced = registrable === null && records !== undefined;
  if (isMisplaced) wrong.push('records');
  const hosts = Object.entries(one.hosts).flatMap(([host, given]): [string, Answers][] => {
    if (!HOST.test(host) || registrable === null || !`.${host}`.endsWith(`.${registrable}`)) {
      wrong.push(host);
      return [];
    }
    const strange = misplacedIn(given, 'host');
    wrong.push(...strange.map((name) => `${host}: ${name}`));
    return [[host, without(given, strange)]];
  });
  return {
    value: {
      ...(isMisplaced ? told : one),
      answers: without(one.answers, misplaced),
      hosts: Object.fromEntries(hosts),
    },
    wrong,
  };
}

function misplacedIn(answers: Answers, place: ReturnType<typeof placeOf>): string[] {
  return Object.keys(answers).filter((name) => placeOf(name as AnswerName) !== place);
}

function without(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));
}

/** In: a value and what was read of it. Out: the names at its top under which they differ. */
function differing(value: unknown, read: object): string[] {
  if (typeof value !== 'object' || value === null) return ['(all)'];
  const [given, taken] = [value as Record<string, unknown>, read as Record<string, unknown>];
  const names = new Set([...Object.keys(given), ...Object.keys(taken)]);
  return [...names].filter((name) => !isSame(given[name], taken[name]));
}

/** Whether two plain values are the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
