/** Who sent a message: the browser says so, whatever is in the message. */

import { anything, decoded, fields, number, optional, string } from '../domain/common/decoder.ts';

/** A content script, in a page of that host; or a page of our own. */
export type Sender =
  | {
      readonly kind: 'page';
      readonly host: string;
      /** The browser's id of the tab that shows it. */
      readonly tab?: number;
    }
  | { readonly kind: 'own' };

const anyText = string('a text', () => true);
const senderShape = fields({
  id: anyText,
  url: anyText,
  origin: optional(anything()),
  tab: optional(anything()),
});
const tabShape = fields({ id: number('an id', () => true) });

/**
 * Returns who sent a message, from what the browser says of the sender and from our extension's id
 * and the address that all of its pages begin with; null for anybody else. A frame without an
 * address of its own (about:blank, srcdoc) is its origin's.
 */
export function readSender(said: unknown, own: { readonly id: string; readonly base: string }): Sender | null {
  const sender = decoded(senderShape, said);
  if (sender === undefined || sender.id !== own.id) return null;
  const { url, origin, tab } = sender;
  if (url.startsWith(own.base)) {
    // A sandboxed frame of ours is nobody's.
    return origin === undefined || `${origin}/` === own.base ? { kind: 'own' } : null;
  }
  const from = typeof origin === 'string' ? origin : url;
  if (!/^https:/.test(from) || !URL.canParse(from)) return null;
  const { id } = decoded(tabShape, tab) ?? {};
  return { kind: 'page', host: new URL(from).hostname, ...(id !== undefined && { tab: id }) };
}
