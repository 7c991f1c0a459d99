/** What is kept in this browser, taken as a whole: read, added to, and erased. */

import { grantedHosts, requestHostPermissions, revokeHostPermission } from '../browser-api/permissions.ts';
import { clearStorage, readAllStored, writeStored } from '../browser-api/storage.ts';
import type { Portfolio } from '../domain/portfolio/portfolio-record.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { keepLoadedRules } from './ask-rules.ts';
import type { Everything } from './backup-file.ts';
import { RULES_KEY } from './keys.ts';
import { lookLoadedRules } from './loaded-rules.ts';
import { withExclusiveLock } from './locks.ts';
import { storeFor } from './portfolio-store.ts';
import { storeNotedChanges } from './stored-answers.ts';
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
  await storeNotedChanges(rules);
  const [local, loaded, kept, sites] = await Promise.all([
    readAllStored(),
    lookLoadedRules(),
    storeFor(rules).everything(),
    // A pattern for sub-domains is a console's, and one click to allow again; in a file that comes
    // from elsewhere it could be anything.
    grantedHosts().then(
      (hosts) => hosts.filter((host) => !host.includes('*')),
      () => [],
    ),
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

export interface Erased {
  /** False where any of it failed. */
  readonly isWhole: boolean;
  /**
   * Puts everything back, to be called in the turn of a click: the browser may ask about the added
   * sites. Resolves to false where any of it failed. null where it was not known what was there.
   */
  readonly undo: (() => Promise<boolean>) | null;
}

/**
 * Forgets everything, portfolios and the permissions for added sites too. Returns whether all of it
 * is gone, and the way back.
 */
export async function eraseEverything(rules: Ruleset): Promise<Erased> {
  // What a page could only note would come back.
  await storeNotedChanges(rules);
  const [sites, loaded] = await Promise.all([grantedHosts().catch(() => null), lookLoadedRules()]);
  let local: Awaited<ReturnType<typeof readAllStored>> = null;
  const erase: Readonly<Record<(typeof PLACES)[number], () => Promise<boolean>>> = {
    local: () =>
      withExclusiveLock(async () => {
        local = await readAllStored();
        return clearStorage();
      }),
    'rules-database': () => keepLoadedRules(null),
  };
  const [portfolios, ...done] = await Promise.all([
    storeFor(rules).erase(),
    ...PLACES.map((place) => erase[place]()),
    ...(sites ?? []).map(revokeHostPermission),
  ]);
  async function putBack(stored: Readonly<Record<string, unknown>>): Promise<boolean> {
    const given = !sites?.length || (await requestHostPermissions(sites));
    // What is left under the key itself is not believed.
    const { [RULES_KEY]: _, ...others } = stored;
    const back = await Promise.all([
      withExclusiveLock(() => writeStored(others)),
      loaded?.value === undefined || keepLoadedRules(loaded.value),
      portfolios === null || portfolios(),
    ]);
    return given && back.every(Boolean);
  }
  const before = local;
  return {
    isWhole: sites !== null && portfolios !== null && done.every(Boolean),
    undo: before === null || loaded === null ? null : () => putBack(before),
  };
}
