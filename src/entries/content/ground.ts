/** What a hint lies on: the page may be light in a dark system, or dark in a light one. Reads style, and no layout. */

import { type Made, parentOf } from './dom-clobbering.ts';

export type Ground = 'light' | 'dark';

/** Where half of what is seen through a colour is its own, it decides. */
const OPAQUE = 0.5;
/** Light that a ground sends back, from 0 to 1; as much darker than white as lighter than black to the eye. */
const MIDDLE = 0.18;

/** Returns whether what a node of the page lies on is light or dark. */
export function groundOf(node: Node): Ground {
  let outermost: Element | null = null;
  for (let at: Node | null = node; at !== null; at = at instanceof ShadowRoot ? at.host : parentOf(at)) {
    if (!(at instanceof Element)) continue;
    outermost = at;
    const { backgroundColor, backgroundImage, color } = getComputedStyle(at);
    const ground = readColor(backgroundColor);
    if (ground !== null && ground.alpha >= OPAQUE) return ground.light > MIDDLE ? 'light' : 'dark';
    // Nobody knows what a picture shows, but the page wants to be read on it.
    const text = backgroundImage === 'none' ? null : readColor(color);
    if (text !== null) return text.light > MIDDLE ? 'dark' : 'light';
  }
  if (outermost === null) return 'light';
  // The browser's own ground is dark only where the page says that it can be.
  const schemes = getComputedStyle(outermost).colorScheme;
  const isDarkFirst = matchMedia('(prefers-color-scheme: dark)').matches;
  return /dark/.test(schemes) && (isDarkFirst || !/light/.test(schemes)) ? 'dark' : 'light';
}

/** Has what is drawn in a root of ours fit the ground: within the root, where no style of the page's reaches. */
export function fitGround(root: ShadowRoot, ground: Ground): void {
  for (const child of root.children) (child as Made<HTMLElement>).style.setProperty('color-scheme', ground);
}

/** Returns how light a computed colour is (relative luminance), and how opaque; null for a form that is not told in red, green and blue. */
export function readColor(computed: string): { readonly light: number; readonly alpha: number } | null {
  const [, space = '', values = ''] = /^(rgba?|color\(srgb|oklab|oklch|lab|lch)[( ](.*?)\)$/.exec(computed) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = values
    .split(/[\s,/]+/)
    .map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part)));
  if (values === '' || Number.isNaN(first)) return null;
  // The lightness of these is what the eye takes it for: its cube is the light.
  if (/^ok/.test(space)) return { light: first ** 3, alpha };
  if (/^l/.test(space)) return { light: ((first + 16) / 116) ** 3, alpha };
  const scale = space.startsWith('rgb') ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = [first, second, third].map((value) => {
    const part = value / scale;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return { light: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha };
}
