/** A worker or a browser that ends in the middle of something. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { addLate, answered, pressHint, serveFixtures, storedIn, waitForCards } from './fixtures.ts';
import { choose, openScreen } from './outcomes.ts';
import { addNames } from './portfolio.ts';
import { borrowChromium } from './started.ts';
import { withoutUndo } from './worlds.ts';

export const CONSOLE = 'https://console.huaweicloud.com/';
export const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
export const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud', 'wanwang.aliyun.com': 'search' });
const start = () => borrowChromium({ serve });

/** Puts a fault under a page's extension API before it runs. What waits has waited at once. */
export async function withFault(page: Page, fault: string): Promise<void> {
  await page.evaluateOnNewDocument(`{
    const wait = setTimeout;
    globalThis.setTimeout = (run, time, ...given) => wait(run, time >= 3000 ? 0 : time, ...given);
    chrome.${fault};
  }`);
}

/**
 * Where in an operation of storage the worker ends: before it, or when it is done and nobody was
 * told.
 */
export type Point = 'before' | 'after';

/**
 * From now on the worker never gets past an operation; what it is asked hangs. Returns waits until
 * it does, and ends the worker.
 */
async function hang(chromium: Chromium, operation: 'get' | 'set', point: Point): Promise<() => Promise<void>> {
  // A worker that started anew is another one behind the same target: only a session of its own
  // reaches it.
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

/** Defines the tests of a worker that ends while it answers what only asks, at these points. */
export function testEndedWorker(points: readonly Point[]): void {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await start();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  /** A page that is open, with a worker that is awake. */
  async function open(address: string): Promise<Page> {
    const page = await chromium.open(address);
    if (address === CONSOLE) await waitForCards(page, 2);
    return page;
  }
  async function wake(): Promise<void> {
    await answered(chromium);
  }

  test.each(points)('page: %s storage answers, the page still gets its cards', async (point) => {
    await wake();
    const end = await hang(chromium, 'get', point);
    const page = await chromium.open(CONSOLE);
    await end();
    await waitForCards(page, 2);
    await page.close();
  });

  test.each(points)('guidance: %s storage answers, a prompt that comes later still gets its card', async (point) => {
    const page = await open(CONSOLE);
    const end = await hang(chromium, 'get', point);
    await addLate(page, '您的域名显示即将过期', 'late');
    await end();
    await waitForCards(page, 3);
    await page.close();
  });

  test.each(points)('names and topic: %s storage answers, signs and pill still come', async (point) => {
    await wake();
    const end = await hang(chromium, 'get', point);
    const page = await chromium.open(LIST);
    await end();
    await page.waitForSelector('[data-icp-filing-guide=chip]');
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    await page.close();
  });
}

/** Defines the tests of a worker that ends while it changes what is stored, at these points. */
export function testEndedChange(points: readonly Point[]): void {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await start();
  });
  afterAll(async () => {
    await chromium?.close();
  });
  const hints = async () => (await storedIn(chromium))['hints.v1'] ?? {};

  test.each(points)('remember and restore: %s storage was written, what was asked for is kept', async (point) => {
    const page = await chromium.open(CONSOLE);
    await waitForCards(page, 2);
    await withoutUndo(page, chromium.extensionId);
    const endOfFirst = await hang(chromium, 'set', point);
    await pressHint(page, 'Don’t show again');
    await endOfFirst();
    await waitForCards(page, 1);
    await expect.poll(async () => JSON.stringify(await hints())).toContain('dismissed');
    await page.reload();
    await waitForCards(page, 1);

    const popup = await chromium.clickIcon(page);
    await openScreen(popup, 'more');
    await popup.waitForSelector('.dismissed button');
    const endOfSecond = await hang(chromium, 'set', point);
    await popup.click('.dismissed button');
    await endOfSecond();
    await popup.waitForFunction(() => document.querySelector('.dismissed button') === null);
    await expect.poll(async () => JSON.stringify(await hints())).not.toContain('dismissed');
    await popup.close();
    await page.close();
  });

  test.each(points)('switchOff: %s storage was written, the hints stay off', async (point) => {
    const page = await chromium.open(LIST);
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    await pressHint(page, 'ICP Filing Guide Buying a domain');
    const end = await hang(chromium, 'set', point);
    await pressHint(page, 'Hide on this site');
    await end();
    await page.waitForFunction(() => document.querySelector('[data-icp-filing-guide=pill]') === null);
    await expect
      .poll(async () => (await storedIn(chromium))['hints.off.v1'])
      .toMatchObject({ all: false, sites: ['aliyun'] });
    await page.close();
    await chromium.evaluate(() => chrome.storage.local.remove('hints.off.v1'));
  });
}

/** Moments at which the browser can be killed. */
export type Moment = 'at once' | 'when it says that it saved';

/** Defines the tests of a browser that is killed in the middle of a save. */
export function testKilledBrowser(moments: readonly Moment[]): void {
  test.each(moments)('%s: answers and portfolio are as before or as after, and sound', async (moment) => {
    const profile = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
    try {
      const first = await launchChromium({ serve, profile });
      const portfolio = await first.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
      await addNames(portfolio, 'one.com two.com');
      await portfolio.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
      const popup = await first.openPopup('example.com');
      await choose(popup, 'filing-needed', 1);
      await expect.poll(async () => (await storedIn(first))['case:example.com']).toBeDefined();
      // Both are under way when the browser goes.
      await popup.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await choose(popup, 'real-name-done', 1);
      await portfolio.bringToFront();
      await addNames(portfolio, Array.from({ length: 2000 }, (_, index) => `name${index}.com`).join(' '));
      if (moment !== 'at once')
        await portfolio.waitForFunction(() => {
          const { save, rows } = document.querySelector('main')?.dataset ?? {};
          return rows === '2002' && save === 'saved';
        });
      await kill(first);

      const second = await launchChromium({ serve, profile });
      const stored = await storedIn(second);
      const hosts = { 'example.com': { hosting: 'mainland' } };
      expect([
        { hosts, answers: {}, version: 1 },
        { hosts, answers: { realName: 'done' }, version: 1 },
      ]).toContainEqual(stored['case:example.com']);
      expect(Object.keys(stored).filter((key) => key.startsWith('aside:'))).toEqual([]);
      const again = await second.openPage(
        'src/entries/portfolio/index.html',
        'main[data-busy=false]:not([data-rows="0"])',
        // After a crash another tab may have come to the front.
        (page) => page.bringToFront(),
      );
      const { rows, save } = await again.$eval('main', (main) => ({ ...main.dataset }));
      expect(moment === 'when it says that it saved' ? ['2002'] : ['2', '2002']).toContain(rows);
      expect(save).not.toBe('failed');
      await second.close();
    } finally {
      // What a killed browser leaves running may still write.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });

  async function kill({ browser }: Chromium): Promise<void> {
    const running = browser.process();
    const gone = new Promise((resolve) => running?.once('exit', resolve));
    running?.kill('SIGKILL');
    await gone;
  }
}
