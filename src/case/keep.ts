/** Keeping answers, about the person and about each domain. */
import type { AnswerName, PersonalAnswers } from '../core/answers.ts';
import { type Case, caseKey, EMPTY, isEmpty, PROFILE_KEY, placeOf, readCase, withAnswer } from '../core/case.ts';
import type { Answers, RuleBundle } from '../core/model.ts';
import { readPolicy } from '../core/policy.ts';
import { forget, look, managed, setAside, storedAll } from '../platform/browser.ts';
import { changeStored } from './change.ts';
import { inTurn } from './locks.ts';

export interface Kept {
  /** What is known of the person: what they said, and else what their organisation says for all of its people. */
  readonly profile: Case;
  /** What the organisation says. */
  readonly defaults: PersonalAnswers;
  readonly one: Case;
  /** False where something stored made no sense and was set aside. */
  readonly sound: boolean;
  /** False where the browser did not give what is stored: what is shown as not answered may have been. */
  readonly isRead: boolean;
}

/** What is asked of the browser about the person, unchecked; a page in a hurry asks before the rest of its code is there. */
export interface PersonAsked {
  /** null: it cannot be read. */
  readonly profile: ReturnType<typeof look>;
  readonly policy: Promise<unknown>;
}

/** In: the bundle and a registrable domain (null: only the profile). Out: what is kept of it. */
export async function readKept(
  rules: RuleBundle,
  registrable: string | null,
  asked: PersonAsked = { profile: look(PROFILE_KEY), policy: managed() },
): Promise<Kept> {
  const [profile, one, policy] = await Promise.all([
    asked.profile.then((found) => readFound(rules, PROFILE_KEY, found)),
    read(rules, registrable === null ? null : caseKey(registrable)),
    asked.policy,
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

export interface AllKept extends Pick<Kept, 'profile' | 'defaults' | 'isRead'> {
  /** By registrable domain, in its order. */
  readonly cases: ReadonlyMap<string, Case>;
}

/** In: the bundle. Out: all that is kept; what cannot be read is left out, and stays where it is. */
export async function readAllKept(rules: RuleBundle): Promise<AllKept> {
  const [kept, policy] = await Promise.all([storedAll(), managed()]);
  const all = kept ?? {};
  const { defaults } = readPolicy(policy, rules);
  const cases = domainsOf(all).map((domain): [string, Case] => [domain, readCase(all[caseKey(domain)], rules).one]);
  return {
    profile: withDefaults(readCase(all[PROFILE_KEY], rules).one, defaults),
    defaults,
    isRead: kept !== null,
    cases: new Map(cases),
  };
}

/** What an organisation says for all of its people counts until the person says otherwise. */
function withDefaults(profile: Case, defaults: PersonalAnswers): Case {
  return { ...profile, answers: { ...defaults, ...profile.answers } };
}

/** Keeps one answer; undefined takes it back. Out: false where it could not be stored. */
export function keep<K extends AnswerName>(
  rules: RuleBundle,
  registrable: string,
  host: string,
  name: K,
  value: Answers[K],
): Promise<boolean> {
  const place = placeOf(name);
  const key = place === 'profile' ? PROFILE_KEY : caseKey(registrable);
  return change(rules, key, place === 'host' ? host : null, name, value);
}

/** Keeps one answer about the person. Out: false where it could not be stored. */
export function keepPersonal<K extends AnswerName>(rules: RuleBundle, name: K, value: Answers[K]): Promise<boolean> {
  return change(rules, PROFILE_KEY, null, name, value);
}

/** Out: the registrable domains that answers are kept on, sorted; null where storage cannot be read. */
export async function readCases(): Promise<string[] | null> {
  const all = await storedAll();
  return all && domainsOf(all);
}

/** In: all that is stored. Out: the registrable domains that answers are kept on, sorted. */
export function domainsOf(all: Readonly<Record<string, unknown>>): string[] {
  const prefix = caseKey('');
  return Object.keys(all)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort();
}

function change<K extends AnswerName>(
  rules: RuleBundle,
  key: string,
  host: string | null,
  name: K,
  value: Answers[K],
): Promise<boolean> {
  return changeStored(
    key,
    (stored) => readCase(stored, rules).wrong.length === 0,
    (stored) => {
      const after = withAnswer(readCase(stored, rules).one, host, name, value);
      return isEmpty(after) ? undefined : after;
    },
  );
}

/** Forgets everything about a registrable domain. Out: false where that failed. */
export function forgetCase(registrable: string): Promise<boolean> {
  const key = caseKey(registrable);
  return inTurn(key, () => forget(key));
}

interface Read {
  readonly one: Case;
  readonly sound: boolean;
  readonly isRead: boolean;
}

async function read(rules: RuleBundle, key: string | null): Promise<Read> {
  return key === null ? { one: EMPTY, sound: true, isRead: true } : readFound(rules, key, await look(key));
}

/** In: what is kept under a key (null: it cannot be read). Out: the case in it. What makes no sense is set aside first. */
async function readFound(rules: RuleBundle, key: string, found: Awaited<ReturnType<typeof look>>): Promise<Read> {
  if (found === null) return { one: EMPTY, sound: true, isRead: false };
  const { one, wrong } = readCase(found.value, rules);
  const sound = wrong.length === 0;
  if (!sound) await setAside(key, found.value);
  return { one, sound, isRead: true };
}
