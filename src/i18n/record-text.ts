/**
 * Words for what records say: where an answer is from, what is proposed and why, what contradicts,
 * what a status means.
 */
import type { Answer, AnswerOrigin } from '../domain/answers/answer-origin.ts';
import type { AnswerName } from '../domain/answers/answers.ts';
import { isDay } from '../domain/common/days.ts';
import type { Locale } from '../domain/common/locale.ts';
import type { Advice } from '../domain/records/advice.ts';
import type { AnswerDifference, Proposal } from '../domain/records/fill-answers.ts';
import { labelOfUnlisted } from '../domain/ruleset/find-registrars.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import type { Translate } from './translator.ts';

/** Returns a name of the code (`realNameOn`) as keys of messages have it (`real_name_on`). */
export function inKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Returns where an answer is from, as the end of a line: "from the RDAP record of 2026-11-20
 * (whois.com)".
 */
export function originText(from: AnswerOrigin, t: Translate): string {
  if (from.by === 'person') return t('from_person');
  const text = t(`from_${from.kind}`, { date: from.day });
  return from.place === null ? text : t('from_place', { from: text, place: from.place });
}

/**
 * The messages that the choices of an answer are kept under, where they are not under its own name.
 */
const GROUPS: Readonly<Partial<Record<AnswerName, string>>> = { realName: 'real_name', registeredIn: 'origin' };

/**
 * Returns an answer's value as people read it: a registrar's or a province's name, a day, a
 * choice's words.
 */
export function answerText(
  { name, value }: Pick<Answer, 'name' | 'value'>,
  rules: Pick<Ruleset, 'registrars' | 'provinces'>,
  locale: Locale,
  t: Translate,
): string {
  if (typeof value === 'boolean') return t(`${inKey(name)}_${value ? 'yes' : 'no'}`);
  if (typeof value !== 'string' || isDay(value)) return String(value);
  if (name === 'registrar') {
    const found = rules.registrars.find(({ id }) => id === value);
    const registrar = labelOfUnlisted(value);
    return found?.name[locale] ?? (registrar === null ? value : t('registrar_unlisted', { registrar }));
  }
  if (name === 'province') {
    return rules.provinces.find(({ id }) => id === value)?.name[locale] ?? value;
  }
  return t(`${GROUPS[name] ?? name}_${value.replaceAll('-', '_')}`);
}

/** Returns why an answer is proposed, with the name or number that the person is to compare. */
export function proposalText({ because, shows }: Proposal, t: Translate): string {
  return t(`proposal_${because.replaceAll('-', '_')}`, { name: shows ?? '' });
}

/** Returns the sentence that tells of an answer of the person's that a record contradicts. */
export function differenceText(
  { name, person, record }: AnswerDifference,
  rules: Pick<Ruleset, 'registrars' | 'provinces'>,
  locale: Locale,
  t: Translate,
): string {
  return t('record_differs', {
    said: answerText({ name, value: person }, rules, locale, t),
    record: answerText(record, rules, locale, t),
    from: originText(record.from, t),
  });
}

/**
 * Returns what a status or a day of a record means, and from which day on it no longer does, where
 * that is known.
 */
export function adviceText({ code, until }: Advice, t: Translate): string {
  const advice = t(`advice_${code.replaceAll('-', '_')}`);
  return until === null ? advice : t('advice_until', { advice, date: until });
}
