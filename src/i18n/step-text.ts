import type { Step } from '../domain/eligibility/verdict.ts';
import type { FixId } from '../domain/portfolio/fixes.ts';
import type { Translate } from './translator.ts';

/** Returns the sentence of a step with its days. */
export function sayStep(step: Step, t: Translate): string {
  const days = sayStepDays(step, t);
  const sentence = t(`step_${step.code.replaceAll('-', '_')}`, step.params);
  return days === '' ? sentence : t('step_with_days', { sentence, days });
}

/** Returns from which day on and until which day a step can be done; empty where it has no days. */
export function sayStepDays({ notBefore, notAfter }: Pick<Step, 'notBefore' | 'notAfter'>, t: Translate): string {
  return [
    ...(notBefore === null ? [] : [t('step_from', { date: notBefore })]),
    ...(notAfter === null ? [] : [t('step_until', { date: notAfter })]),
  ].join(t('list_separator'));
}

/** Steps that are the same as what a portfolio has to be done, and are called so. */
const STEP_OF: Readonly<Partial<Record<FixId, string>>> = {
  'replace-suffix': 'other-suffix',
  'check-suffix': 'look-suffix-up',
  'move-registrar': 'transfer-in',
  'check-registrar': 'look-registrar-up',
  'pass-real-name': 'verify-identity',
  'wait-record': 'wait-for-record',
  'settle-filing': 'have-record-cancelled',
  'settle-holder': 'change-holder',
};

/** Returns a step in a few words. */
export function sayShortStep(code: string, t: Translate): string {
  return t(`short_${code.replaceAll('-', '_')}`);
}

/** Returns what is to be done about a domain, in a few words. */
export function sayFix(fix: FixId, t: Translate): string {
  const step = STEP_OF[fix];
  return step === undefined ? t(`fix_${fix.replaceAll('-', '_')}`) : sayShortStep(step, t);
}
