import type { Platform, Text } from './model.ts';

/**
 * In: a platform. Out: its owner's name in every language; null where nobody says. Readers of simplified Chinese get the
 * Chinese name where there is one; for the others the one under which it is known internationally is the name.
 */
export function ownerOf({ owner, ownerZh }: Platform): Text | null {
  if (owner === undefined) return null;
  return { en: owner, zh_CN: ownerZh ?? owner, zh_TW: owner, ja: owner };
}
