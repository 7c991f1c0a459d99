/** The steps as text to take along. */
import type { Day } from '../domain/common/days.ts';
import type { Step } from '../domain/eligibility/verdict.ts';
import { sayStep } from '../i18n/step-text.ts';
import type { Translate } from '../i18n/translator.ts';

export interface Plan {
  readonly title: string;
  readonly steps: readonly Step[];
  /** Date of the rules. */
  readonly rules: Day;
}

/** In: a plan. Out: plain text, one step a line. */
export function textOf({ title, steps, rules }: Plan, t: Translate): string {
  const lines = steps.map((step, index) => `${index + 1}. ${sayStep(step, t)}${step.url ? ` ${step.url}` : ''}`);
  return [title, '', ...lines, '', t('plan_about', { date: rules }), ''].join('\n');
}

/** In: a plan. Out: the same as Markdown. */
export function markdownOf({ title, steps, rules }: Plan, t: Translate): string {
  const lines = steps.map(
    (step, index) => `${index + 1}. ${escaped(sayStep(step, t))}${step.url ? ` <${step.url}>` : ''}`,
  );
  return [`# ${escaped(title)}`, '', ...lines, '', `_${escaped(t('plan_about', { date: rules }))}_`, ''].join('\n');
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
