import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { addLate, serveFixtures, waitForCards } from './fixtures.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud', 'wanwang.aliyun.com': 'search' });
const start = (more: { profile?: string } = {}) =>
  launchChromium({ executable: requireBrowser('chromium'), extension: join(ROOT, 'dist/chrome'), serve, ...more });

/** What is stored, by a page of the extension. */
async function storedIn(chromium: Chromium): Promise<Record<string, unknown>> {
  const page = await chromium.openPage('src/facts/index.html', 'main');
  const all = await page.evaluate(() => chrome.storage.local.get(null));
  await page.close();
  return all;
}

/** Where in an operation of storage the worker ends: before it, or when it is done and nobody was told. */
type Point = 'before' | 'after';

describe('the worker is ended in the middle of a message', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await start();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  /** From now on the worker never gets past an operation; what it is asked hangs. Out: waits until it does, and ends the worker. */
  async function hang(operation: 'get' | 'set', point: Point): Promise<() => Promise<void>> {
    // A worker that started anew is another one behind the same target: only a session of its own reaches it.
    const target = await chromium.browser.waitForTarget((one) => one.type() === 'service_worker');
    const session = await target.createCDPSession();
    const run = (expression: string) => session.send('Runtime.evaluate', { expression, awaitPromise: true });
    await run(`{
      const real = chrome.storage.local.${operation}.bind(chrome.storage.local);
      globalThis.reached = new Promise((resolve) => {
        chrome.storage.local.${operation} = async (given) => {
          if (${point === 'after'}) await real(given);
          resolve();
          return new Promise(() => {});
        };
      });
      0;
    }`);
    return async () => {
      await run('reached');
      await session.detach();
      await chromium.killWorker();
    };
  }

  const press = async (page: Page, name: string) =>
    (await page.waitForSelector(`aria/${name}[role="button"]`))?.click();
  /** A page that is open, with a worker that is awake. */
  async function open(address: string): Promise<Page> {
    const page = await chromium.open(address);
    if (address === CONSOLE) await waitForCards(page, 2);
    return page;
  }
  async function wake(): Promise<void> {
    const page = await chromium.openPage('src/facts/index.html', 'main');
    await page.evaluate(() => chrome.runtime.sendMessage({ kind: 'topic', topic: 'filing' }));
    await page.close();
  }

  test.each(['before', 'after'] as const)('page: %s storage answers, the page still gets its cards', async (point) => {
    await wake();
    const end = await hang('get', point);
    const page = await chromium.open(CONSOLE);
    await end();
    await waitForCards(page, 2);
    await page.close();
  });

  test.each(['before', 'after'] as const)(
    'guidance: %s storage answers, a prompt that comes later still gets its card',
    async (point) => {
      const page = await open(CONSOLE);
      const end = await hang('get', point);
      await addLate(page, '您的域名显示即将过期', 'late');
      await end();
      await waitForCards(page, 3);
      await page.close();
    },
  );

  test.each(['before', 'after'] as const)(
    'names and topic: %s storage answers, signs and pill still come',
    async (point) => {
      await wake();
      const end = await hang('get', point);
      const page = await chromium.open(LIST);
      await end();
      await page.waitForSelector('icp-filing-guide-chip');
      await page.waitForSelector('icp-filing-guide-pill');
      await page.close();
    },
  );

  test.each(['before', 'after'] as const)(
    'remember and restore: %s it is stored, the dismissal is kept, and undone',
    async (point) => {
      const page = await open(CONSOLE);
      const ended = await hang('set', point);
      await press(page, 'Dismiss');
      await ended();
      await expect.poll(async () => JSON.stringify((await storedIn(chromium))['hints.v1'])).toContain('dismissed');
      const site = 'huawei-cloud';
      const asking = await chromium.openPage('src/facts/index.html', 'main');
      const again = await hang('set', point);
      // Asked by a page of the extension, which asks once: told that there was no answer, it finds it as it was or as it should be.
      const answer = asking.evaluate(
        (which) => chrome.runtime.sendMessage({ kind: 'restore', site: which }).then(String, () => 'no answer'),
        site,
      );
      await again();
      expect(await answer).toBe('no answer');
      const left = JSON.stringify((await storedIn(chromium))['hints.v1']);
      if (point === 'before') expect(left).toContain('dismissed');
      else expect(left).not.toContain('dismissed');
      expect(await asking.evaluate((which) => chrome.runtime.sendMessage({ kind: 'restore', site: which }), site)).toBe(
        true,
      );
      await asking.close();
      await page.close();
    },
  );

  test.each(['before', 'after'] as const)('switchOff: %s it is stored, another try stores it once', async (point) => {
    await wake();
    const asking = await chromium.openPage('src/facts/index.html', 'main');
    const end = await hang('set', point);
    const ask = () =>
      asking.evaluate(() =>
        chrome.runtime
          .sendMessage({ kind: 'switchOff', what: 'site', which: 'xinnet' })
          .then(String, () => 'no answer'),
      );
    const first = ask();
    await end();
    expect(await first).toBe('no answer');
    expect(await ask()).toBe('true');
    expect((await storedIn(chromium))['hints.off.v1']).toEqual({ all: false, kinds: [], sites: ['xinnet'] });
    await asking.close();
  });
});

