/**
 * Keeping the name in view beside the page: one for all windows, until it is put away. It outlives
 * the browser, as the answers do.
 */

import {
  quarantine,
  readAllStored,
  readStored,
  removeStored,
  tryReadStored,
  writeStored,
} from '../browser-api/storage.ts';
import { decodeSeen, IN_VIEW_KEY, isHost, SEEN_KEY, withSeen } from '../domain/answers/recently-pinned.ts';
import { withKeyLock } from './locks.ts';
import { domainsOf } from './stored-answers.ts';

/**
 * Returns the host in view; null where there is none, or what is stored is no host; undefined where
 * storage cannot be read.
 */
export async function readPinnedDomain(): Promise<string | null | undefined> {
  const found = await tryReadStored(IN_VIEW_KEY);
  if (found === null) return undefined;
  return isHost(found.value) ? found.value : null;
}

/**
 * Pins a host; null unpins what is pinned. Returns false where that could not be stored. It is a
 * single write, on its way when this returns: the popup that asks for it may be gone in the next
 * moment.
 */
export function pinDomain(host: string | null): Promise<boolean> {
  return host === null ? removeStored(IN_VIEW_KEY) : writeStored({ [IN_VIEW_KEY]: host });
}

/** Returns the hosts that were in view, the last first. */
export async function readSeen(): Promise<string[]> {
  return decodeSeen(await readStored(SEEN_KEY));
}

/** Notes the host that is pinned (null: none). Returns the hosts that were pinned. */
export function markSeen(host: string | null): Promise<string[]> {
  return withKeyLock(SEEN_KEY, async () => {
    const all = await readAllStored();
    // What cannot be read is not empty.
    if (all === null) return [];
    const before = decodeSeen(all[SEEN_KEY]);
    const after = withSeen(before, host, domainsOf(all));
    if (after.join() === before.join()) return after;
    const kept = all[SEEN_KEY];
    // A newer version may keep it in another form, and come back.
    if (kept === undefined || isSame(kept, before) || (await quarantine(SEEN_KEY, kept)))
      await writeStored({ [SEEN_KEY]: after });
    return after;
  });
}

function isSame(stored: unknown, read: readonly string[]): boolean {
  return Array.isArray(stored) && stored.length === read.length && read.every((host, index) => host === stored[index]);
}
