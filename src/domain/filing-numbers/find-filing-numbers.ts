/**
 * The numbers of a page: core and names put together, apart from the engine, as nobody needs them
 * for a verdict.
 */

import type { Day } from '../common/days.ts';
import { dayOf } from '../common/days.ts';
import { parseLink } from '../hostname/parse-link.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { findNumbers, type ShownNumber, type TextPiece } from './match-numbers.ts';

/**
 * Returns the filing numbers and the like in the text of a page. `today` is the present day if not
 * given.
 */
export function numbersIn(
  pieces: readonly TextPiece[],
  { provinces }: Ruleset,
  today: Day = dayOf(new Date()),
): ShownNumber[] {
  return findNumbers(pieces, { provinces, thisYear: Number(today.slice(0, 4)), parseLink });
}
