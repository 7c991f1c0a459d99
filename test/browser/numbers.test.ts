/** A page of each kind; the others, and one with very many texts: `numbers.deep.test.ts`. */
import { describe, expect, test } from 'vitest';
import { press } from '../support/browser/fixtures.ts';
import { A, numbersRead, startNumbers, testNumbers, testStandIns } from '../support/browser/number-pages.ts';

describe('the number on the page', () => {
  const chromium = startNumbers();

  testNumbers(chromium, ['footer', 'split', 'shadow', 'frame', 'alt', 'licence', 'picture'], ['licence']);

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

  test('the snippet has the number that was read, in the form that was chosen', async () => {
    const page = await chromium().open('https://www.example.com/split');
    const popup = await chromium().clickIcon(page);
    await numbersRead(popup);
    await popup.click('.snippet summary');
    const text = () => popup.$eval('.snippet pre', (pre) => pre.textContent ?? '');
    expect(await text()).toContain(`>${A}</a>`);
    await popup.select('.snippet select', 'markdown');
    await popup.waitForFunction(() => document.querySelector('.snippet pre')?.textContent?.includes(']('));
    expect(await text()).toBe(`ICP filing: [${A}](https://beian.miit.gov.cn/)`);
    await popup.close();
    await page.close();
  });

  testStandIns(chromium, [['site-blocked', 'frame-of-cloud']]);
});
