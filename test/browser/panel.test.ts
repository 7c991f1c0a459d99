import { describe, expect, test } from 'vitest';
import { launchChromium } from '../support/browser/chromium.ts';
import { choose } from '../support/browser/outcomes.ts';
import { clickToClose, PANEL, shows } from '../support/browser/panel.ts';

describe('at the side of the page', () => {
  test('in Chromium: the popup puts its case there and closes; it stays while the tab goes elsewhere and the worker ends', async () => {
    const started = await launchChromium();
    try {
      const page = await started.open('https://shop.example.com.cn/');
      const popup = await started.clickIcon(page);
      const opened = started.browser.waitForTarget((target) => target.url().endsWith(PANEL));
      await clickToClose(popup, '.keep button');
      const panel = await (await opened).asPage();
      await shows(panel, 'main[data-host="shop.example.com.cn"]:not([data-loading])');
      await page.goto('https://docs.example.io/');
      await started.killWorker();
      expect(await panel.$eval('main', (main) => main.dataset.host)).toBe('shop.example.com.cn');
      await choose(panel, 'filing-needed', 1);
      await shows(panel, 'main[data-findings~="filing-needed:pass"]');
      // The tab in front is another one now: its popup offers what it shows.
      const other = await started.clickIcon(page);
      await clickToClose(other, '.keep button');
      await shows(panel, 'main[data-host="docs.example.io"]');
      await shows(panel, '[data-case="shop.example.com.cn"]');
      expect(started.extensionRequests).toEqual([]);
    } finally {
      await started.close();
    }
  });
});
