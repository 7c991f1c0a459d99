/** The name in view beside the page, and those that were: what is kept of them, as a value. */

/** A host in A-labels. */
export const IN_VIEW_KEY = 'in-view.v1';
/** Hosts that were in view and have answers, the last first. */
export const SEEN_KEY = 'seen.v1';

/** More than anybody switches between. */
const MOST = 20;

/** Returns whether a value is a host in A-labels. */
export function isHost(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9_.-]{1,253}$/.test(value);
}

/** Returns the hosts in a stored value, each once; what does not decode is left out. */
export function decodeSeen(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter(isHost))].slice(0, MOST) : [];
}

/**
 * Returns the hosts that were pinned, the last first, once `host` is (null: none is). One without
 * answers leaves no trace.
 */
export function withSeen(seen: readonly string[], host: string | null, kept: readonly string[]): string[] {
  const all = new Set([...(host === null ? [] : [host]), ...seen]);
  return [...all].filter((one) => kept.some((domain) => isBelow(one, domain))).slice(0, MOST);
}

/**
 * Returns the hosts to switch to: those that were in view, the last first, then the domains with
 * answers that none of them is below.
 */
export function casesBeside(host: string | null, seen: readonly string[], kept: readonly string[]): string[] {
  const hosts = withSeen(seen, host, kept);
  const covered = host === null ? hosts : [host, ...hosts];
  const others = kept.filter((domain) => !covered.some((one) => isBelow(one, domain)));
  return [...hosts.filter((one) => one !== host), ...others];
}

function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
