/**
 * All that is stored, in one table: under which key and where, in which version, what people call
 * it, how it is counted before somebody decides on it, and what of it comes in from a file.
 * Everything goes out with an export, and away with “erase all”. What is not here is not written (a
 * test looks), and does not come in.
 */

import type { AnswerName, Answers } from '../domain/answers/answers.ts';
import {
  VERSION as ANSWERS_VERSION,
  domainAnswersKey,
  PROFILE_KEY,
  placeOf,
  readDomainAnswers,
} from '../domain/answers/domain-answers.ts';
import { decodeSeen, IN_VIEW_KEY, isHost, SEEN_KEY } from '../domain/answers/recently-pinned.ts';
import type { Day } from '../domain/common/days.ts';
import { isRecord } from '../domain/common/is-record.ts';
import { LOCALES } from '../domain/common/locale.ts';
import { decodeShapes } from '../domain/portfolio/read-table.ts';
import { decodeHintPreferences, HINT_PREFERENCES_KEY, ICON_KEY } from '../domain/prompts/hint-preferences.ts';
import { decodeHints, HINTS_KEY } from '../domain/prompts/hint-states.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { keptOf } from './check-loaded-rules.ts';
import { COLUMNS_KEY, LANGUAGE_KEY, RULES_KEY } from './keys.ts';

/** What values from a file are held against: the rules in use, and the day. */
export interface Known {
  readonly rules: Ruleset;
  readonly today: Day;
}

/** What of a value is sound, or undefined, and the places of what is not. */
interface Taken {
  readonly value: unknown;
  readonly wrong: readonly string[];
}

/**
 * Where a value is: in `storage.local`, or in the database that no page reaches (see
 * rules-store.ts).
 */
export const PLACES = ['local', 'rules-database'] as const;

/** What people weigh before they take data in or erase it. */
export const COUNTED = ['profile', 'cases', 'hints', 'seen', 'settings', 'rules', 'aside'] as const;

export interface StoredValue {
  /** The key; of a family, what each of its keys begins with. */
  readonly key: string;
  /**
   * Which keys belong to a family, where there is a value for each of several names; the group is
   * the name.
   */
  readonly family?: RegExp;
  readonly place: (typeof PLACES)[number];
  /**
   * The version of its form, which its key or the value itself says; null: it has none of its own.
   */
  readonly version: number | null;
  /** Key of the message that names it to people; null: the name behind the key does. */
  readonly label: string | null;
  readonly countedAs: (typeof COUNTED)[number];
  /** Returns the things in it that are counted; the value itself if not given. */
  readonly things?: (value: unknown) => readonly string[];
  /**
   * Returns what an import takes of it, given the name behind the key; null: it goes out, and stays
   * out.
   */
  readonly take: ((value: unknown, known: Known, name: string) => Taken) | null;
}

const UNREADABLE = { value: undefined, wrong: ['(all)'] };

/** As safe as a key must be; whether it is a name that anyone can have is not asked here. */
const HOST = '(?!\\.)[a-z0-9_.-]{1,253}';
const isHostKey = new RegExp(`^${HOST}$`);

