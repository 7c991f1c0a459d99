/** A click on the toolbar icon of a site, and what its popup must say. */
import { expect, test } from 'vitest';
import { attributesOf, axeViolations } from './axe.ts';
import type { Case } from './cases.ts';
import type { Chromium } from './chromium.ts';

/** A popup that has all it takes from the page, or that takes nothing from it. */
const READ = 'main:not([data-loading], [data-page=waits])';

/**
 * Expects that the popup says what it must on a site, in the browser's language, and that axe finds
 * nothing in it.
 */
export async function expectClicked(chromium: Chromium, { address, expected }: Case, lang: string): Promise<void> {
  const page = await chromium.open(address);
  const popup = await chromium.clickIcon(page);
  await popup.waitForSelector(READ);
  expect(await attributesOf(popup)).toMatchObject(expected);
  expect(await popup.evaluate(() => document.documentElement.lang)).toBe(lang);
  await popup.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  expect(await axeViolations(popup)).toEqual([]);
  await popup.close();
  await page.close();
}

/** Defines what holds of the popup whatever it is asked about. */
export function testPopup(started: () => Chromium): void {
  test('a page of the browser', async () => {
    const page = await started().browser.newPage();
    await page.goto('chrome://version');
    const popup = await started().clickIcon(page);
    expect(await attributesOf(popup)).toMatchObject({ problem: 'browser-page', standing: '' });
    await popup.close();
    await page.close();
  });

  test('the headline, the coverage and the first open question are above the fold', async () => {
    const page = await started().open('https://shop.example.com.cn/');
    const popup = await started().clickIcon(page);
    await popup.waitForSelector(READ);
    const bottom = await popup.$eval('[data-question] .chips', (element) => element.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(600);
    expect(await popup.$eval('body', (body) => body.getBoundingClientRect().width)).toBeGreaterThanOrEqual(400);
    await popup.close();
    await page.close();
  });

  test('answers unfold by keyboard', async () => {
    const page = await started().open('https://foo.io/');
    const popup = await started().clickIcon(page);
    await popup.focus('[data-opens=suffix-approved]');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[data-detail=suffix-approved]');
    await popup.focus('.faq > details > summary');
    await popup.keyboard.press('Enter');
    expect(await popup.$eval('.faq > details', (details) => (details as HTMLDetailsElement).open)).toBe(true);
    await popup.close();
    await page.close();
  });

  test('no horizontal scroll at any width, however long the name', async () => {
    const name = `${'very-long-label-that-goes-on-and-on.'.repeat(4)}${'a'.repeat(63)}.com.cn`;
    const page = await started().openPopup(name);
    for (const width of [320, 480, 800]) {
      await page.setViewport({ width, height: 600 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${width} px`).toBeLessThanOrEqual(0);
    }
    expect(await page.$eval('main', (main) => main.dataset.problem)).toBe('');
    await page.close();
  });

  test('nothing leaves: no part made a request, and the policy refuses one', async () => {
    const page = await started().open('https://www.example.com/');
    const popup = await started().clickIcon(page);
    expect(started().extensionRequests).toEqual([]);
    const refused = await popup.evaluate(() =>
      fetch('https://www.example.com/').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(refused).toBe('refused');
    await popup.close();
    await page.close();
  });
}
