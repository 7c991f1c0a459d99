/** Answers from outside (stored, in a file, on the command line) are unknown until they were read here. */
import { isDay } from './days.ts';
import { type Answers, APPLICATIONS, HOLDERS, MAINLAND_BODIES, ORIGINS, type RuleBundle, SUBJECTS } from './model.ts';
import { readRegistrar } from './registrars.ts';

type Field<T> = (value: unknown, rules: RuleBundle) => T | undefined;

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
 * In: any value, and the bundle that ids must come from. Out: the answers in it, and the names of what had to be left
 * out: unknown names, and values that the bundle or the calendar does not have. Never throws.
 */
export function readAnswers(
  value: unknown,
  rules: RuleBundle,
): { readonly answers: Answers; readonly wrong: readonly string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { answers: {}, wrong: ['(all)'] };
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

/** In: answers. Out: those about the person alone. */
export function personalOf(answers: Answers): PersonalAnswers {
  const given = PERSONAL.filter((name) => answers[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, answers[name]]));
}
