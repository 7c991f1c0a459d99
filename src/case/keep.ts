/** Keeping answers: each change is read, made and stored by itself, so that what another window stored meanwhile is not lost. */
import type { AnswerName, PersonalAnswers } from '../core/answers.ts';
import { type Case, caseKey, isEmpty, PROFILE_KEY, placeOf, readCase, withAnswer } from '../core/case.ts';
import type { Answers, RuleBundle } from '../core/model.ts';
import { readPolicy } from '../core/policy.ts';
import { forget, managed, store, stored, storedAll } from '../platform/browser.ts';

/** What keys begin with under which unreadable values are set aside. */
export const ASIDE = 'aside:';

export interface Kept {
  /** What is known of the person: what they said, and else what their organisation says for all of its people. */
  readonly profile: Case;
  /** What the organisation says. */
  readonly defaults: PersonalAnswers;
  readonly one: Case;
  /** False where something stored could not be read and was set aside. */
  readonly sound: boolean;
}

/** In: the bundle and a registrable domain (null: only the profile). Out: what is kept of it. */
export async function readKept(rules: RuleBundle, registrable: string | null): Promise<Kept> {
  const [profile, one, policy] = await Promise.all([
    read(rules, PROFILE_KEY),
    read(rules, registrable === null ? null : caseKey(registrable)),
    managed(),
  ]);
  const { defaults } = readPolicy(policy, rules);
  return {
    profile: { ...profile.one, answers: { ...defaults, ...profile.one.answers } },
    defaults,
    one: one.one,
    sound: profile.sound && one.sound,
  };
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

/** Out: the registrable domains that answers are kept on, sorted. */
export async function readCases(): Promise<string[]> {
  const prefix = caseKey('');
  return Object.keys((await storedAll()) ?? {})
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
  // Across all pages of the extension: of two changes at once, neither may be lost.
  return navigator.locks.request(key, async () => {
    const { one } = await read(rules, key);
    const after = withAnswer(one, host, name, value);
    return isEmpty(after) ? forget(key) : store({ [key]: after });
  });
}

/** Forgets everything about a registrable domain. Out: false where that failed. */
export function forgetCase(registrable: string): Promise<boolean> {
  const key = caseKey(registrable);
  return navigator.locks.request(key, () => forget(key));
}

async function read(rules: RuleBundle, key: string | null): Promise<{ one: Case; sound: boolean }> {
  const value = key === null ? undefined : await stored(key);
  const { one, wrong } = readCase(value, rules);
  const sound = wrong.length === 0;
  // Under a key of its own, and never over what was set aside before.
  if (!sound && key !== null) {
    const aside = `${ASIDE}${key}`;
    if ((await stored(aside)) === undefined) await store({ [aside]: value });
  }
  return { one, sound };
}
