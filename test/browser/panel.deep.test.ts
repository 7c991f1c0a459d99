import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/browser/axe.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { eventually } from '../support/browser/eventually.ts';
import { launchFirefox } from '../support/browser/firefox.ts';
import { PANEL, putStored, shows } from '../support/browser/panel.ts';

const LONG = `${'very-long-label-that-goes-on-and-on.'.repeat(4)}${'a'.repeat(63)}.com.cn`;

describe.each([
  { language: 'en-US', dark: false },
  { language: 'zh-CN', dark: true },
])('the panel, $language, dark: $dark', ({ language, dark }) => {
  let started: Chromium;
  beforeAll(async () => {
    started = await launchChromium({ language, dark });
  });
  afterAll(async () => {
    await started?.close();
  });

  test('every state is accessible, and holds from a narrow sidebar to a wide panel', async () => {
    const panel = await started.openPage(PANEL, 'main.empty');
    const holds = async (what: string) => {
      expect(await axeViolations(panel), what).toEqual([]);
      for (const width of [240, 280, 300, 400, 600]) {
        await panel.setViewport({ width, height: 700 });
        const over = await panel.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${what} at ${width} px`).toBe(0);
      }
    };
    await holds('nothing in view');
    await panel.type('.name-field input', '1.2.3.4');
    await panel.keyboard.press('Enter');
    await shows(panel, '.bar [role=alert]');
    await holds('a notice');
    const one = { version: 1, answers: { realName: 'done' }, hosts: {} };
    for (const host of ['shop.example.com.cn', 'docs.example.io', 'xn--fsqu00a.xn--fiqs8s', LONG]) {
      await putStored(panel, { 'in-view.v1': host, 'case:other.cn': one, [`case:${'b'.repeat(63)}.com`]: one });
      await shows(panel, `main[data-host="${host}"]`);
      await panel.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await holds(host);
    }
    await panel.close();
  });
});

describe('at the side of the page', () => {
  test('in Firefox: by a click in the popup, by the keys, and by the menu of the icon', async () => {
    const started = await launchFirefox();
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
      await started.window.pressKeys('G');
      await eventually(() => hostIn('sidebar')).toBe('by-keys.example.com');

      const menu = await started.open('https://by-menu.example.com/');
      await menu.bringToFront();
      await started.window.pin(true);
      expect(await started.window.chooseInIconMenu('Open this site in the side panel')).toEqual([
        'Open this site in the side panel',
        'Open the portfolio (many domains)',
      ]);
      await eventually(() => hostIn('sidebar')).toBe('by-menu.example.com');
    } finally {
      await started.close();
    }
  });
});
