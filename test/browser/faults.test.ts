import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadWords } from '../../scripts/build/read-messages.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { addLate, answered, pressHint, serveFixtures, storedIn, waitForCards } from '../support/browser/fixtures.ts';
import { choose, openScreen } from '../support/browser/outcomes.ts';
import { addNames } from '../support/browser/portfolio.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { withoutUndo } from '../support/browser/worlds.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud', 'wanwang.aliyun.com': 'search' });
const OPTIONS = { serve };
const start = () => borrowChromium({ serve });
const UNREAD = loadWords().en.answers_not_read;

/**
 * Where in an operation of storage the worker ends: before it, or when it is done and nobody was
 * told.
 */
type Point = 'before' | 'after';

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

describe('the worker is ended in the middle of a message', () => {
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

  test.each(['before', 'after'] as const)('page: %s storage answers, the page still gets its cards', async (point) => {
    await wake();
    const end = await hang(chromium, 'get', point);
    const page = await chromium.open(CONSOLE);
    await end();
    await waitForCards(page, 2);
    await page.close();
  });

  test.each(['before', 'after'] as const)(
    'guidance: %s storage answers, a prompt that comes later still gets its card',
    async (point) => {
      const page = await open(CONSOLE);
      const end = await hang(chromium, 'get', point);
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
      const end = await hang(chromium, 'get', point);
      const page = await chromium.open(LIST);
      await end();
      await page.waitForSelector('[data-icp-filing-guide=chip]');
      await page.waitForSelector('[data-icp-filing-guide=pill]');
      await page.close();
    },
  );
});

describe('the worker is ended while it changes what is stored', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await start();
  });
  afterAll(async () => {
    await chromium?.close();
  });
  const hints = async () => (await storedIn(chromium))['hints.v1'] ?? {};

  test.each(['before', 'after'] as const)(
    'remember and restore: %s storage was written, what was asked for is kept',
    async (point) => {
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
    },
  );

  test.each(['before', 'after'] as const)('switchOff: %s storage was written, the hints stay off', async (point) => {
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
});

test('storage that cannot be read is said in the popup and in the options, and shown as nothing', async () => {
  const chromium = await start();
  const failing = async (page: Page) => {
    await page.evaluateOnNewDocument(() => {
      chrome.storage.local.get = () => Promise.reject(new Error('broken'));
    });
  };
  for (const path of ['src/entries/popup/index.html?input=shop.example.com.cn', 'src/entries/options/index.html']) {
    const page = await chromium.openPage(path, '.notice', failing);
    expect(await page.$$eval('.notice', (all) => all.map((one) => one.textContent))).toEqual([UNREAD]);
    await page.close();
  }
  await chromium.close();
});

describe('the browser is killed in the middle of a save', () => {
  test.each(['at once', 'when it says that it saved'] as const)(
    '%s: answers and portfolio are as before or as after, and sound',
    async (moment) => {
      const profile = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
      try {
        const first = await launchChromium({ ...OPTIONS, profile });
        const portfolio = await first.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
        await add(portfolio, 'one.com two.com');
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
        await add(portfolio, Array.from({ length: 2000 }, (_, index) => `name${index}.com`).join(' '));
        if (moment !== 'at once')
          await portfolio.waitForFunction(() => {
            const { save, rows } = document.querySelector('main')?.dataset ?? {};
            return rows === '2002' && save === 'saved';
          });
        await kill(first);

        const second = await launchChromium({ ...OPTIONS, profile });
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
    },
  );

  const add = addNames;

  async function kill({ browser }: Chromium): Promise<void> {
    const running = browser.process();
    const gone = new Promise((resolve) => running?.once('exit', resolve));
    running?.kill('SIGKILL');
    await gone;
  }
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
    // Two screens of one page are one after the other.
    await Promise.all([
      choose(one, 'real-name-done', 1).then(() => choose(one, 'filing-needed', 1)),
      choose(two, 'no-open-application', 1).then(() => choose(two, 'filing-needed', 1)),
    ]);
    await expect
      .poll(async () => (await storedIn(chromium))['case:example.com.cn'])
      .toEqual({
        version: 1,
        answers: { realName: 'done', application: 'none' },
        hosts: { 'shop.example.com.cn': { hosting: 'mainland' }, 'www.example.com.cn': { hosting: 'mainland' } },
      });
  });

  test('hints switched in the options of both, in turn and in the same moment, all count, and both show it', async () => {
    const open = () => chromium.openPage('src/entries/options/index.html', '[data-site=dnspod] input');
    const [one, two] = [await open(), await open()];
    const flip = (page: Page, selector: string) => page.$eval(selector, (input) => (input as HTMLInputElement).click());
    const sites = async () => {
      const off = (await storedIn(chromium))['hints.off.v1'];
      return (off as { readonly sites: readonly string[] } | undefined)?.sites;
    };
    // Two windows are in turn where the second begins when the first is done.
    await flip(one, '[data-site=volcengine] input');
    await expect.poll(sites).toEqual(['volcengine']);
    await flip(two, '[data-site=dnspod] input');
    await expect.poll(sites).toEqual(['volcengine', 'dnspod']);
    await Promise.all([flip(one, '.kinds > :nth-child(2) input'), flip(two, '[data-site=ename] input')]);
    const off = { all: false, kinds: ['chips'], sites: ['volcengine', 'dnspod', 'ename'] };
    await expect.poll(async () => (await storedIn(chromium))['hints.off.v1']).toEqual(off);
    for (const page of [one, two]) {
      const shown = () =>
        page.$$eval(
          '[data-site] input, .kinds input',
          (inputs) => inputs.filter((input) => !(input as HTMLInputElement).checked).length,
        );
      await expect.poll(shown).toBe(4);
    }
  });
});
