/**
 * Answers from outside (stored, in a file, on the command line) are unknown until they were read
 * here.
 */

import { type Day, isDay } from '../common/days.ts';
import { isRecord } from '../common/is-record.ts';
import { readRegistrar } from '../ruleset/find-registrars.ts';
import { HOLDERS, type Holder, SUBJECTS, type Subject } from '../ruleset/province.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

/** Where somebody's papers are from: a person's identity document, a body's registration. */
export const ORIGINS = ['mainland', 'hk-mo-tw', 'abroad'] as const;

export type Origin = (typeof ORIGINS)[number];

/** What a body from outside has in the mainland. */
export const MAINLAND_BODIES = ['subsidiary', 'branch', 'representative-office', 'none'] as const;

export type MainlandBody = (typeof MAINLAND_BODIES)[number];

/** Kinds of applications that a name can be in. */
export const APPLICATIONS = ['none', 'first-filing', 'new-website', 'access-filing', 'change'] as const;

export type ApplicationKind = (typeof APPLICATIONS)[number];

/** What the person has told us. Absent means not known; "I don't know" is the same as no answer. */
export interface Answers {
  /**
   * Where the host is served: a mainland server, a mainland CDN, or elsewhere (Hong Kong, Macau,
   * Taiwan, abroad).
   */
  readonly hosting?: 'mainland' | 'mainland-cdn' | 'elsewhere';
  /**
   * Whether the registrable domain is held by the person, or by somebody who gives out names below
   * it.
   */
  readonly name?: 'own' | 'other';
  /** Id of a registrar of the bundle, or `iana-` and the IANA id of one that the bundle lacks. */
  readonly registrar?: string;
  /**
   * What the person found on MIIT's own lists, where the sources here do not settle the suffix or
   * the registrar.
   */
  readonly suffixListed?: 'yes' | 'no';
  readonly registrarListed?: 'yes' | 'no';
  /** When the name was registered or last transferred. */
  readonly registeredOn?: Day;
  readonly expiresOn?: Day;
  readonly realName?: 'done' | 'not-done';
  /** When real-name authentication was approved. */
  readonly realNameOn?: Day;
  /** Whether that was more than five working days ago, where nobody knows the day. */
  readonly realNameSettled?: boolean;
  readonly subject?: Subject;
  /** Where the papers of the person or body are from. */
  readonly registeredIn?: Origin;
  /** What a body from outside has in the mainland to file with. */
  readonly mainlandBody?: MainlandBody;
  /** Where the papers of the body's legal representative are from. */
  readonly legalRepresentative?: Origin;
  readonly holder?: Holder;
  /** Id of a province of the bundle. */
  readonly province?: string;
  /** Whether there is a filing on the registrable domain, and whose. */
  readonly record?: 'none' | 'own' | 'other';
  /**
   * When the filing of one's own was made: names filed before 2018 are not verified at a change.
   */
  readonly filedWhen?: 'before-2018' | 'since-2018';
  /** Which application is ahead. */
  readonly applyingFor?: ApplicationKind;
  /** Whether a site is open under the host now, and where. */
  readonly liveNow?: 'no' | 'mainland' | 'abroad';
  /** Whether the name or the papers are part of an order or filing in another account. */
  readonly application?: 'none' | 'open';
  readonly certificate?: 'ready' | 'missing';
  /** How many registrable domains show this same site. */
  readonly namesOnSite?: number;
  /** The access provider that the name is filed with: id of a console of the bundle, or `other`. */
  readonly filedWith?: string;
  /** The access provider that serves this host: id of a console of the bundle, or `other`. */
  readonly servedBy?: string;
  /** Whether these two are the same, where no names are given. */
  readonly sameProvider?: boolean;
}

type Field<T> = (value: unknown, rules: Ruleset) => T | undefined;

const oneOf =
  <const T extends string>(...values: readonly T[]): Field<T> =>
  (value) =>
    values.find((known) => known === value);

const day: Field<string> = (value) => (typeof value === 'string' && isDay(value) ? value : undefined);

const provider: Field<string> = (value, { consoles }) =>
  value === 'other' ? value : consoles.find((one) => one.accessProvider && one.id === value)?.id;

const FIELDS: { readonly [K in keyof Required<Answers>]: Field<Required<Answers>[K]> } = {
  hosting: oneOf('mainland', 'mainland-cdn', 'elsewhere'),
  name: oneOf('own', 'other'),
  registrar: (value, { registrars }) =>
    typeof value === 'string' || typeof value === 'number'
      ? (readRegistrar(registrars, String(value)) ?? undefined)
      : undefined,
  suffixListed: oneOf('yes', 'no'),
  registrarListed: oneOf('yes', 'no'),
  registeredOn: day,
  expiresOn: day,
  realName: oneOf('done', 'not-done'),
  realNameOn: day,
  realNameSettled: (value) => (typeof value === 'boolean' ? value : undefined),
  subject: oneOf(...SUBJECTS),
  registeredIn: oneOf(...ORIGINS),
  mainlandBody: oneOf(...MAINLAND_BODIES),
  legalRepresentative: oneOf(...ORIGINS),
  holder: oneOf(...HOLDERS),
  province: (value, { provinces }) =>
    typeof value === 'string'
      ? provinces.find((one) => one.id === value.toLowerCase() || Object.values(one.name).includes(value))?.id
      : undefined,
  record: oneOf('none', 'own', 'other'),
  filedWhen: oneOf('before-2018', 'since-2018'),
  applyingFor: oneOf(...APPLICATIONS),
  liveNow: oneOf('no', 'mainland', 'abroad'),
  application: oneOf('none', 'open'),
  certificate: oneOf('ready', 'missing'),
  namesOnSite: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 100_000 ? value : undefined,
  filedWith: provider,
  servedBy: provider,
  sameProvider: (value) => (typeof value === 'boolean' ? value : undefined),
};

export type AnswerName = keyof Answers;

export const ANSWER_NAMES = Object.keys(FIELDS) as AnswerName[];

/** About the person: asked once, the default for every domain. */
export const PERSONAL = [
  'subject',
  'registeredIn',
  'mainlandBody',
  'legalRepresentative',
  'province',
  'filedWith',
] as const satisfies readonly AnswerName[];

/** About one host; everything else is about its registrable domain. */
export const PER_HOST = ['hosting', 'liveNow', 'servedBy', 'sameProvider'] as const satisfies readonly AnswerName[];

/**
 * Returns the answers in any value, and the names of what had to be left out: unknown names, and
 * values that the ruleset or the calendar does not have. Never throws.
 */
export function readAnswers(
  value: unknown,
  rules: Ruleset,
): { readonly answers: Answers; readonly wrong: readonly string[] } {
  if (!isRecord(value)) return { answers: {}, wrong: ['(all)'] };
  const wrong: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(value)) {
    const known = ANSWER_NAMES.find((one) => one === name);
    const answer = known && FIELDS[known](given, rules);
    if (known === undefined || answer === undefined) wrong.push(name);
    else read[known] = answer;
  }
  return { answers: read as Answers, wrong };
}

/** What is asked once about the person, and used for every name. */
export type PersonalAnswers = Pick<Answers, (typeof PERSONAL)[number]>;

/** Returns the answers about the person alone. */
export function personalOf(answers: Answers): PersonalAnswers {
  const given = PERSONAL.filter((name) => answers[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, answers[name]]));
}
