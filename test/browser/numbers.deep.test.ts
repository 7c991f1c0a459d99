/** What is not among the pages of `numbers.test.ts`, and what axe says of all of them. */
import { describe, expect, test } from 'vitest';
import { press } from '../support/browser/fixtures.ts';
import {
  A,
  NUMBER_PAGES,
  numbersRead,
  startNumbers,
  testNumbers,
  testStandIns,
} from '../support/browser/number-pages.ts';

describe('the number on the page', () => {
  const chromium = startNumbers();

  testNumbers(chromium, Object.keys(NUMBER_PAGES), Object.keys(NUMBER_PAGES));

  testStandIns(chromium, [
    ['site-blocked', 'webblock'],
    ['site-blocked', 'frame-of-cloud'],
    ['unfiled-warning', 'warning'],
  ]);

  test('a footer that comes late is read without being asked for, and one that comes later still when asked', async () => {
    const page = await chromium().open('https://www.example.com/late');
    const popup = await chromium().clickIcon(page);
    expect((await numbersRead(popup)).notices).toBe('nothing-shown');
    const set = (number: string) =>
      page.evaluate((text) => {
        const footer = document.createElement('footer');
        footer.textContent = text;
        document.querySelector('#root')?.replaceChildren(footer);
      }, number);
    await set('沪ICP备2021003158号-2');
    await popup.waitForSelector('[data-number="沪ICP备2021003158号-2"]');
    await set(A);
    await press(popup, 'Read the page again');
    await popup.waitForSelector(`[data-number="${A}"]`);
    await popup.close();
    await page.close();
  });

  test('a page of 50,000 texts and hostile nesting is read without an error', async () => {
    const page = await chromium().open('https://www.example.com/footer');
    await page.evaluate(() => {
      const many = document.createElement('div');
      for (let index = 0; index < 25_000; index++) many.append(`备 ${index}`, document.createElement('hr'));
      let deep: Element = many;
      for (let depth = 0; depth < 400; depth++) {
        const inner = document.createElement('div');
        deep.append(inner);
        deep = inner;
      }
      document.body.prepend(many);
    });
    const popup = await chromium().clickIcon(page);
    expect((await numbersRead(popup)).claim).toBe(A);
    await popup.close();
    await page.close();
  });
});
