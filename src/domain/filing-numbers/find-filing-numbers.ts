/** The numbers of a page: core and names put together, apart from the engine, as nobody needs them for a verdict. */

import type { Day } from '../common/days.ts';
import { dayOf } from '../common/days.ts';
import { parseLink } from '../hostname/parse-link.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { findNumbers, type ShownNumber, type TextPiece } from './match-numbers.ts';

/** In: the text of a page, and the day (today if not given). Out: the filing numbers and their kin in it. */
export function numbersIn(
  pieces: readonly TextPiece[],
  { provinces }: Ruleset,
  today: Day = dayOf(new Date()),
): ShownNumber[] {
  return findNumbers(pieces, { provinces, thisYear: Number(today.slice(0, 4)), parseLink });
}
