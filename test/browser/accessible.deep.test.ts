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
import { FULLEST, openView, VIEWS, type View } from '../support/browser/views.ts';

const table = VIEWS.map((view): [string, View] => [view.name, view]);

/** Makes the tab a phone's, before it goes anywhere. */
const phone = (width: number) => (page: Page) =>
  page.setViewport({ width, height: 740, isMobile: true, hasTouch: true, deviceScaleFactor: 1 });

describe.each([
  { language: 'en-US', dark: false },
  { language: 'zh-CN', dark: true },
])('$language, dark: $dark', (look) => {
  const chromium = startChromium(look);

  test.each(VIEWS.filter((view) => !FULLEST.includes(view)))(
    '$name: axe finds nothing; the focus is seen; 400 % zoom needs no scrolling sideways',
    (view) => expectAccessible(chromium(), view),
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
    const view = VIEWS.find((one) => one.name === 'popup, everything fails, all unfolded');
    const page = await openView(chromium(), view as View);
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

  test('what is chosen and what is selected is told by system colours', async () => {
    const page = await openView(
      chromium(),
      VIEWS.find((one) => one.name === 'portfolio, selected and unfolded') as View,
    );
    await forceColours(page);
    const colours = await page.evaluate(() => {
      const of = (selector: string) => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element).backgroundColor : '';
      };
      return {
        chosen: of('.choice :checked + span'),
        other: of('.choice input:not(:checked) + span'),
        selected: of('.grid [aria-selected=true]'),
        row: of('.grid [aria-selected=false]'),
      };
    });
    expect(colours.chosen).not.toBe(colours.other);
    expect(colours.selected).not.toBe(colours.row);
    await page.close();
  });
});