export const STORED_VALUES: readonly StoredValue[] = [
  {
    key: PROFILE_KEY,
    place: 'local',
    version: ANSWERS_VERSION,
    label: 'options_defaults',
    countedAs: 'profile',
    take: (value, { rules }) => takeAnswers(value, rules, null),
  },
  {
    key: HINTS_KEY,
    place: 'local',
    version: 1,
    label: 'options_hints',
    countedAs: 'hints',
    things: (value) =>
      Object.entries(decodeHints(value).hints).flatMap(([site, prompts]) =>
        Object.keys(prompts).map((prompt) => `${site} ${prompt}`),
      ),
    take(value) {
      const { hints, sound } = decodeHints(value);
      return soundPart(hints, sound ? [] : differing(value, hints));
    },
  },
  {
    key: HINT_PREFERENCES_KEY,
    place: 'local',
    version: 1,
    label: 'options_hints',
    countedAs: 'settings',
    take(value) {
      const off = decodeHintPreferences(value);
      return soundPart(off, differing(value, off));
    },
  },
  {
    key: LANGUAGE_KEY,
    place: 'local',
    version: 1,
    label: 'options_language',
    countedAs: 'settings',
    take(value) {
      const locale = LOCALES.find((one) => one === value);
      return locale === undefined ? UNREADABLE : { value: locale, wrong: [] };
    },
  },
  {
    key: ICON_KEY,
    place: 'local',
    version: 1,
    label: 'options_toolbar',
    countedAs: 'settings',
    take: (value) => (typeof value === 'boolean' ? { value, wrong: [] } : UNREADABLE),
  },
  {
    key: COLUMNS_KEY,
    place: 'local',
    version: 1,
    label: 'options_columns',
    countedAs: 'settings',
    take(value) {
      const shapes = decodeShapes(value);
      return soundPart(shapes, differing(value, shapes));
    },
  },
  {
    key: IN_VIEW_KEY,
    place: 'local',
    version: 1,
    label: 'options_in_view',
    countedAs: 'seen',
    things: (value) => [String(value)],
    take: (value) => (isHost(value) ? { value, wrong: [] } : UNREADABLE),
  },
  {
    key: SEEN_KEY,
    place: 'local',
    version: 1,
    label: 'options_in_view',
    countedAs: 'seen',
    things: decodeSeen,
    take(value) {
      const seen = decodeSeen(value);
      return Array.isArray(value) ? { value: seen, wrong: differing(value, seen) } : UNREADABLE;
    },
  },
  {
    key: RULES_KEY,
    place: 'rules-database',
    version: 1,
    label: 'options_rules',
    countedAs: 'rules',
    take(value, { today }) {
      const kept = keptOf(value, today);
      return kept === null ? UNREADABLE : { value: kept, wrong: [] };
    },
  },
  {
    // Where values are put that could not be read, before they are written over.
    key: 'aside:',
    family: /^aside:(.*)|^(.*)\.aside$/s,
    place: 'local',
    version: null,
    label: null,
    countedAs: 'aside',
    take: null,
  },
  {
    key: domainAnswersKey(''),
    family: new RegExp(`^${domainAnswersKey('')}(${HOST})$`),
    place: 'local',
    version: ANSWERS_VERSION,
    label: null,
    countedAs: 'cases',
    take: (value, { rules }, name) => takeAnswers(value, rules, name),
  },
];

/**
 * Returns what is known of a stored key, and the name behind it where it is of a family; null for
 * one that is none of ours.
 */
export function storedValueAt(key: string): { readonly stored: StoredValue; readonly name: string } | null {
  for (const stored of STORED_VALUES) {
    const found = stored.family?.exec(key);
    if (stored.family === undefined ? stored.key === key : found) return { stored, name: found?.[1] ?? '' };
  }
  return null;
}

/**
 * Returns what decodes of a value, with the places that did not; nothing of it, where all of it did
 * not.
 */
function soundPart(value: unknown, wrong: readonly string[]): Taken {
  return wrong.includes('(all)') ? UNREADABLE : { value, wrong };
}

/**
 * Answers on a registrable domain (null: about the person); what is about something else has no
 * place there.
 */
function takeAnswers(value: unknown, rules: Ruleset, registrable: string | null): Taken {
  const { one, wrong: unread } = readDomainAnswers(value, rules);
  if (unread.includes('(all)')) return UNREADABLE;
  const misplaced = misplacedIn(one.answers, registrable === null ? 'profile' : 'case');
  const wrong = [...unread, ...misplaced];
  // Records are about a domain, not about the person.
  const { records, ...told } = one;
  const isMisplaced = registrable === null && records !== undefined;
  if (isMisplaced) wrong.push('records');
  const hosts = Object.entries(one.hosts).flatMap(([host, given]): [string, Answers][] => {
    if (!isHostKey.test(host) || registrable === null || !`.${host}`.endsWith(`.${registrable}`)) {
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

/** Returns the names at the top of a value under which it differs from what was read of it. */
function differing(value: unknown, read: object): string[] {
  if (typeof value !== 'object' || value === null) return ['(all)'];
  const [given, taken] = [value as Record<string, unknown>, read as Record<string, unknown>];
  const names = new Set([...Object.keys(given), ...Object.keys(taken)]);
  return [...names].filter((name) => !isSame(given[name], taken[name]));
}

/** Whether two plain values are the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
