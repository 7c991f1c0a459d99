import type { Page } from 'puppeteer-core';

/**
 * Presses Tab until the focus is on an element that the selector fits; Shift and Tab while all of
 * them lie before the focus, as a person would who does not walk around the whole window. (Firefox
 * sends a test’s keys to the page even when the focus has gone on to the browser’s own buttons:
 * there is no way around there.)
 */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  for (let presses = 0; presses < 150; presses++) {
    const way = await page.evaluate(wayTo, selector);
    if (way === 'there') return;
    if (way === 'before') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (way === 'before') await page.keyboard.up('Shift');
  }
  throw new Error(`The focus never reached ${selector}`);
}

/** Runs in a page. Returns where what a selector fits lies as seen from the focus. */
function wayTo(wanted: string): 'there' | 'before' | 'behind' {
  const { activeElement: at } = document;
  // From the last element the focus goes to the browser’s own buttons, and the page still remembers
  // where it was.
  if (document.hasFocus() && at?.matches(wanted)) return 'there';
  const seen = [...document.querySelectorAll(wanted)].filter((one) => one.checkVisibility());
  const isBefore = (one: Element) =>
    at !== null && (at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  return seen.length > 0 && seen.every(isBefore) ? 'before' : 'behind';
}

/**
 * Runs in a page whose last input was a key. Returns everything below a root that takes the focus
 * without showing it: no outline of two pixels on it, no such line below it, on what is drawn
 * around it or on what stands for it, or one that is hardly seen against its ground.
 */
export function withoutFocusRing(root: Document | ShadowRoot = document): string[] {
  const found: string[] = [];
  let seen = 0;
  const all = root.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"], h1[tabindex], h2[tabindex]',
  );
  for (const element of all) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('[disabled], [hidden]')) continue;
    element.focus();
    if (root.activeElement !== element) continue;
    seen++;
    // A radio button is seen as the chip beside it, a grid as its active row.
    const standIn = element.querySelector('.row.active') ?? element.nextElementSibling;
    const shown = [element, standIn].some((one) => one !== null && hasRing(one));
    const name = element.textContent || element.ariaLabel || element.title || element.id;
    if (!shown) found.push(`${element.localName} “${name.slice(0, 40)}”`);
  }
  if (seen === 0) found.push('nothing took the focus');
  return found;

  function hasRing(element: Element): boolean {
    return [null, '::before'].some((part) => {
      const { content, ...style } = getComputedStyle(element, part);
      if (part !== null && content === 'none') return false;
      // What is drawn for the focus alone may be a line instead of a ring.
      const [kind, width, color] =
        part === null
          ? [style.outlineStyle, style.outlineWidth, style.outlineColor]
          : content === '""' && style.borderBottomWidth !== '0px'
            ? [style.borderBottomStyle, style.borderBottomWidth, style.borderBottomColor]
            : [style.outlineStyle, style.outlineWidth, style.outlineColor];
      if (kind === 'none' || Number.parseFloat(width) < 2) return false;
      return contrast(light(color), light(groundOf(element))) >= 3;
    });
  }

  function groundOf(element: Element): string {
    for (let at: Element | null = element.parentElement; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  }

  /** Relative luminance as WCAG defines it. */
  function light(colour: string): number {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(a: number, b: number): number {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
}
