import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { eventually } from '../support/browser/eventually.ts';
import { requireBrowser } from '../support/browser/find-browser.ts';
import { launchFirefox } from '../support/browser/firefox.ts';
import { choose } from '../support/browser/outcomes.ts';
import { PANEL, shows } from '../support/browser/panel.ts';

const chromium = (more: { language?: string; dark?: boolean } = {}) =>
  launchChromium({ executable: requireBrowser('chromium'), extension: join(ROOT, 'dist/chrome'), ...more });
const firefox = () => launchFirefox({ executable: requireBrowser('firefox'), extension: join(ROOT, 'dist/firefox') });

describe('at the side of the page', () => {
  test('in Chromium: the popup puts its case there and closes; it stays while the tab goes elsewhere and the worker ends', async () => {
    const started = await chromium();
    try {
      const page = await started.open('https://shop.example.com.cn/');
      const popup = await started.clickIcon(page);
      await popup.waitForSelector('.keep button');
      const opened = started.browser.waitForTarget((target) => target.url().endsWith(PANEL));
      const closed = new Promise((resolve) => popup.once('close', resolve));
      await popup.click('.keep button');
      const panel = await (await opened).asPage();
      await shows(panel, 'main[data-host="shop.example.com.cn"]:not(.begun)');
      await closed;
      await page.goto('https://docs.example.io/');
      await started.killWorker();
      expect(await panel.$eval('main', (main) => main.dataset.host)).toBe('shop.example.com.cn');
      await choose(panel, 'filing-needed', 1);
      await shows(panel, 'main[data-findings~="filing-needed:pass"]');
      // The tab in front is another one now: its popup offers what it shows.
      const other = await started.clickIcon(page);
      await other.waitForSelector('.keep button');
      await other.click('.keep button');
      await shows(panel, 'main[data-host="docs.example.io"]');
      await shows(panel, '[data-case="shop.example.com.cn"]');
      expect(started.extensionRequests).toEqual([]);
    } finally {
      await started.close();
    }
  });

  test('in Firefox: by a click in the popup, by the keys, and by the menu of the icon', async () => {
    const started = await firefox();
    try {
      // A page of ours sees the others.
      const ours = await started.openPage('src/entries/facts/index.html', 'main');
      const hostIn = (type: 'popup' | 'sidebar') =>
        ours.evaluate((kind) => {
          const [view] = (chrome.extension.getViews as (of: object) => Window[])({ type: kind });
          return view?.document.querySelector<HTMLElement>('main')?.dataset.host ?? null;
        }, type);
      const page = await started.open('https://docs.example.io/');
      await page.bringToFront();
      await started.window.clickIcon();
      await ours.waitForFunction(
        () =>
          (chrome.extension.getViews as (of: object) => Window[])({ type: 'popup' })[0]?.document.querySelector(
            '.keep button',
          ),
        { polling: 50 },
      );
      const place = await ours.evaluate(() => {
        const [popup] = (chrome.extension.getViews as (of: object) => Window[])({ type: 'popup' });
        const { left, top, width, height } =
          popup?.document.querySelector('.keep button')?.getBoundingClientRect() ?? new DOMRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      expect(await started.window.hasSidebar()).toBe(false);
      await started.window.clickInPopup(place.x, place.y);
      await eventually(() => hostIn('sidebar')).toBe('docs.example.io');
      await eventually(() => hostIn('popup')).toBeNull();
      expect(await started.window.hasSidebar()).toBe(true);

      const keys = await started.open('https://by-keys.example.com/');
      await keys.bringToFront();
      await started.window.pressKeys('V');
      await eventually(() => hostIn('sidebar')).toBe('by-keys.example.com');

      const menu = await started.open('https://by-menu.example.com/');
      await menu.bringToFront();
      await started.window.pin(true);
      expect(await started.window.chooseInIconMenu('Open this site in the side panel')).toEqual([
        'Open this site in the side panel',
        'Check many domains…',
      ]);
      await eventually(() => hostIn('sidebar')).toBe('by-menu.example.com');
    } finally {
      await started.close();
    }
  });
});
