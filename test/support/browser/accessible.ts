/** WCAG 2.2 AA in a view: what can be measured. */
import { expect } from 'vitest';
import { axeViolations, LATER_ENTRIES } from './axe.ts';
import type { Chromium } from './chromium.ts';
import { withoutFocusRing } from './focus.ts';
import { badlyLaid } from './laid.ts';
import { openView, type View } from './views.ts';

/**
 * axe finds nothing; the focus is seen; 400 % zoom needs no scrolling sideways. Where the whole is
 * asked for, axe finds nothing at that zoom either; otherwise of long lists the first entries stand
 * for the others, which are drawn the same: what all this takes grows faster than their number.
 */
export async function expectAccessible(chromium: Chromium, view: View, { isWhole = false } = {}): Promise<void> {
  const page = await openView(chromium, view);
  if (!isWhole) await page.$$eval(LATER_ENTRIES, (all) => all.forEach((one) => void one.remove()));
  expect(await axeViolations(page)).toEqual([]);
  // A key was the last input: browsers show the focus then.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(withoutFocusRing)).toEqual([]);
  // 1280 pixels at 400 %.
  await page.setViewport({ width: 320, height: 256 });
  expect(await page.evaluate(badlyLaid)).toEqual([]);
  if (isWhole) expect(await axeViolations(page)).toEqual([]);
  await page.close();
}
