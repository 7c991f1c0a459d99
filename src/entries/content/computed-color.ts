/**
 * Returns how light a computed color is to the eye, from 0 to 1, and how opaque; null for a form
 * that no browser computes.
 */
export function readColor(computed: string): { readonly light: number; readonly alpha: number } | null {
  const [, space = '', values = ''] = /^(rgba?|color\(srgb|(?:ok)?l(?:ab|ch))[( ](.*)\)$/.exec(computed) ?? [];
  const [first = Number.NaN, second = 0, third = 0, alpha = 1] = values
    .split(/[\s,/]+/)
    .map((part) => Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1));
  if (Number.isNaN(first)) return null;
  // Their first part is what the eye takes for light.
  if (/^(?:ok)?l/.test(space)) return { light: first / (space.startsWith('ok') ? 1 : 100), alpha };
  const most = space.startsWith('rgb') ? 255 : 1;
  return { light: (0.2126 * first + 0.7152 * second + 0.0722 * third) / most, alpha };
}
