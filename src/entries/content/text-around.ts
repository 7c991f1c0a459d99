/** What stands around a prompt: the domain that it is about, and its days, may be told there. */

import { MOST_AROUND } from '../../messaging/protocol.ts';
import { attributeOf, nameOf, pathOf, textOf, textsIn } from './dom-clobbering.ts';
import { type Block, INLINE, isSkipped } from './page-reader.ts';

/** What people type and is a name or a day; papers and phones are written without such signs. */
const NAME_OR_DAY = /^[^\s@]{1,250}[.．。/-][^\s@]{1,250}$/;
const NAMES = /[\p{L}\p{N}-]+(?:[.．。][\p{L}\p{N}-]+)*[.．。]\p{L}[\p{L}\p{N}-]+/gu;

/**
 * Returns the text around a block, a line each block, with tabs between the cells of a row, and the
 * head of its table before a row: of the largest part of the page around it that names no more than
 * one domain, and is not too long to be about one.
 *
 * @param examples source of an expression for names that do not count
 */
export function textAround(page: Document, block: Block, examples: string): string {
  const isExample = new RegExp(examples, 'giu');
  let text = '';
  for (const at of pathOf(block)) {
    if (at instanceof Document || (textOf(at) ?? '').length > MOST_AROUND) break;
    const table = at instanceof HTMLTableRowElement && [...pathOf(at)].find((one) => one instanceof HTMLTableElement);
    const head = table ? table.rows[0] : undefined;
    const lines = ((head && head !== at ? linesIn(page, head) : '') + linesIn(page, at)).replace(isExample, '');
    if (new Set(lines.toLowerCase().match(NAMES)).size > 1) break;
    text = lines;
  }
  return text.trim().slice(0, MOST_AROUND);
}

function linesIn(page: Document, scope: Node): string {
  let text = '\n';
  const walker = textsIn(page, scope, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    isSkipped(node) && !(node instanceof HTMLInputElement) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null && text.length < MOST_AROUND; node = walker.nextNode())
    text += saidBy(node);
  return text.replace(/\s*\n\s*|\n\t+/g, '\n');
}

function saidBy(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
  if (node instanceof HTMLInputElement) return ` ${typedInto(node)} `;
  const name = nameOf(node);
  if (/^T[DH]$/.test(name)) return '\t';
  return INLINE.has(name) ? '' : '\n';
}

/** Returns the name or the day that stands in a field; nothing where it is another thing. */
export function typedInto(node: Node): string {
  if (!(node instanceof HTMLInputElement)) return '';
  const isPlain = /^(?:text|url)?$/i.test(attributeOf(node, 'type') ?? '');
  return isPlain && NAME_OR_DAY.test(node.value) ? node.value : '';
}
