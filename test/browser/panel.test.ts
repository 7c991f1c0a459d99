import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { type Firefox, launchFirefox } from '../../src/tools/firefox.ts';
import { axeViolations } from './axe.ts';
import { eventually } from './eventually.ts';

const PANEL = 'src/panel/index.html';
const DRAWN = 'main:not(.begun)';
const LONG = `${'very-long-label-that-goes-on-and-on.'.repeat(4)}${'a'.repeat(63)}.com.cn`;

const chromium = (more: { language?: string; dark?: boolean } = {}) =>
  launchChromium({ executable: requireBrowser('chromium'), extension: join(ROOT, 'dist/chrome'), ...more });
const firefox = () => launchFirefox({ executable: requireBrowser('firefox'), extension: join(ROOT, 'dist/firefox') });

/** What is stored, put there as another window would. */
function putStored(page: Page, values: Readonly<Record<string, unknown>>): Promise<void> {
  return page.evaluate((all) => chrome.storage.local.set(all), values);
}

function storedAt(page: Page, key: string): Promise<unknown> {
  return page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key);
}

/** Waits for what a page shows; it may lie behind another tab, where no frames are drawn. */
async function shows(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, { polling: 50 }, selector);
}

/** Chooses an answer, by its number, in a page that may lie behind another. */
function choose(page: Page, check: string, number: number): Promise<void> {
  return page.$eval(`[data-check=${check}] .choice label:nth-of-type(${number}) input`, (input) =>
    (input as HTMLInputElement).click(),
  );
}

