/** The steps as text to take along. */
import type { Day } from '../domain/common/days.ts';
import type { Step } from '../domain/eligibility/verdict.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { withMark } from '../i18n/loaded-mark.ts';
import { sayStep } from '../i18n/step-text.ts';
import type { Translate } from '../i18n/translator.ts';

export interface Plan {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly rules: Pick<Ruleset, 'stamp'>;
}

/** In: a plan. Out: plain text, one step a line. */
export function textOf({ title, steps, rules }: Plan, t: Translate): string {
  const lines = steps.map((step, index) => `${index + 1}. ${sayStep(step, t)}${step.url ? ` ${step.url}` : ''}`);
  return [title, '', ...lines, '', aboutOf(rules, t), ''].join('\n');
}

/** In: a plan. Out: the same as Markdown. */
export function markdownOf({ title, steps, rules }: Plan, t: Translate): string {
  const lines = steps.map(
    (step, index) => `${index + 1}. ${escaped(sayStep(step, t))}${step.url ? ` <${step.url}>` : ''}`,
  );
  return [`# ${escaped(title)}`, '', ...lines, '', `_${escaped(aboutOf(rules, t))}_`, ''].join('\n');
}

/** Returns by which rules the steps are. */
function aboutOf(rules: Plan['rules'], t: Translate): string {
  return withMark(t('plan_about', { date: rules.stamp.date }), rules, t);
}

/** In: steps. Out: those that have a day, with it: the first day it can be done, or else the last. */
export function datesOf(steps: readonly Step[]): { readonly step: Step; readonly day: Day }[] {
  return steps.flatMap((step) => {
    const day = step.notBefore ?? step.notAfter;
    return day === null ? [] : [{ step, day }];
  });
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
