/** Whether a card would lie over what the page lets people press. Reads layout: to be asked when the browser has just made it. */

import { boxOf, fits, rootOf, textsIn } from './dom-clobbering.ts';
import type { Block } from './page-reader.ts';
import { isOurs } from './shadow-host.ts';

/** Elements behind a prompt that are looked at. */
const MOST = 500;
const PRESSABLE =
  'a[href],button,input,select,textarea,summary,[onclick],[tabindex="0"],[role=button],[role=link],[role=tab],[role=checkbox]';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether a box lies over something in or behind a block that can be pressed. */
export function covers(page: Document, block: Block, box: Box): boolean {
  const walker = textsIn(page, rootOf(block), NodeFilter.SHOW_ELEMENT);
  walker.currentNode = block;
  for (let count = 0; count < MOST; count++) {
    const element = walker.nextNode();
    if (!(element instanceof Element)) return false;
    if (isOurs(element)) continue;
    const { left, top, right, bottom } = boxOf(element);
    const isApart = left >= box.right || right <= box.left || top >= box.bottom || bottom <= box.top;
    if (!isApart && left < right && isPressable(element)) return true;
  }
  return false;
}

function isPressable(element: Element): boolean {
  return fits(element, PRESSABLE) || getComputedStyle(element).cursor === 'pointer';
}
