/**
 * Words for rules that a person loaded from a file: nothing proves where it is from, so that
 * whatever rests on it says so.
 */
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import type { Source } from '../domain/ruleset/source.ts';
import type { Translate } from './translator.ts';

/** As much of the rules as says where they are from. */
export type Stamped = Pick<Ruleset, 'stamp'>;

/** Returns the mark of loaded rules; null for those of the build. */
export function loadedMark({ stamp }: Stamped, t: Translate): string | null {
  return stamp.loadedOn === undefined ? null : t('rules_mark');
}

/** Returns a text with the mark behind it, where the rules are loaded ones. */
export function withMark(text: string, rules: Stamped, t: Translate): string {
  const mark = loadedMark(rules, t);
  return mark === null ? text : `${text} · ${mark}`;
}

/** Returns the date of the rules in words, with the mark. */
export function rulesText(rules: Stamped, t: Translate): string {
  return withMark(t('rules_of', { date: rules.stamp.date }), rules, t);
}

/**
 * Returns the name of a source that nobody is led to, with its host and why; null where it may be a
 * link.
 */
export function foreignText({ url, isForeign }: Source, label: string, t: Translate): string | null {
  return isForeign ? `${label} · ${t('link_foreign', { host: new URL(url).host })}` : null;
}
