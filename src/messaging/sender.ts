/** Who sent a message: the browser says so, whatever is in the message. */

/** A content script, in a page of that host; or a page of our own. */
export type Sender =
  | {
      readonly kind: 'page';
      readonly host: string;
      /** The browser's id of the tab that shows it. */
      readonly tab?: number;
    }
  | { readonly kind: 'own' };

/**
 * Returns who sent a message, from what the browser says of the sender and from our extension's id
 * and the address that all of its pages begin with; null for anybody else. A frame without an
 * address of its own (about:blank, srcdoc) is its origin's.
 */
export function readSender(said: unknown, own: { readonly id: string; readonly base: string }): Sender | null {
  if (typeof said !== 'object' || said === null) return null;
  const { id, url, origin, tab } = said as Readonly<Record<string, unknown>>;
  if (id !== own.id || typeof url !== 'string') return null;
  if (url.startsWith(own.base)) {
    // A sandboxed frame of ours is nobody's.
    return origin === undefined || `${origin}/` === own.base ? { kind: 'own' } : null;
  }
  const from = typeof origin === 'string' ? origin : url;
  if (!/^https:/.test(from) || !URL.canParse(from)) return null;
  const tabId =
    typeof tab === 'object' && tab !== null && 'id' in tab && typeof tab.id === 'number' ? tab.id : undefined;
  return { kind: 'page', host: new URL(from).hostname, ...(tabId !== undefined && { tab: tabId }) };
}
