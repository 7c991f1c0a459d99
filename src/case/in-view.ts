/** Keeping the name in view beside the page: one for all windows, until it is put away. It outlives the browser, as the answers do. */
import { decodeSeen, IN_VIEW_KEY, isHost, SEEN_KEY, withSeen } from '../core/in-view.ts';
import { forget, look, setAside, store, stored, storedAll } from '../platform/browser.ts';
import { domainsOf } from './keep.ts';
import { inTurn } from './locks.ts';

/** Out: the host in view; null where there is none, or what is stored is no host; undefined where storage cannot be read. */
export async function readInView(): Promise<string | null | undefined> {
  const found = await look(IN_VIEW_KEY);
  if (found === null) return undefined;
  return isHost(found.value) ? found.value : null;
}

/**
 * In: a host; null puts away what is in view. Out: false where that could not be stored. It is a single write, on its way
 * when this returns: the popup that asks for it may be gone in the next moment.
 */
export function putInView(host: string | null): Promise<boolean> {
  return host === null ? forget(IN_VIEW_KEY) : store({ [IN_VIEW_KEY]: host });
}

/** Out: the hosts that were in view, the last first. */
export async function readSeen(): Promise<string[]> {
  return decodeSeen(await stored(SEEN_KEY));
}

/** In: the host that is in view (null: none). Out: the hosts that were, then. */
export function markSeen(host: string | null): Promise<string[]> {
  return inTurn(SEEN_KEY, async () => {
    const all = await storedAll();
    // What cannot be read is not empty.
    if (all === null) return [];
    const before = decodeSeen(all[SEEN_KEY]);
    const after = withSeen(before, host, domainsOf(all));
    if (after.join() === before.join()) return after;
    const kept = all[SEEN_KEY];
    // A newer version may keep it in another form, and come back.
    if (kept === undefined || isSame(kept, before) || (await setAside(SEEN_KEY, kept)))
      await store({ [SEEN_KEY]: after });
    return after;
  });
}

function isSame(stored: unknown, read: readonly string[]): boolean {
  return Array.isArray(stored) && stored.length === read.length && read.every((host, index) => host === stored[index]);
}
