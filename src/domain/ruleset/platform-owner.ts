import type { Text } from '../common/locale.ts';
import type { Citation } from './source.ts';
import type { Platform } from './suffix.ts';

/**
 * Returns the name of a platform's owner in every language; null where nobody says. Readers of
 * simplified Chinese get the Chinese name where there is one; others the one under which it is
 * known internationally.
 */
export function ownerOf({ owner, ownerZh }: Platform): Text | null {
  if (owner === undefined) return null;
  return { en: owner, zh_CN: ownerZh ?? owner, zh_TW: owner, ja: owner };
}

/** Returns a platform's sources as citations. */
export function citesOf({ cites, at }: Platform): Citation[] {
  return cites.map((source, index) => (index === 0 && at !== undefined ? { source, at } : { source }));
}
