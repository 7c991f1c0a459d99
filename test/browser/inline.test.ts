import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { addLate, pressHint, serveFixtures, waitForCards } from '../support/browser/fixtures.ts';
import { untilSeen } from '../support/browser/guests.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import { formsOf } from '../support/browser/roots.ts';
import { withoutUndo } from '../support/browser/worlds.ts';

const HOSTS = {
  'beian.aliyun.com': 'aliyun',
  'dc.console.alibabacloud.com': 'aliyun-intl',
  'console.cloud.tencent.com': 'tencent-cloud',
  'console.dnspod.cn': 'dnspod',
  'console.huaweicloud.com': 'huawei-cloud',
};
const PROMPT = '域名对应注册商未获得工信部批复';
const CONSOLE = 'https://console.huaweicloud.com/';

describe('cards in Chromium, with its own tools', () => {
  const { serve } = serveFixtures(HOSTS);
  let chromium: Chromium;
  beforeAll(async () => {
    // Of its own: the extension is loaded anew in it.
    chromium = await launchChromium({ serve });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test('a card moves nothing: cumulative layout shift is 0', async () => {
    const page = await chromium.open(CONSOLE);
    await waitForCards(page, 2);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shift).toBe(0);
    await page.close();
  });

  test('folding and dismissing are remembered for the prompt and the site, and can be undone in the popup', async () => {
    const page = await chromium.open(CONSOLE);
    await waitForCards(page, 2);
    // Whether a folded card has its line or its sign depends on the room, which `room` tests.
    const isAnyOpen = async () => (await formsOf(page, 'card')).includes('open');
    await untilSeen(page, 'card', 2);
    await expect.poll(isAnyOpen).toBe(true);
    await pressHint(page, 'Collapse');
    // Room is looked for anew where the page changes, and no other card unfolds in its place.
    await untilSeen(page, 'card', 2);
    await addLate(page, '您的域名显示即将过期', 'late-one');
    await waitForCards(page, 3);
    await untilSeen(page, 'card', 3);
    expect(await isAnyOpen()).toBe(false);
    await page.evaluate(() => document.querySelector('#late-one')?.remove());
    await waitForCards(page, 2);
    await withoutUndo(page, chromium.extensionId);
    await pressHint(page, 'Expand');
    await expect.poll(isAnyOpen).toBe(true);
    await pressHint(page, 'Don’t show again');
    await waitForCards(page, 1);

    await page.reload();
    await waitForCards(page, 1);
    const popup = await chromium.clickIcon(page);
    await openScreen(popup, 'more');
    await popup.waitForSelector('.dismissed button');
    await popup.click('.dismissed button');
    await popup.waitForFunction(() => document.querySelector('.dismissed button') === null);
    // For ten seconds that is undone, and done again.
    await popup.click('.undo button');
    await popup.waitForSelector('.dismissed button');
    await popup.click('.dismissed button');
    await popup.waitForFunction(() => document.querySelector('.dismissed button') === null);
    await popup.close();
    await page.reload();
    await waitForCards(page, 2);
    await page.close();
  });

  test('a worker that was killed wakes for the next prompt', async () => {
    const page = await chromium.open(CONSOLE);
    await waitForCards(page, 2);
    await chromium.killWorker();
    await addLate(page, '您的域名显示即将过期', 'late-one');
    await waitForCards(page, 3);
    await page.close();
  });

  test('an updated extension leaves no card and no error in pages that were open', async () => {
    const errors: string[] = [];
    const page = await chromium.open(CONSOLE, (opened) => {
      opened.on('pageerror', (error) => errors.push(String(error)));
      opened.on('console', (message) => errors.push(message.text()));
    });
    await waitForCards(page, 2);
    await chromium.reloadExtension();
    await waitForCards(page, 0);
    await addLate(page, PROMPT, 'after-update');
    expect(await page.evaluate(() => document.querySelectorAll('[data-icp-filing-guide=card]').length)).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});
