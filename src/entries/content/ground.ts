/**
 * What a hint lies on: the page may be light in a dark system, or dark in a light one. Reads style,
 * and no layout.
 */

import { readColor } from './computed-color.ts';
import { allIn, pathOf } from './dom-clobbering.ts';

export type Ground = 'light' | 'dark';

/** Where half of what is seen through a color is its own, it decides. */
const OPAQUE = 0.5;
/** To the eye as much darker than white as lighter than black. */
const MIDDLE = 0.5;

/** Returns whether what a node of the page lies on is light or dark. */
export function groundOf(node: Node): Ground {
  let outermost: Element | null = null;
  // Around the body, too, one sees the body's color where the root has none.
  for (const at of [...pathOf(node), ...allIn(document, 'body')]) {
    if (!(at instanceof Element)) continue;
    outermost = at;
    const ground = groundIn(getComputedStyle(at));
    if (ground !== null) return ground;
  }
  if (outermost === null) return 'light';
  // The browser's own ground is dark only where the page says that it can be.
  const schemes = getComputedStyle(outermost).colorScheme;
  const isDarkFirst = matchMedia('(prefers-color-scheme: dark)').matches;
  return /dark/.test(schemes) && (isDarkFirst || !/light/.test(schemes)) ? 'dark' : 'light';
}

/** Returns the ground that an element makes; null where one sees what lies below it. */
function groundIn({ backgroundColor, backgroundImage, color }: CSSStyleDeclaration): Ground | null {
  const ground = readColor(backgroundColor);
  // Nobody knows what a picture shows, but the page wants to be read on it.
  const text = backgroundImage === 'none' ? null : readColor(color);
  if (text !== null) return text.light > MIDDLE ? 'dark' : 'light';
  if (ground === null || ground.alpha < OPAQUE) return null;
  return ground.light > MIDDLE ? 'light' : 'dark';
}
