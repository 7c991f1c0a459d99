/** A page that shows a domain's record, for the worker to read: handed over when a person asks. */

import { MOST_PAGE } from '../../messaging/protocol.ts';
import { childrenOf, localNameOf, nameOf, shadowRootOf } from './dom-clobbering.ts';
import { isOurs } from './shadow-host.ts';
import { typedInto } from './text-around.ts';

/** Deeper elements hold no record; each one takes some of the stack. */
const DEEPEST = 200;

/** Replaces what parts are joined by, where a page has it in a text: else a text could be parts. */
const harmless = (text: string): string => text.replaceAll('\0', '\ufffd');

/** Returns a page's elements and texts, as `PageParts` has them, in one text. */
export function partsOf(page: Document): string {
  let parts = '';
  function visit(at: Node, depth: number): void {
    for (const node of childrenOf(at)) {
      if (parts.length > MOST_PAGE || depth > DEEPEST) return;
      if (node instanceof Text) parts += `=${harmless(node.data)}\0`;
      if (!(node instanceof Element) || isOurs(node) || /^S(?:CRIPT|TYLE)$/i.test(nameOf(node))) continue;
      const name = localNameOf(node);
      parts += `<${name}\ttext\t${harmless(typedInto(node))}\0`;
      visit(shadowRootOf(node) ?? node, depth + 1);
      parts += `>${name}\0`;
    }
  }
  visit(page, 0);
  return parts.slice(0, MOST_PAGE);
}
