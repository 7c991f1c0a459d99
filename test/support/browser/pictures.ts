/** Small pictures as RGBA values, looked at as someone does who sees no colors. */

type Rgb = readonly [number, number, number];

/** Returns the share of a picture's solid pixels that stand off the color behind it by 3:1. */
export function standsOff(picture: readonly number[], ground: string): number {
  const solid = pixels(picture).filter(({ alpha }) => alpha > 0.9);
  return solid.filter(({ rgb }) => contrast(rgb, hex(ground)) >= 3).length / solid.length;
}

/**
 * Returns the share of pixels in which two pictures of a size clearly differ in gray, on light and
 * on dark alike.
 */
export function distance(one: readonly number[], other: readonly number[]): number {
  const shares = ['#ffffff', '#3c3c3c'].map((ground) => {
    const [a, b] = [greys(one, ground), greys(other, ground)];
    return a.filter((grey, at) => Math.abs(grey - (b[at] ?? 0)) > 50).length / a.length;
  });
  return Math.min(...shares);
}

/** Returns the share of pixels that one of two pictures of a size covers and the other does not. */
export function unlike(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [pixels(one), pixels(other)];
  return a.filter(({ alpha }, at) => Math.abs(alpha - (b[at]?.alpha ?? 0)) > 0.5).length / a.length;
}

function pixels(picture: readonly number[]): { readonly rgb: Rgb; readonly alpha: number }[] {
  return Array.from({ length: picture.length / 4 }, (_, at) => {
    const [r = 0, g = 0, b = 0, a = 0] = picture.slice(at * 4, at * 4 + 4);
    return { rgb: [r, g, b], alpha: a / 255 };
  });
}

function greys(picture: readonly number[], ground: string): number[] {
  const behind = hex(ground);
  return pixels(picture).map(({ rgb, alpha }) => {
    const [r = 0, g = 0, b = 0] = rgb.map((value, at) => value * alpha + (behind[at] ?? 0) * (1 - alpha));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  });
}

function hex(colour: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [r, g, b];
}

/** The ratio of WCAG 2. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
