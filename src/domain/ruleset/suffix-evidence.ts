/**
 * What the sources of a suffix come to: one rule for all of them, so that equal evidence gives
 * equal answers.
 */
import type { Source } from './source.ts';
import type { SuffixFact } from './suffix.ts';

type Sources = ReadonlyMap<string, Source>;

interface Reader {
  dateOf(id: string): string;
  isOfStanding(id: string): boolean;
  /** The day of the newest list of standing among these that has all suffixes; empty for none. */
  newestList(ids: readonly string[]): string;
}

function readerOf(sources: Sources): Reader {
  const dateOf = (id: string) => sources.get(id)?.publishedOn ?? '';
  const isOfStanding = (id: string) => ['authority', 'provider'].includes(sources.get(id)?.standing ?? '');
  const newestList = (ids: readonly string[]) =>
    newest(ids.filter((id) => isOfStanding(id) && sources.get(id)?.complete === true).map(dateOf));
  return { dateOf, isOfStanding, newestList };
}

function newest(dates: readonly string[]): string {
  return [...dates].sort().at(-1) ?? '';
}

/**
 * Returns what the sources of a suffix come to. The newest complete authoritative list decides over
 * older single mentions, and a newer authoritative source against it leaves the matter open. A
 * suffix that it lacks is "not approved" where a source names it as such, and open where none does:
 * the list is a provider's, not the ministry's own.
 */
export function weigh(
  { listedBy, deniedBy, absentFrom }: SuffixFact,
  sources: Sources,
): Pick<SuffixFact, 'status' | 'confidence'> {
  const { dateOf, isOfStanding, newestList } = readerOf(sources);
  const list = newestList([...listedBy, ...absentFrom]);
  const later = (ids: readonly string[]) => ids.filter((id) => dateOf(id) > list);
  const isListed = list === '' ? listedBy.some(isOfStanding) : newestList(listedBy) === list;
  if (isListed) {
    const against = later(deniedBy);
    if (against.some(isOfStanding)) return { status: 'uncertain', confidence: 'low' };
    return { status: 'approved', confidence: against.length > 0 ? 'medium' : 'high' };
  }
  const listings = newest(later(listedBy).map(dateOf));
  const denied = deniedBy.filter(isOfStanding);
  const isOpen = listings !== '' && !denied.some((id) => dateOf(id) > listings);
  if (deniedBy.length === 0 || isOpen) return { status: 'uncertain', confidence: 'low' };
  if (denied.length > 0)
    return { status: 'not-approved', confidence: denied.length > 1 || later(denied).length > 0 ? 'high' : 'medium' };
  const isTold = deniedBy.some((id) => sources.get(id)?.standing === 'report');
  return { status: 'not-approved', confidence: isTold ? 'medium' : 'low' };
}

/**
 * Returns the sources that speak against what is said of a suffix. What a newer complete list on
 * the other side outdates is left out; a report counts where it is newer than what it contradicts,
 * or where that is weak itself.
 */
export function opposing(fact: SuffixFact, sources: Sources, isWeak: boolean): string[] {
  const { dateOf, isOfStanding, newestList } = readerOf(sources);
  const [supporting, others] =
    fact.status === 'approved'
      ? [fact.listedBy, fact.deniedBy]
      : [[...fact.deniedBy, ...fact.absentFrom], fact.listedBy];
  const list = newestList(supporting);
  const known = newest(supporting.map(dateOf));
  return others.filter((id) => {
    if (dateOf(id) < list) return false;
    return fact.status === 'uncertain' || isWeak || isOfStanding(id) || dateOf(id) > known;
  });
}
