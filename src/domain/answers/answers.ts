/**
 * Answers from outside (stored, in a file, on the command line) are unknown until they were read
 * here.
 */

import { isDay } from '../common/days.ts';
import {
  boolean,
  type DecodeContext,
  type Decoded,
  type Decoder,
  decodedWithPlaces,
  number,
  oneOf,
  report,
  soundFields,
  string,
} from '../common/decoder.ts';
import { readRegistrar } from '../ruleset/find-registrars.ts';
import { HOLDERS, SUBJECTS } from '../ruleset/province.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

/** Where somebody's papers are from: a person's identity document, a body's registration. */
export const ORIGINS = ['mainland', 'hk-mo-tw', 'abroad'] as const;

/** What a body from outside has in the mainland. */
export const MAINLAND_BODIES = ['subsidiary', 'branch', 'representative-office', 'none'] as const;

/** Kinds of applications that a name can be in. */
export const APPLICATIONS = ['none', 'first-filing', 'new-website', 'access-filing', 'change'] as const;

export interface AnswersContext extends DecodeContext {
  /** What ids are held against. */
  readonly rules: Ruleset;
}

const day = string('a day', isDay);

const provider: Decoder<string, AnswersContext> = (value, at, reading) => {
  const { consoles } = reading.rules;
  const id = value === 'other' ? value : consoles.find((one) => one.accessProvider && one.id === value)?.id;
  return id ?? report(reading, at, 'an access provider', value);
};

const registrar: Decoder<string, AnswersContext> = (value, at, reading) => {
  const isNamed = typeof value === 'string' || typeof value === 'number';
  const id = isNamed ? readRegistrar(reading.rules.registrars, String(value)) : null;
  return id ?? report(reading, at, 'a registrar', value);
};

const province: Decoder<string, AnswersContext> = (value, at, reading) => {
  const name = typeof value === 'string' ? value : '';
  const found = reading.rules.provinces.find(
    (one) => one.id === name.toLowerCase() || Object.values(one.name).includes(name),
  );
  return found?.id ?? report(reading, at, 'a province', value);
};

/** What the person can tell us. */
export const ANSWER_FIELDS = {
  /**
   * Where the host is served: a mainland server, a mainland CDN, or elsewhere (Hong Kong, Macau,
   * Taiwan, abroad).
   */
  hosting: oneOf(['mainland', 'mainland-cdn', 'elsewhere']),
  /**
   * Whether the registrable domain is held by the person, or by somebody who gives out names below
   * it.
   */
  name: oneOf(['own', 'other']),
  /**
   * Id of a registrar of the bundle, or of one that the bundle lacks `iana-` and the IANA id, or
   * `name:` and the name.
   */
  registrar: registrar,
  /**
   * What the person found on MIIT's own lists, where the sources here do not settle the suffix or
   * the registrar.
   */
  suffixListed: oneOf(['yes', 'no']),
  registrarListed: oneOf(['yes', 'no']),
  /** When the name was registered or last transferred. */
  registeredOn: day,
  expiresOn: day,
  realName: oneOf(['done', 'not-done']),
  /** When real-name authentication was approved. */
  realNameOn: day,
  /** Whether that was more than five working days ago, where nobody knows the day. */
  realNameSettled: boolean(),
  subject: oneOf(SUBJECTS),
  /** Where the papers of the person or body are from. */
  registeredIn: oneOf(ORIGINS),
  /** What a body from outside has in the mainland to file with. */
  mainlandBody: oneOf(MAINLAND_BODIES),
  /** Where the papers of the body's legal representative are from. */
  legalRepresentative: oneOf(ORIGINS),
  holder: oneOf(HOLDERS),
  /** Id of a province of the bundle. */
  province: province,
  /** Whether there is a filing on the registrable domain, and whose. */
  record: oneOf(['none', 'own', 'other']),
  /**
   * When the filing of one's own was made: names filed before 2018 are not verified at a change.
   */
  filedWhen: oneOf(['before-2018', 'since-2018']),
  /** Which application is ahead. */
  applyingFor: oneOf(APPLICATIONS),
  /** Whether a site is open under the host now, and where. */
  liveNow: oneOf(['no', 'mainland', 'abroad']),
  /** Whether the name or the papers are part of an order or filing in another account. */
  application: oneOf(['none', 'open']),
  certificate: oneOf(['ready', 'missing']),
  /** How many registrable domains show this same site. */
  namesOnSite: number(
    'a whole number from 1 to 100,000',
    (given) => Number.isInteger(given) && given > 0 && given <= 100_000,
  ),
  /** The access provider that the name is filed with: id of a console of the bundle, or `other`. */
  filedWith: provider,
  /** The access provider that serves this host: id of a console of the bundle, or `other`. */
  servedBy: provider,
  /** Whether these two are the same, where no names are given. */
  sameProvider: boolean(),
};

/** What the person has told us. Absent means not known; "I don't know" is the same as no answer. */
export type Answers = { readonly [K in keyof typeof ANSWER_FIELDS]?: Decoded<(typeof ANSWER_FIELDS)[K]> };

const answersDecoder = soundFields<Required<Answers>, AnswersContext>(ANSWER_FIELDS);

export type AnswerName = keyof Answers;

export const ANSWER_NAMES = Object.keys(ANSWER_FIELDS) as AnswerName[];

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
  const { value: answers = {}, wrong } = decodedWithPlaces(answersDecoder, value, { rules });
  return { answers, wrong };
}

/** What is asked once about the person, and used for every name. */
export type PersonalAnswers = Pick<Answers, (typeof PERSONAL)[number]>;

/** Returns the answers about the person alone. */
export function personalOf(answers: Answers): PersonalAnswers {
  const given = PERSONAL.filter((name) => answers[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, answers[name]]));
}
