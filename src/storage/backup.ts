/** What is kept in this browser, taken as a whole: read, added to, and erased. */

import { grantedHosts, revokeHostPermission } from '../browser-api/permissions.ts';
import { clearStorage, readAllStored, writeStored } from '../browser-api/storage.ts';
import type { Portfolio } from '../domain/portfolio/portfolio-record.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { keepLoadedRules } from './ask-rules.ts';
import type { Everything } from './backup-file.ts';
import { RULES_KEY } from './keys.ts';
import { lookLoadedRules } from './loaded-rules.ts';
import { withExclusiveLock } from './locks.ts';
import { storeFor } from './portfolio-store.ts';
import { PLACES } from './stored-values.ts';

export interface Kept {
  readonly all: Everything;
  /**
   * Portfolios that are there but cannot be read; null where the browser gives none of them out.
   */
  readonly unreadable: number | null;
}

/**
 * Returns all that is kept; null where not even the answers can be read: an export without them
 * would look complete.
 */
export async function readEverything(rules: Ruleset): Promise<Kept | null> {
  const [local, loaded, kept, sites] = await Promise.all([
    readAllStored(),
    lookLoadedRules(),
    storeFor(rules).everything(),
    grantedHosts().catch(() => []),
  ]);
  if (local === null || loaded === null) return null;
  // What is left under the key itself is not believed.
  const { [RULES_KEY]: _, ...others } = local;
  const stored = loaded.value === undefined ? others : { ...others, [RULES_KEY]: loaded.value };
  return { all: { stored, portfolios: kept?.portfolios ?? [], sites }, unreadable: kept?.unreadable ?? null };
}

/**
 * Puts values over those under the same keys, and portfolios beside those that are there. Returns
 * how much of it was stored.
 */
export async function takeIn(
  stored: Everything['stored'],
  portfolios: readonly Portfolio[],
  rules: Ruleset,
): Promise<'all' | 'some' | 'none'> {
  const { [RULES_KEY]: loaded, ...others } = stored;
  // At once or not at all; should it fail, nothing else is begun.
  if (Object.keys(others).length > 0 && !(await withExclusiveLock(() => writeStored(others)))) return 'none';
  const kept = storeFor(rules);
  let failed = loaded === undefined || (await keepLoadedRules(loaded)) ? 0 : 1;
  for (const one of portfolios) if ((await kept.save(one)).kind !== 'saved') failed++;
  return failed === 0 ? 'all' : 'some';
}

/**
 * Forgets everything, portfolios and the permissions for added sites too. Returns false where any
 * of it failed.
 */
export async function eraseEverything(rules: Ruleset): Promise<boolean> {
  const sites = await grantedHosts().catch(() => null);
  const erase: Readonly<Record<(typeof PLACES)[number], () => Promise<boolean>>> = {
    local: () => withExclusiveLock(clearStorage),
    'rules-database': () => keepLoadedRules(null),
  };
  const done = await Promise.all([
    ...PLACES.map((place) => erase[place]()),
    storeFor(rules).erase(),
    ...(sites ?? []).map(revokeHostPermission),
  ]);
  return sites !== null && done.every(Boolean);
}
