/** WCAG 2.2 AA in a view: what can be measured. */
import { expect } from 'vitest';
import { axeViolations } from './axe.ts';
import type { Chromium } from './chromium.ts';
import { withoutFocusRing } from './focus.ts';
import { badlyLaid } from './laid.ts';
import { openView, type View } from './views.ts';

/**
 * axe finds nothing; the focus is seen; 400 % zoom needs no scrolling sideways, and where that is
 * asked for, axe finds nothing then.
 */
export async function expectAccessible(
  chromium: Chromium,
  view: View,
  { isEnlargedJudged = false } = {},
): Promise<void> {
  const page = await openView(chromium, view);
  expect(await axeViolations(page)).toEqual([]);
  // A key was the last input: browsers show the focus then.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(withoutFocusRing)).toEqual([]);
  // 1280 pixels at 400 %.
  await page.setViewport({ width: 320, height: 256 });
  expect(await page.evaluate(badlyLaid)).toEqual([]);
  if (isEnlargedJudged) expect(await axeViolations(page)).toEqual([]);
  await page.close();
}
