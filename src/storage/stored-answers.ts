/** Keeping answers, about the person and about each domain. */

import { readManagedPolicy } from '../browser-api/managed-policy.ts';
import { quarantine, readAllStored, removeStored, tryReadStored } from '../browser-api/storage.ts';
import { type AnswerChange, applyAnswerChange, readAnswerChange } from '../domain/answers/answer-change.ts';
import type { AnswerName, Answers, PersonalAnswers } from '../domain/answers/answers.ts';
import {
  type DomainAnswers,
  domainAnswersKey,
  EMPTY,
  isEmpty,
  PROFILE_KEY,
  placeOf,
  readDomainAnswers,
} from '../domain/answers/domain-answers.ts';
import { readPolicy } from '../domain/answers/policy.ts';
import type { RecordedAnswers, RecordedName } from '../domain/answers/recorded-answers.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { crossOut, noteChange, notedChanges, notedKeys } from './answer-journal.ts';
import { changeWithinLock } from './change-stored.ts';
import { withKeyLock } from './locks.ts';

export interface StoredAnswers {
  /**
   * What is known of the person: what they said, and else what their organization says for all of
   * its people.
   */
  readonly profile: DomainAnswers;
  /** What the organization says. */
  readonly defaults: PersonalAnswers;
  readonly one: DomainAnswers;
  /** False where something stored made no sense and was set aside. */
  readonly sound: boolean;
  /**
   * False where the browser did not give what is stored: what is shown as not answered may have
   * been.
   */
  readonly isRead: boolean;
}

/**
 * What is asked of the browser about the person, unchecked; a page in a hurry asks before the rest
 * of its code is there.
 */
export interface PrefetchedProfile {
  /** null: it cannot be read. */
  readonly profile: ReturnType<typeof tryReadStored>;
  readonly policy: Promise<unknown>;
  /** Reads what is kept of a name. */
  readonly read: typeof tryReadStored;
}

/** Returns what is stored of the person and of a registrable domain (null: of the person alone). */
export async function loadAnswers(
  rules: Ruleset,
  registrable: string | null,
  prefetched?: PrefetchedProfile,
): Promise<StoredAnswers> {
  const late = storeNotedChanges(rules);
  // What was asked for before is older than what is only being stored.
  const asked = late === null ? prefetched : await late.then(() => undefined);
  const [profile, one, policy] = await Promise.all([
    (asked?.profile ?? tryReadStored(PROFILE_KEY)).then((found) => readFound(rules, PROFILE_KEY, found)),
    read(rules, registrable === null ? null : domainAnswersKey(registrable), asked?.read),
    asked?.policy ?? readManagedPolicy(),
  ]);
  const { defaults } = readPolicy(policy, rules);
  return {
    profile: withDefaults(profile.one, defaults),
    defaults,
    one: one.one,
    sound: profile.sound && one.sound,
    isRead: profile.isRead && one.isRead,
  };
}

export interface AllStoredAnswers extends Pick<StoredAnswers, 'profile' | 'defaults' | 'isRead'> {
  /** By registrable domain, in its order. */
  readonly cases: ReadonlyMap<string, DomainAnswers>;
}

/** Returns all answers that are stored; what cannot be read is left out, and stays where it is. */
export async function loadAllAnswers(rules: Ruleset): Promise<AllStoredAnswers> {
  await storeNotedChanges(rules);
  const [kept, policy] = await Promise.all([readAllStored(), readManagedPolicy()]);
  const all = kept ?? {};
  const { defaults } = readPolicy(policy, rules);
  const cases = domainsOf(all).map((domain): [string, DomainAnswers] => [
    domain,
    readDomainAnswers(all[domainAnswersKey(domain)], rules).one,
  ]);
  return {
    profile: withDefaults(readDomainAnswers(all[PROFILE_KEY], rules).one, defaults),
    defaults,
    isRead: kept !== null,
    cases: new Map(cases),
  };
}

/** What an organization says for all of its people counts until the person says otherwise. */
function withDefaults(profile: DomainAnswers, defaults: PersonalAnswers): DomainAnswers {
  return { ...profile, answers: { ...defaults, ...profile.answers } };
}

/** Keeps one answer; undefined takes it back. Returns false where it could not be stored. */
export function saveAnswer<K extends AnswerName>(
  rules: Ruleset,
  registrable: string,
  host: string,
  name: K,
  value: Answers[K],
): Promise<boolean> {
  const place = placeOf(name);
  const key = place === 'profile' ? PROFILE_KEY : domainAnswersKey(registrable);
  return change(rules, key, { kind: 'answer', host: place === 'host' ? host : null, name, value });
}

