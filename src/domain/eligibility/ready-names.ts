/** Names to use instead of one that cannot be filed. */

import type { Domain } from '../hostname/domain.ts';
import { listedSuffix, type RulesetIndex } from '../ruleset/ruleset-index.ts';

/** What most people take, in this order. */
const SUFFIXES = ['cn', 'com', 'com.cn'] as const;

/**
 * Returns the same label under other suffixes that are approved, in A-labels. Whether one is free
 * to register is not known. Of a platform's names there are none: the label is the platform's.
 */
export function readyNames(
  { registrable, suffix, platform }: Pick<Domain, 'registrable' | 'suffix' | 'platform'>,
  { suffixes }: Pick<RulesetIndex, 'suffixes'>,
): string[] {
  if (platform !== null) return [];
  const label = registrable.slice(0, -suffix.length - 1);
  return SUFFIXES.map((one) => `${label}.${one}`).filter(
    (name) => name !== registrable && listedSuffix(name, suffixes)?.status === 'approved',
  );
}
