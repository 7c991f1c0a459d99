import type { Step } from '../core/model.ts';
import type { Say } from './say.ts';

/** In: a step. Out: its sentence with its days. */
export function sayStep({ code, params, notBefore, notAfter }: Step, say: Say): string {
  const days = [
    ...(notBefore === null ? [] : [say('step_from', { date: notBefore })]),
    ...(notAfter === null ? [] : [say('step_until', { date: notAfter })]),
  ];
  const sentence = say(`step_${code.replaceAll('-', '_')}`, params);
  return days.length === 0 ? sentence : `${sentence} (${days.join(', ')})`;
}
