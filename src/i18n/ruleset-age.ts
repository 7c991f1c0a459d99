import type { Day } from '../domain/common/days.ts';
import { daysBetween } from '../domain/common/days.ts';
import type { Translate } from './translator.ts';

/** Days after which the rules say that they may have been overtaken. */
const OLD = 180;

/** Returns how old the rules are in words; null where that need not be said. */
export function ageNotice(date: Day, today: Day, t: Translate): string | null {
  const days = daysBetween(date, today);
  return days > OLD ? t('rules_old', { days }) : null;
}
