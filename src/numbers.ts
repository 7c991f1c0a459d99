/** The numbers of a page: core and names put together, apart from the engine, as nobody needs them for a verdict. */
import { dayOf } from './core/days.ts';
import type { Day, RuleBundle } from './core/model.ts';
import { findNumbers, type ShownNumber, type TextPiece } from './core/numbers.ts';
import { parseLink } from './names/link.ts';

/** In: the text of a page, and the day (today if not given). Out: the filing numbers and their kin in it. */
export function numbersIn(
  pieces: readonly TextPiece[],
  { provinces }: RuleBundle,
  today: Day = dayOf(new Date()),
): ShownNumber[] {
  return findNumbers(pieces, { provinces, thisYear: Number(today.slice(0, 4)), parseLink });
}
