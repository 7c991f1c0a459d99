/** Facts about suffixes, and about platforms that give names away below theirs. */

export const SUFFIX_STATUSES = ['approved', 'not-approved', 'uncertain'] as const;

export type SuffixStatus = (typeof SUFFIX_STATUSES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/** Who alone may register below a suffix. */
export const RESTRICTIONS = ['government', 'non-profit', 'education', 'research', 'defence'] as const;

export type Restriction = (typeof RESTRICTIONS)[number];

/** What we know of one suffix, with the sources of every side. */
export interface SuffixFact {
  /** A-label form without a leading dot. */
  readonly suffix: string;
  /** U-label form; the same as `suffix` for ASCII suffixes. */
  readonly unicode: string;
  readonly status: SuffixStatus;
  readonly confidence: Confidence;
  readonly restriction?: Restriction;
  /** Sources that say the suffix can be filed. */
  readonly listedBy: readonly string[];
  /** Sources that say that it cannot. */
  readonly deniedBy: readonly string[];
  /** Sources whose complete list does not contain it. */
  readonly absentFrom: readonly string[];
}

/**
 * What names below a platform's suffix are, where they are no addresses of sites that the platform
 * hosts: a place that other names point to (CDN, firewall), a tunnel or dynamic address, a page at
 * a shop, builder or blog, a service of its owner.
 */
export const PLATFORM_USES = ['target', 'tunnel', 'site', 'service'] as const;

export type PlatformUse = (typeof PLATFORM_USES)[number];

/** Suffixes under which the names belong to a platform and not to the person using them. */
export interface Platform {
  /** The platform's name as it is known internationally; absent where nobody says. */
  readonly owner?: string;
  /** Its Chinese name, where it has one. */
  readonly ownerZh?: string;
  /** Rules in the notation of the Public Suffix List (`*.` and `!` allowed), A-labels, sorted. */
  readonly suffixes: readonly string[];
  readonly use?: PlatformUse;
  readonly cites: readonly string[];
  /** The place within the first of its sources. */
  readonly at?: string;
}

/** A name that the public DNS never serves. */
export interface SpecialUseName {
  readonly name: string;
  readonly cites: readonly string[];
}

/**
 * How the suffix list of the `psl` package differs from the Public Suffix List as last read (rules,
 * A-labels).
 */
export interface PslDifferences {
  /** Rules that `psl` has and neither section of the list has any more. */
  readonly retired: readonly string[];
  /** Rules of the ICANN section that `psl` lacks. */
  readonly icannAdded: readonly string[];
  readonly cites: readonly string[];
}

/**
 * The rules of each top-level domain in one text, separated by blanks: `.` is the domain itself,
 * `com` a suffix below it; `*` before one stands for the level below it, `!` for an exception. All
 * in A-labels.
 */
export type SuffixList = Readonly<Record<string, string>>;
