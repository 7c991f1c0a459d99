/** Which hints a person switched off: one stored value, decoded on reading. */
import {
  array,
  boolean,
  type Decoded,
  decoded,
  fields,
  object,
  oneOf,
  orElse,
  soundItems,
  string,
} from '../common/decoder.ts';

export const HINT_KINDS = ['cards', 'chips', 'fields', 'pages'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

const preferences = {
  all: boolean(),
  kinds: array(oneOf(HINT_KINDS)),
  /** Ids of consoles, or hosts that the person added. */
  sites: array(string('a text', () => true)),
};

export type HintPreferences = Decoded<ReturnType<typeof object<typeof preferences>>>;

export const HINT_PREFERENCES_KEY = 'hints.off.v1';
/** Stored `false`: the toolbar icon says nothing of suffixes. */
export const ICON_KEY = 'icon.v1';
/** Sites that are kept as switched off: many times the consoles that there are. The oldest go. */
export const MOST_SITES = 1000;
export const DEFAULT_HINT_PREFERENCES: HintPreferences = { all: false, kinds: [], sites: [] };

/** What decodes of it, field by field. */
const soundPart = fields({
  all: orElse(boolean(), false),
  kinds: orElse(soundItems(oneOf(HINT_KINDS)), []),
  sites: orElse(soundItems(string('a text', () => true)), []),
});

/** Returns which hints are off; whatever does not decode is on. */
export function decodeHintPreferences(value: unknown): HintPreferences {
  const { kinds, ...others } = decoded(soundPart, value) ?? DEFAULT_HINT_PREFERENCES;
  return { ...others, kinds: HINT_KINDS.filter((kind) => kinds.includes(kind)) };
}

/**
 * Returns false where decoding leaves some of a stored value out: then it is to be set aside before
 * it is overwritten. A newer version may say more, and come back.
 */
export function isSoundHintPreferences(value: unknown): boolean {
  return value === undefined || decoded(object(preferences), value) !== undefined;
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
