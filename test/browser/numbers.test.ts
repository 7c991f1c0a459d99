/** Some kinds of pages; the others, and one with very many texts: `numbers.deep.test.ts`. */
import { describe, expect, test } from 'vitest';
import { A, numbersRead, startNumbers, testNumbers, testStandIns } from '../support/browser/number-pages.ts';

describe('the number on the page', () => {
  const chromium = startNumbers();

  testNumbers(chromium, ['footer', 'picture'], ['picture']);

  test('the snippet has the number that was read, in the form that was chosen; a Chinese domain is copied in its letters', async () => {
    const page = await chromium().open('https://www.例子.中国/split');
    const popup = await chromium().clickIcon(page);
    await numbersRead(popup);
    await popup.evaluate(() => {
      navigator.clipboard.writeText = async (text) => void Object.assign(window, { copied: text });
    });
    await popup.click('.on-page > .acts button');
    await popup.waitForFunction(() => Reflect.get(window, 'copied') === '例子.中国');
    await popup.click('.snippet summary');
    const text = () => popup.$eval('.snippet pre', (pre) => pre.textContent ?? '');
    expect(await text()).toContain(`>${A}</a>`);
    await popup.select('.snippet select', 'markdown');
    await popup.waitForFunction(() => document.querySelector('.snippet pre')?.textContent?.includes(']('));
    expect(await text()).toBe(`ICP filing: [${A}](https://beian.miit.gov.cn/)`);
    await popup.close();
    await page.close();
  });

  testStandIns(chromium, [['site-blocked', 'https://dnspod.qcloud.com/static/webblock.html?d=shop.example.net']]);
});
