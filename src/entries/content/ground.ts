/** What a hint lies on: the page may be light in a dark system, or dark in a light one. Reads style, and no layout. */

import { pathOf } from './dom-clobbering.ts';

export type Ground = 'light' | 'dark';

/** Where half of what is seen through a colour is its own, it decides. */
const OPAQUE = 0.5;
/** To the eye as much darker than white as lighter than black. */
const MIDDLE = 0.5;

/** Returns whether what a node of the page lies on is light or dark. */
export function groundOf(node: Node): Ground {
  let outermost: Element | null = null;
  for (const at of pathOf(node)) {
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

/** Returns how light a computed colour is to the eye, from 0 to 1, and how opaque; null for a form that no browser computes. */
export function readColor(computed: string): { readonly light: number; readonly alpha: number } | null {
  const [, space = '', values = ''] = /^(rgba?|color\(srgb|(?:ok)?l(?:ab|ch))[( ](.*)\)$/.exec(computed) ?? [];
  const [first = Number.NaN, second = 0, third = 0, alpha = 1] = values
    .split(/[\s,/]+/)
    .map((part) => Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1));
  if (Number.isNaN(first)) return null;
  // Their first part is what the eye takes for light.
  if (/l/.test(space.slice(0, 3))) return { light: first / (space.startsWith('ok') ? 1 : 100), alpha };
  const most = space.startsWith('rgb') ? 255 : 1;
  return { light: (0.2126 * first + 0.7152 * second + 0.0722 * third) / most, alpha };
}
