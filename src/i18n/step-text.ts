import type { Step } from '../domain/eligibility/verdict.ts';
import type { Translate } from './translator.ts';

/** Returns the sentence of a step with its days. */
export function sayStep(step: Step, t: Translate): string {
  const days = sayStepDays(step, t);
  const sentence = t(`step_${step.code.replaceAll('-', '_')}`, step.params);
  return days === '' ? sentence : `${sentence} (${days})`;
}

/** Returns from which day on and until which day a step can be done; empty where it has no days. */
export function sayStepDays({ notBefore, notAfter }: Pick<Step, 'notBefore' | 'notAfter'>, t: Translate): string {
  return [
    ...(notBefore === null ? [] : [t('step_from', { date: notBefore })]),
    ...(notAfter === null ? [] : [t('step_until', { date: notAfter })]),
  ].join(', ');
}