describe('two windows at once', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await start();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test('answers given in both in the same moment are all kept', async () => {
    const [one, two] = [
      await chromium.openPopup('shop.example.com.cn'),
      await chromium.openPopup('www.example.com.cn'),
    ];
    for (const page of [one, two])
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    await Promise.all([
      one.$eval('[data-check=real-name-done] input[type=radio]', (input) => (input as HTMLInputElement).click()),
      two.$eval('[data-check=no-open-application] input[type=radio]', (input) => (input as HTMLInputElement).click()),
      one.$eval('[data-check=filing-needed] input[type=radio]', (input) => (input as HTMLInputElement).click()),
      two.$eval('[data-check=filing-needed] input[type=radio]', (input) => (input as HTMLInputElement).click()),
    ]);
    await expect
      .poll(async () => (await storedIn(chromium))['case:example.com.cn'])
      .toEqual({
        version: 1,
        answers: { realName: 'done', application: 'none' },
        hosts: { 'shop.example.com.cn': { hosting: 'mainland' }, 'www.example.com.cn': { hosting: 'mainland' } },
      });
  });
});

describe('incognito', () => {
  test('where the person allows it, hints come on incognito pages as on others; what is dismissed there is kept for all', async () => {
    const chromium = await start();
    try {
      const settings = await chromium.browser.newPage();
      await settings.goto('chrome://extensions/');
      await settings.evaluate(async (id) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: { updateExtensionConfiguration(given: object): Promise<void> };
        };
        await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
      }, chromium.extensionId);
      await settings.close();
      // The browser loads the extension anew for it.
      const isAllowed = async () => {
        try {
          const page = await chromium.openPage('src/facts/index.html', 'main');
          return await page.evaluate(() => chrome.extension.isAllowedIncognitoAccess());
        } catch {
          return false;
        }
      };
      await expect.poll(isAllowed, { timeout: 20_000 }).toBe(true);
      const context = await chromium.browser.createBrowserContext();
      const hidden = await context.newPage();
      await hidden.setRequestInterception(true);
      hidden.on('request', (request) => {
        const served = request.url().startsWith('http') ? serve(new URL(request.url())) : null;
        void (served
          ? request.respond({ body: served.body, contentType: 'text/html; charset=utf-8' })
          : request.continue());
      });
      await hidden.goto(CONSOLE);
      await waitForCards(hidden, 2);
      await (await hidden.waitForSelector('aria/Dismiss[role="button"]'))?.click();
      await waitForCards(hidden, 1);
      await expect.poll(async () => JSON.stringify((await storedIn(chromium))['hints.v1'])).toContain('dismissed');
      await context.close();
    } finally {
      await chromium.close();
    }
  });
});

describe('the browser ends in the middle of a save', () => {
  let profile: string;
  let chromium: Chromium;
  let size = 1;
  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
    chromium = await start({ profile });
    const first = await chromium.openPage('src/portfolio/index.html', 'main[data-rows]');
    await add(first, 'first.com');
    await first.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await first.close();
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each(['at once', 'when the save has begun'])(
    '%s: answers and portfolio are as before or as after',
    async (when) => {
      const portfolio = await chromium.openPage('src/portfolio/index.html', 'main[data-rows]');
      await portfolio.waitForFunction(
        (rows) => document.querySelector('main')?.dataset.rows === String(rows),
        {},
        size,
      );
      const popup = await chromium.openPopup(`shop.example${size}.com.cn`);
      await popup.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const added = Array.from({ length: 1000 }, (_, index) => `name${size}-${index}.com`);
      await add(portfolio, added.join(' '));
      if (when !== 'at once')
        await portfolio.waitForFunction(() => document.querySelector('main')?.dataset.save !== 'untouched');
      await popup.$eval('[data-check=real-name-done] input[type=radio]', (input) =>
        (input as HTMLInputElement).click(),
      );
      await end(chromium);

      chromium = await start({ profile });
      const again = await chromium.openPage('src/portfolio/index.html', 'main[data-rows]');
      await again.waitForFunction(
        (before, after) => [before, after].includes(document.querySelector('main')?.dataset.rows ?? ''),
        {},
        String(size),
        String(size + 1000),
      );
      const { [`case:example${size}.com.cn`]: kept } = await storedIn(chromium);
      expect([undefined, { version: 1, answers: { realName: 'done' }, hosts: {} }]).toContainEqual(kept);
      size = Number(await again.$eval('main', (main) => main.dataset.rows));
      await again.close();
    },
  );
});

async function add(page: Page, text: string): Promise<void> {
  await page.$eval(
    '.intake textarea',
    (area, value) => {
      area.value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
  await page.click('.intake button[type=submit]');
}

/** Ends the browser as a power cut would, without a word to anybody. */
async function end({ browser }: Chromium): Promise<void> {
  const child = browser.process();
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGKILL');
  await gone;
}
