import type { Step } from '../domain/eligibility/verdict.ts';
import type { Translate } from './translator.ts';

/** Returns the sentence of a step with its days. */
export function sayStep({ code, params, notBefore, notAfter }: Step, t: Translate): string {
  const days = [
    ...(notBefore === null ? [] : [t('step_from', { date: notBefore })]),
    ...(notAfter === null ? [] : [t('step_until', { date: notAfter })]),
  ];
  const sentence = t(`step_${code.replaceAll('-', '_')}`, params);
  return days.length === 0 ? sentence : `${sentence} (${days.join(', ')})`;
}
