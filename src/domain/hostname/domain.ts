/** A host name taken apart, and why an input may be none. */
import type { Text } from '../common/locale.ts';
import type { Citation } from '../ruleset/source.ts';
import type { PlatformUse } from '../ruleset/suffix.ts';

/** A host name taken apart. All names are A-labels without a trailing dot. */
export interface Domain {
  readonly host: string;
  /** The host as people read it (U-labels). */
  readonly display: string;
  /** The name one label below the public suffix. */
  readonly registrable: string;
  /**
   * The public suffix: ICANN section of the Public Suffix List, and listed suffixes below `.cn`.
   */
  readonly suffix: string;
  /**
   * The suffix by the Public Suffix List alone, both of its sections alike. Builds for browsers do
   * not hold all of that list, so there it may be shorter.
   */
  readonly listedSuffix: string;
  /** The platform suffix that the host lies at or below; null for an ordinary name. */
  readonly platform: {
    readonly suffix: string;
    readonly owner: Text | null;
    readonly use?: PlatformUse;
    readonly cites: readonly Citation[];
  } | null;
}

export const PROBLEMS = [
  'empty',
  'not-a-hostname',
  'ip-address',
  'single-label',
  'special-use',
  'is-a-suffix',
  'browser-page',
] as const;

export type ProblemType = (typeof PROBLEMS)[number];

/** Why an input is no domain that could be filed. */
export interface Problem {
  readonly type: ProblemType;
  /** The host in A-labels, or the address; empty where the input has none. */
  readonly host: string;
  /** What was read, for a person: the host in U-labels or a piece of the input. */
  readonly display: string;
}
