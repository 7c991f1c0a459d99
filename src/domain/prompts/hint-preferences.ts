/** Which hints a person switched off: one stored value, decoded on reading. */

export const HINT_KINDS = ['cards', 'chips', 'fields', 'pages'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

export interface HintPreferences {
  readonly all: boolean;
  readonly kinds: readonly HintKind[];
  /** Ids of consoles, or hosts that the person added. */
  readonly sites: readonly string[];
}

export const HINT_PREFERENCES_KEY = 'hints.off.v1';
/** Stored `false`: the toolbar icon says nothing of suffixes. */
export const ICON_KEY = 'icon.v1';
/** Sites that are kept as switched off: many times the consoles that there are. The oldest go. */
export const MOST_SITES = 1000;
export const DEFAULT_HINT_PREFERENCES: HintPreferences = { all: false, kinds: [], sites: [] };

/** Returns which hints are off; whatever does not decode is on. */
export function decodeHintPreferences(value: unknown): HintPreferences {
  if (typeof value !== 'object' || value === null) return DEFAULT_HINT_PREFERENCES;
  const { all, kinds, sites } = value as Partial<Record<keyof HintPreferences, unknown>>;
  return {
    all: all === true,
    kinds: HINT_KINDS.filter((kind) => Array.isArray(kinds) && kinds.includes(kind)),
    sites: Array.isArray(sites) ? sites.filter((site) => typeof site === 'string') : [],
  };
}

/**
 * Returns false where decoding leaves some of a stored value out: then it is to be set aside before
 * it is overwritten.
 */
export function isSoundHintPreferences(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { kinds, sites } = decodeHintPreferences(value);
  const given = value as Partial<Record<keyof HintPreferences, unknown>>;
  const isWhole = (list: unknown, read: readonly string[]) => Array.isArray(list) && list.length === read.length;
  // A newer version may say more, and come back.
  const isKnown = Object.keys(given).every((key) => Object.hasOwn(DEFAULT_HINT_PREFERENCES, key));
  return isKnown && typeof given.all === 'boolean' && isWhole(given.kinds, kinds) && isWhole(given.sites, sites);
}

/** All hints, those of a kind, or those on a site. */
export type HintScope = { readonly all: true } | { readonly kind: HintKind } | { readonly site: string };

/** Returns the preferences with a hint, a kind or a site switched. */
export function withHintEnabled(off: HintPreferences, what: HintScope, on: boolean): HintPreferences {
  if ('all' in what) return { ...off, all: !on };
  if ('kind' in what) {
    return { ...off, kinds: HINT_KINDS.filter((one) => (one === what.kind ? !on : off.kinds.includes(one))) };
  }
  const others = off.sites.filter((site) => site !== what.site);
  return { ...off, sites: (on ? others : [...others, what.site]).slice(-MOST_SITES) };
}

/** Returns the kinds of hints that are shown on a site. */
export function kindsOn(off: HintPreferences, site: string): HintKind[] {
  return off.all || off.sites.includes(site) ? [] : HINT_KINDS.filter((kind) => !off.kinds.includes(kind));
}
