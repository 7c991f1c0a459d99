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
const start = () =>
  launchChromium({ executable: requireBrowser('chromium'), extension: join(ROOT, 'dist/chrome'), serve });

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
