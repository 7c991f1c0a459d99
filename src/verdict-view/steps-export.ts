/** The steps as text to take along. */
import type { Day } from '../domain/common/days.ts';
import type { Step, Timeline } from '../domain/eligibility/verdict.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { withMark } from '../i18n/loaded-mark.ts';
import { sayStep } from '../i18n/step-text.ts';
import { sayTimeline } from '../i18n/timeline-text.ts';
import type { Translate } from '../i18n/translator.ts';

export interface Plan {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly timeline: Timeline | null;
  readonly rules: Pick<Ruleset, 'stamp'>;
}

/** Returns a plan as plain text, one step a line. */
export function textOf({ title, steps, timeline, rules }: Plan, t: Translate): string {
  const lines = steps.map((step, index) => `${index + 1}. ${sayStep(step, t)}${step.url ? ` ${step.url}` : ''}`);
  const said = timeline === null ? null : sayTimeline(timeline, t);
  const days = said === null ? [] : ['', said.title, ...said.phases.map((line) => `- ${line}`), ...said.end];
  return [title, '', ...lines, ...days, '', aboutOf(rules, t), ''].join('\n');
}

/** Returns a plan as Markdown. */
export function markdownOf({ title, steps, timeline, rules }: Plan, t: Translate): string {
  const lines = steps.map(
    (step, index) => `${index + 1}. ${escaped(sayStep(step, t))}${step.url ? ` <${step.url}>` : ''}`,
  );
  const said = timeline === null ? null : sayTimeline(timeline, t);
  const days =
    said === null
      ? []
      : [
          '',
          `## ${escaped(said.title)}`,
          '',
          ...said.phases.map((line) => `- ${escaped(line)}`),
          '',
          ...said.end.map(escaped),
        ];
  return [`# ${escaped(title)}`, '', ...lines, ...days, '', `_${escaped(aboutOf(rules, t))}_`, ''].join('\n');
}

/** Returns by which rules the steps are. */
function aboutOf(rules: Plan['rules'], t: Translate): string {
  return withMark(t('plan_about', { date: rules.stamp.date }), rules, t);
}

/** Returns the steps that have a day, with it: the first day it can be done, or else the last. */
export function datesOf(steps: readonly Step[]): { readonly step: Step; readonly day: Day }[] {
  return steps.flatMap((step) => {
    const day = step.notBefore ?? step.notAfter;
    return day === null ? [] : [{ step, day }];
  });
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
