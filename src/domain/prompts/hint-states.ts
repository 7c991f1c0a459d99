/** Which hints a person folded or dismissed: one stored value, decoded on reading. */
import { decodedWithPlaces, oneOf, soundRecord } from '../common/decoder.ts';

export const HINT_STATES = ['open', 'folded', 'dismissed'] as const;
export type HintState = (typeof HINT_STATES)[number];

/** Console id → prompt id → state. */
export type Hints = Readonly<Record<string, Readonly<Record<string, HintState>>>>;

export const HINTS_KEY = 'hints.v1';

const hints = soundRecord(soundRecord(oneOf(HINT_STATES)));

/** Returns the hints in a stored value; `sound` is false where some of it had to be left out. */
export function decodeHints(value: unknown): { readonly hints: Hints; readonly sound: boolean } {
  if (value === undefined) return { hints: {}, sound: true };
  const { value: read = {}, wrong } = decodedWithPlaces(hints, value, {});
  return { hints: read, sound: wrong.length === 0 };
}

/** Returns what is stored of a site; a site may be called as what every object has. */
export function hintsAt(hints: Hints, site: string): Hints[string] {
  return Object.hasOwn(hints, site) ? (hints[site] ?? {}) : {};
}

/**
 * How much is kept: entries, those of one site, and characters of their names. Rules have a few
 * hundred prompts.
 */
export const MOST_HINTS = 2000;
export const MOST_ON_SITE = 500;
const MOST_CHARACTERS = 200_000;

/**
 * Returns the hints with one change, as the newest; an open hint needs no entry. The oldest go
 * where there are too many.
 */
export function withHint(hints: Hints, site: string, prompt: string, state: HintState): Hints {
  const { [prompt]: _, ...others } = hintsAt(hints, site);
  const { [site]: __, ...elsewhere } = hints;
  return newest({ ...elsewhere, [site]: state === 'open' ? others : { ...others, [prompt]: state } });
}

/** Returns as many of the last entries as are kept. */
function newest(hints: Hints): Hints {
  const kept: [string, [string, HintState][]][] = [];
  let count = 0;
  let characters = 0;
  for (const [site, prompts] of Object.entries(hints).reverse()) {
    const fitting = Object.entries(prompts)
      .reverse()
      .slice(0, MOST_ON_SITE)
      .filter(([prompt]) => {
        count++;
        characters += site.length + prompt.length;
        return count <= MOST_HINTS && characters <= MOST_CHARACTERS;
      });
    if (fitting.length > 0) kept.push([site, fitting.reverse()]);
  }
  return Object.fromEntries(kept.reverse().map(([site, prompts]) => [site, Object.fromEntries(prompts)]));
}

/** Returns the prompts that are dismissed there. */
export function dismissedOn(hints: Hints, site: string): readonly string[] {
  return Object.entries(hintsAt(hints, site)).flatMap(([prompt, state]) => (state === 'dismissed' ? [prompt] : []));
}

/** Returns the hints with these prompts dismissed there, too. */
export function withDismissed(hints: Hints, site: string, prompts: readonly string[]): Hints {
  return prompts.reduce((all, prompt) => withHint(all, site, prompt, 'dismissed'), hints);
}

/** Returns the hints with nothing dismissed there; what is folded stays folded. */
export function withoutDismissed(hints: Hints, site: string): Hints {
  const kept = Object.entries(hintsAt(hints, site)).filter(([, state]) => state !== 'dismissed');
  const { [site]: _, ...elsewhere } = hints;
  return kept.length === 0 ? elsewhere : { ...elsewhere, [site]: Object.fromEntries(kept) };
}
