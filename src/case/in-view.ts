/** The name in view in the panel: one for all windows, until it is put away. It outlives the browser, as the answers do. */
import { forget, store, stored } from '../platform/browser.ts';

/** A host in A-labels. */
export const IN_VIEW_KEY = 'in-view.v1';
/** Hosts that were in view and have answers, the last first. */
export const SEEN_KEY = 'seen.v1';

/** More than anybody switches between. */
const MOST = 20;

/** Out: the host in view; null where there is none, or what is stored is no host. */
export async function readInView(): Promise<string | null> {
  const host = await stored(IN_VIEW_KEY);
  return isHost(host) ? host : null;
}

/**
 * In: a host; null puts away what is in view. Out: false where that could not be stored. It is a single write, on its way
 * when this returns: the popup that asks for it may be gone in the next moment.
 */
export function putInView(host: string | null): Promise<boolean> {
  return host === null ? forget(IN_VIEW_KEY) : store({ [IN_VIEW_KEY]: host });
}

/** Out: the hosts that were in view, the last first; what does not decode is left out. */
export async function readSeen(): Promise<string[]> {
  return decodeSeen(await stored(SEEN_KEY));
}

/** In: a host that is in view (null: none), and the registrable domains with answers. Out: the hosts that were. */
export function markSeen(host: string | null, kept: readonly string[]): Promise<string[]> {
  return navigator.locks.request(SEEN_KEY, async () => {
    const before = await readSeen();
    const after = withSeen(before, host, kept);
    if (after.join() !== before.join()) await store({ [SEEN_KEY]: after });
    return after;
  });
}

/** In: a stored value. Out: the hosts in it. */
export function decodeSeen(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter(isHost))].slice(0, MOST) : [];
}

/** In: the hosts that were in view, the one that is, and the registrable domains with answers. Out: the hosts that were then; one without answers leaves no trace. */
export function withSeen(seen: readonly string[], host: string | null, kept: readonly string[]): string[] {
  const all = new Set([...(host === null ? [] : [host]), ...seen]);
  return [...all].filter((one) => kept.some((domain) => isBelow(one, domain))).slice(0, MOST);
}

/** In: the host in view, those that were, and the registrable domains with answers. Out: what to switch to, the last seen first. */
export function casesBeside(host: string | null, seen: readonly string[], kept: readonly string[]): string[] {
  const covered = host === null ? seen : [host, ...seen];
  const others = kept.filter((domain) => !covered.some((one) => isBelow(one, domain)));
  return [...seen.filter((one) => one !== host && kept.some((domain) => isBelow(one, domain))), ...others];
}

function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function isHost(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9_.-]{1,253}$/.test(value);
}