describe.each(['chromium', 'firefox'] as const)('the case in view, in %s', (kind) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started = await (kind === 'chromium' ? chromium() : firefox());
  });
  afterAll(async () => {
    await started?.close();
  });

  test('what is answered in any window shows in every other at once, and nothing of it is lost', async () => {
    const panel = await started.openPage(PANEL, DRAWN);
    await putStored(panel, { 'in-view.v1': 'live.example.com.cn' });
    await shows(panel, 'main[data-host="live.example.com.cn"]:not(.begun)');
    const popup = await started.openPopup('live.example.com.cn');
    await choose(popup, 'filing-needed', 1);
    await shows(panel, '[data-check=filing-needed][data-outcome=pass]');
    await choose(panel, 'real-name-done', 1);
    await shows(popup, '[data-check=real-name-done][data-outcome=pass]');
    await shows(popup, '[data-check=filing-needed][data-outcome=pass]');
    // Taken back there, it is gone here.
    await choose(popup, 'filing-needed', 4);
    await shows(panel, '[data-check=filing-needed][data-outcome=needs-answer]');
    await shows(panel, '[data-check=real-name-done][data-outcome=pass]');
    await popup.close();
    await panel.close();
  });

  test('of two answers in quick succession the first never comes back, whatever the storage says of it meanwhile', async () => {
    const panel = await started.openPage(PANEL, DRAWN);
    await putStored(panel, { 'in-view.v1': 'quick.com' });
    await shows(panel, 'main[data-host="quick.com"]:not(.begun)');
    const seen = await panel.evaluate(async () => {
      const line = document.querySelector('[data-check=filing-needed]');
      const inputs = line?.querySelectorAll<HTMLInputElement>('.choice input') ?? [];
      const outcomes: string[] = [];
      new MutationObserver(() => outcomes.push(line?.getAttribute('data-outcome') ?? '')).observe(line as Element, {
        attributeFilter: ['data-outcome'],
      });
      inputs[0]?.click();
      await Promise.resolve();
      inputs[2]?.click();
      // Writes are done in order, and so are the browser's words about them: behind this one, all of them came.
      await navigator.locks.request('case:quick.com', () => {});
      const told = new Promise<void>((resolve) =>
        chrome.storage.onChanged.addListener((changes) => {
          if ('mark' in changes) resolve();
        }),
      );
      await chrome.storage.local.set({ mark: Math.random() });
      await told;
      // What they made the page read is read behind this.
      await chrome.storage.local.get(null);
      await new Promise((resolve) => setTimeout(resolve));
      return outcomes;
    });
    expect(seen.at(-1)).toBe('not-applicable');
    expect(seen.slice(seen.indexOf('not-applicable'))).not.toContain('pass');
    await panel.close();
  });

  test('another name is asked about and stays; a slip of the pen changes nothing and is explained; it is put away', async () => {
    const panel = await started.openPage(PANEL, DRAWN);
    await panel.type('.bar input', 'www.kept.example.io');
    await panel.keyboard.press('Enter');
    await shows(panel, 'main[data-host="www.kept.example.io"][data-standing=ineligible]');
    // The next name takes the place of this one.
    await panel.keyboard.type('10.0.0.1');
    await panel.keyboard.press('Enter');
    await shows(panel, '.bar [role=alert]');
    expect(await panel.$eval('.bar [role=alert]', (notice) => notice.textContent)).toMatch(
      /^10\.0\.0\.1: An IP address/,
    );
    expect(await panel.$eval('main', (main) => main.dataset.host)).toBe('www.kept.example.io');
    expect(await storedAt(panel, 'in-view.v1')).toBe('www.kept.example.io');
    expect(await panel.$eval('.bar [role=status]', (status) => status.textContent)).toContain('www.kept.example.io');

    // Closed and opened again, it is there again.
    await panel.close();
    const again = await started.openPage(PANEL, 'main[data-host="www.kept.example.io"]');
    await again.click('.put-away');
    await shows(again, 'main.empty');
    await again.waitForFunction(
      async () => (await chrome.storage.local.get('in-view.v1'))['in-view.v1'] === undefined,
      { polling: 50 },
    );
    await again.close();
  });

  test('cases with answers are a click away, each with its verdict, the last seen first', async () => {
    const panel = await started.openPage(PANEL, DRAWN);
    await panel.evaluate(() => chrome.storage.local.clear());
    const one = (answers: object) => ({ version: 1, answers, hosts: {} });
    await putStored(panel, {
      'case:abc.cn': one({ realName: 'done' }),
      'case:brand.io': one({ realName: 'done' }),
      'case:zzz.com': one({ realName: 'not-done' }),
      'seen.v1': ['www.zzz.com', 'left-no-answers.org'],
      'in-view.v1': 'abc.cn',
    });
    await panel.close();
    const again = await started.openPage(PANEL, 'main[data-host="abc.cn"]');
    await again.click('.cases summary');
    const listed = () => again.$$eval('[data-case]', (all) => all.map((item) => item.getAttribute('data-case')));
    expect(await listed()).toEqual(['www.zzz.com', 'brand.io']);
    expect(await again.$eval('[data-case="brand.io"]', (item) => item.textContent)).toContain('Cannot be filed');
    await again.click('[data-case="www.zzz.com"]');
    await shows(again, 'main[data-host="www.zzz.com"]');
    await again.waitForFunction(
      () =>
        [...document.querySelectorAll('[data-case]')].map((item) => item.getAttribute('data-case')).join() ===
        'abc.cn,brand.io',
      { polling: 50 },
    );
    await again.close();
  });

  test.each([[7], ['Not A Host'], [{ host: 'example.com' }], ['localhost']])(
    '%j in the storage puts nothing in view',
    async (value) => {
      const panel = await started.openPage(PANEL, DRAWN);
      await putStored(panel, { 'in-view.v1': value });
      await panel.close();
      const again = await started.openPage(PANEL, 'main.empty');
      await again.close();
    },
  );
});

describe.each([
  { language: 'en-US', dark: false },
  { language: 'zh-CN', dark: true },
])('the panel, $language, dark: $dark', ({ language, dark }) => {
  let started: Chromium;
  beforeAll(async () => {
    started = await chromium({ language, dark });
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
    await panel.type('.bar input', '1.2.3.4');
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
      await shows(panel, '[data-check=filing-needed][data-outcome=pass]');
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
      const ours = await started.openPage('src/facts/index.html', 'main');
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
      expect(await started.window.chooseInIconMenu('Keep this site in view')).toEqual([
        'Keep this site in view',
        'Plan many domains…',
      ]);
      await eventually(() => hostIn('sidebar')).toBe('by-menu.example.com');
    } finally {
      await started.close();
    }
  });
});