/** Keeps one answer about the person. Returns false where it could not be stored. */
export function savePersonalAnswer<K extends AnswerName>(rules: Ruleset, name: K, value: Answers[K]): Promise<boolean> {
  return change(rules, PROFILE_KEY, { kind: 'answer', host: null, name, value });
}

/**
 * Returns the registrable domains that answers are kept on, sorted; null where storage cannot be
 * read.
 */
export async function loadAnsweredDomains(): Promise<string[] | null> {
  const all = await readAllStored();
  return all && domainsOf(all);
}

/** Returns the registrable domains that answers are stored on, sorted. */
export function domainsOf(all: Readonly<Record<string, unknown>>): string[] {
  const prefix = domainAnswersKey('');
  return Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();
}

/**
 * Keeps what records say of a registrable domain beside what the person said. Resolves to false
 * where it could not be stored.
 */
export function saveRecords(rules: Ruleset, registrable: string, records: RecordedAnswers): Promise<boolean> {
  return change(rules, domainAnswersKey(registrable), { kind: 'records', records });
}

/**
 * Forgets one answer of the records of a registrable domain. Resolves to false where that could not
 * be stored.
 */
export function removeRecorded(rules: Ruleset, registrable: string, name: RecordedName | 'statuses'): Promise<boolean> {
  return change(rules, domainAnswersKey(registrable), { kind: 'without-recorded', name });
}

/**
 * Puts a case back as it was, to undo what was changed. Resolves to false where it could not be
 * stored.
 */
export function restoreDomainAnswers(rules: Ruleset, registrable: string, before: DomainAnswers): Promise<boolean> {
  return change(rules, domainAnswersKey(registrable), { kind: 'restore', before });
}

/**
 * Stores the changes that pages which are gone could only note. Resolves when that was tried; null
 * where there is none.
 */
export function storeNotedChanges(rules: Ruleset): Promise<unknown> | null {
  const keys = notedKeys();
  return keys.length === 0 ? null : Promise.all(keys.map((key) => change(rules, key, null)));
}

/**
 * Makes a change (null: none of its own) after those of the same key that were noted and not
 * stored. It is noted when this returns. Resolves to false where it could not be stored.
 */
function change(rules: Ruleset, key: string, own: AnswerChange | null): Promise<boolean> {
  const id = own && noteChange(key, own);
  return withKeyLock(key, async () => {
    const noted = notedChanges(key);
    const before = noted.flatMap((entry) => readAnswerChange(entry.change, rules) ?? []);
    // Noted and not there any more: whoever was before us has stored it with their own.
    const changes = own !== null && id === null ? [...before, own] : before;
    const isStored = await store(rules, key, changes);
    // The page says of its own that it is not stored; another’s may be, the next time.
    crossOut(key, isStored ? noted.map((entry) => entry.id) : [id]);
    return isStored;
  });
}

async function store(rules: Ruleset, key: string, changes: readonly AnswerChange[]): Promise<boolean> {
  if (changes.length === 0) return true;
  // Nothing need be read for that.
  if (changes.at(-1)?.kind === 'forget') return removeStored(key);
  return changeWithinLock(
    key,
    (stored) => readDomainAnswers(stored, rules).wrong.length === 0,
    (stored) => {
      const after = changes.reduce(applyAnswerChange, readDomainAnswers(stored, rules).one);
      return isEmpty(after) ? undefined : after;
    },
  );
}

/** Forgets everything about a registrable domain. Returns false where that failed. */
export function removeDomainAnswers(rules: Ruleset, registrable: string): Promise<boolean> {
  return change(rules, domainAnswersKey(registrable), { kind: 'forget' });
}

interface Read {
  readonly one: DomainAnswers;
  readonly sound: boolean;
  readonly isRead: boolean;
}

async function read(rules: Ruleset, key: string | null, from = tryReadStored): Promise<Read> {
  return key === null ? { one: EMPTY, sound: true, isRead: true } : readFound(rules, key, await from(key));
}

/**
 * Returns the answers in what is stored under a key (null: it cannot be read). What makes no sense
 * is set aside first.
 */
async function readFound(rules: Ruleset, key: string, found: Awaited<ReturnType<typeof tryReadStored>>): Promise<Read> {
  if (found === null) return { one: EMPTY, sound: true, isRead: false };
  const { one, wrong } = readDomainAnswers(found.value, rules);
  const sound = wrong.length === 0;
  if (!sound) await quarantine(key, found.value);
  return { one, sound, isRead: true };
}
