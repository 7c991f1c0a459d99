/** WCAG 2.2 AA in every view and state: what can be measured. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/browser/accessible.ts';
import { axeViolations } from '../support/browser/axe.ts';
import { withoutFocusRing } from '../support/browser/focus.ts';
import { forceColours } from '../support/browser/forced.ts';
import { badlyLaid } from '../support/browser/laid.ts';
import { startChromium } from '../support/browser/started.ts';
import { tooSmallToTouch } from '../support/browser/touch.ts';
import { LOOKS, openView, VIEWS, type View, viewOf } from '../support/browser/views.ts';

const table = VIEWS.map((view): [string, View] => [view.name, view]);

/** Makes the tab a phone's, before it goes anywhere. */
const phone = (width: number) => (page: Page) =>
  page.setViewport({ width, height: 740, isMobile: true, hasTouch: true, deviceScaleFactor: 1 });

describe.each(LOOKS)('$language, dark: $dark', ({ language, dark }) => {
  const chromium = startChromium({ language, dark });

  test.each(VIEWS)(
    '$name: axe finds nothing, at 400 % zoom neither; the focus is seen; that zoom needs no scrolling sideways',
    (view) => expectAccessible(chromium(), view, { isWhole: true }),
  );
});

describe('on a phone', () => {
  const chromium = startChromium();

  test.each(table)('%s: fingers find every target, and nothing is cut', async (_, view) => {
    const page = await openView(chromium(), view, phone(360));
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    expect(await page.evaluate(tooSmallToTouch)).toEqual([]);
    expect(await page.evaluate(badlyLaid)).toEqual([]);
    await page.close();
  });
});

describe('forced colours', () => {
  const chromium = startChromium();

  test.each(table)('%s: axe finds nothing, and the focus is seen', async (_, view) => {
    const page = await openView(chromium(), view);
    await forceColours(page);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(withoutFocusRing)).toEqual([]);
    await page.close();
  });

  test('the signs of the outcomes differ in shape and stand off their ground', async () => {
    const page = await openView(chromium(), viewOf('popup, everything fails, all unfolded'));
    await forceColours(page);
    const drawn = new Map<string, string>();
    for (const icon of await page.$$('[data-outcome] .icon')) {
      const outcome = await icon.evaluate((one) => one.closest<HTMLElement>('[data-outcome]')?.dataset.outcome ?? '');
      const [stroke, ground] = await icon.evaluate((one) => {
        const path = one.querySelector('path');
        return [path ? getComputedStyle(path).stroke : '', getComputedStyle(document.body).backgroundColor];
      });
      expect(stroke).not.toBe(ground);
      drawn.set(
        outcome,
        await icon.evaluate((one) =>
          [...one.children].map((part) => part.getAttribute('d') ?? part.getAttribute('stroke-dasharray')).join(),
        ),
      );
    }
    expect([...drawn.keys()].sort()).toEqual(expect.arrayContaining(['fail', 'needs-answer', 'pass']));
    expect(new Set([drawn.get('fail'), drawn.get('pass'), drawn.get('needs-answer')]).size).toBe(3);
    await page.close();
  });

  test.each([
    ['options, all unfolded', '.choice :checked + span', '.choice input:not(:checked) + span'],
    ['portfolio, selected and unfolded', '.grid [aria-selected=true]', '.grid [aria-selected=false]'],
  ])('%s: what is chosen is told by system colours', async (name, chosen, other) => {
    const page = await openView(chromium(), viewOf(name));
    await forceColours(page);
    const groundOf = (selector: string) => page.$eval(selector, (one) => getComputedStyle(one).backgroundColor);
    expect(await groundOf(chosen)).not.toBe(await groundOf(other));
    await page.close();
  });
});
