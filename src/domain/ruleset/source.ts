/** Where facts come from. */
import type { Text } from '../common/locale.ts';

/** A day as precise as its source gives it: `2022`, `2022-08` or `2022-08-30`. */
export type PartialDate = string;

/**
 * How much weight a source has: an authority states the rule, a provider applies it, a community
 * keeps a list of it, a report tells of one case. Authorities and providers are "of standing": when
 * one of them disagrees, the person sees both sides.
 */
export const SOURCE_TYPES = ['authority', 'provider', 'community', 'report'] as const;

export type SourceType = (typeof SOURCE_TYPES)[number];

export interface Source {
  readonly id: string;
  /** As the publisher titles it, in the publisher's language. */
  readonly title: string;
  readonly publisher: Text;
  readonly url: string;
  /**
   * Whether its host is none that the rules of the build lead to: a loaded file may name it, but
   * nobody is led there.
   */
  readonly isForeign?: true;
  readonly publishedOn?: PartialDate;
  readonly retrievedOn: PartialDate;
  readonly standing: SourceType;
  /**
   * Whether it is a list of all suffixes that can be filed, so that what it lacks could not at its
   * time.
   */
  readonly complete?: boolean;
}

/** Where a fact comes from; `at` is the place within the source. */
export interface Citation {
  readonly source: string;
  readonly at?: string;
}
