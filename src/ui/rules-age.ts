import { daysBetween } from '../core/days.ts';
import type { Day } from '../core/model.ts';
import type { Say } from './say.ts';

/** Days after which the rules say that they may have been overtaken. */
const OLD = 180;

/** In: the date of the rules, and today. Out: how old they are in words; null where that need not be said. */
export function ageNotice(date: Day, today: Day, say: Say): string | null {
  const days = daysBetween(date, today);
  return days > OLD ? say('rules_old', { days }) : null;
}
