/**
 * Messages that are lost cost a page no hint for good: it asks again when it is looked at again.
 * And the worker and the browser end at further moments.
 */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { inContentWorld } from '../support/browser/content-world.ts';
import {
  CONSOLE,
  LIST,
  serve,
  testEndedChange,
  testEndedWorker,
  testKilledBrowser,
  withFault,
} from '../support/browser/fault-views.ts';
import { addLate, answered, pressHint, storedIn, waitForCards } from '../support/browser/fixtures.ts';
import { withoutUndo } from '../support/browser/worlds.ts';

const start = () => launchChromium({ serve });

describe('the worker is ended in the middle of a message', () => testEndedWorker(['after']));

describe('the worker is ended while it changes what is stored', () => testEndedChange(['after']));

describe('the browser is killed in the middle of a save', () => testKilledBrowser(['at once']));

describe.each([
  'storage.local.get',
  'storage.managed.get',
  'storage.session.get',
  'tabs.query',
  'windows.getCurrent',
  'permissions.getAll',
  'runtime.sendMessage',
])('%s never answers', (asked) => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await start();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test('every page of ours is drawn', async () => {
    for (const page of ['popup/index.html?input=a.com', 'options', 'portfolio', 'facts', 'welcome', 'side-panel']) {
      const path = `src/entries/${page.includes('?') ? page : `${page}/index.html`}`;
      const drawn = await chromium.openPage(path, 'h1, h2', (opened) =>
        withFault(opened, `${asked} = () => new Promise(() => {})`),
      );
      await drawn.close();
    }
  });
});

describe('nobody answers', () => {
  let chromium: Chromium;
  let front: Page;
  beforeAll(async () => {
    chromium = await start();
    front = await chromium.open('https://plain.example/');
  });
  afterAll(async () => {
    await chromium?.close();
  });
  const world = 'globalThis.browser ?? chrome';

  /**
   * From now on messages of a kind are lost on their way from a page, each time they are sent;
   * returns what ends that.
   */
  async function lose(page: Page, kind: string): Promise<() => Promise<void>> {
    await inContentWorld(
      page,
      `{
        const { runtime } = ${world};
        globalThis.lost = 0;
        globalThis.real ??= runtime.sendMessage.bind(runtime);
        runtime.sendMessage = async (message) => message.kind === '${kind}' ? void globalThis.lost++ : globalThis.real(message);
        0;
      }`,
    );
    return async () => {
      // All of its tries; nothing is under way any more.
      await expect.poll(() => inContentWorld(page, 'globalThis.lost % 4 === 0 && globalThis.lost > 0')).toBe(true);
      await inContentWorld(page, `void ((${world}).runtime.sendMessage = globalThis.real)`);
    };
  }
  /** The person looks elsewhere, and back. */
  async function lookAgain(page: Page): Promise<void> {
    await front.bringToFront();
    await page.waitForFunction(() => document.hidden, { polling: 50 });
    await page.bringToFront();
  }

  test('page: the handler fails, and the page gets its hints when it is looked at again', async () => {
    const target = await chromium.browser.waitForTarget((one) => one.type() === 'service_worker');
    await answered(chromium);
    const session = await target.createCDPSession();
    await session.send('Runtime.evaluate', {
      expression: `{
        const { permissions } = ${world};
        const real = permissions.getAll;
        globalThis.repair = () => void (permissions.getAll = real);
        permissions.getAll = () => {
          globalThis.hasFailed = true;
          return Promise.reject(new Error('broken'));
        };
        0;
      }`,
    });
    const page = await chromium.open(CONSOLE);
    await expect
      .poll(async () => (await session.send('Runtime.evaluate', { expression: 'globalThis.hasFailed' })).result.value)
      .toBe(true);
    await answered(chromium);
    expect(await page.$('[data-icp-filing-guide]')).toBeNull();
    await session.send('Runtime.evaluate', { expression: 'repair()' });
    await session.detach();
    await lookAgain(page);
    await waitForCards(page, 2);
    await page.close();
  });

  test('guidance: the words of a card come when the page is looked at again', async () => {
    const page = await chromium.open(CONSOLE);
    await waitForCards(page, 2);
    const find = await lose(page, 'guidance');
    await addLate(page, '您的域名显示即将过期', 'late');
    await find();
    await waitForCards(page, 2);
    await lookAgain(page);
    await waitForCards(page, 3);
    await page.close();
  });

  test('names: a sign comes when the page is looked at again', async () => {
    const page = await chromium.open(LIST);
    await page.waitForSelector('[data-icp-filing-guide=chip]');
    const find = await lose(page, 'names');
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.id = 'late-name';
      late.textContent = 'late-name.com';
      document.querySelector('[data-icp-filing-guide=chip]')?.closest('main, body')?.prepend(late);
    });
    await find();
    expect(await page.$('#late-name [data-icp-filing-guide]')).toBeNull();
    await lookAgain(page);
    await page.waitForSelector('#late-name [data-icp-filing-guide]');
    await page.close();
  });

  test('topic: the pill comes when the page is looked at again', async () => {
    const page = await chromium.open(LIST);
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    const find = await lose(page, 'topic');
    await page.evaluate(() => history.replaceState(null, '', '/'));
    await page.waitForFunction(() => document.querySelector('[data-icp-filing-guide=pill]') === null);
    await page.evaluate((address) => history.replaceState(null, '', address), LIST);
    await find();
    expect(await page.$('[data-icp-filing-guide=pill]')).toBeNull();
    await lookAgain(page);
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    await page.close();
  });

  test('remember and switchOff: what was pressed holds here, and is stored when the page is looked at again', async () => {
    const page = await chromium.open(CONSOLE);
    await waitForCards(page, 2);
    const find = await lose(page, 'remember');
    await withoutUndo(page, chromium.extensionId);
    await pressHint(page, 'Don’t show again');
    await waitForCards(page, 1);
    await find();
    expect(JSON.stringify((await storedIn(chromium))['hints.v1'] ?? {})).not.toContain('dismissed');
    await lookAgain(page);
    await expect.poll(async () => JSON.stringify((await storedIn(chromium))['hints.v1'] ?? {})).toContain('dismissed');
    await waitForCards(page, 1);
    await page.close();

    const list = await chromium.open(LIST);
    await list.waitForSelector('[data-icp-filing-guide=pill]');
    const findOff = await lose(list, 'switchOff');
    await pressHint(list, 'ICP Filing Guide Buying a domain');
    await pressHint(list, 'Hide on this site');
    await list.waitForFunction(() => document.querySelector('[data-icp-filing-guide]') === null);
    await findOff();
    expect((await storedIn(chromium))['hints.off.v1']).toBeUndefined();
    await lookAgain(list);
    await expect.poll(async () => (await storedIn(chromium))['hints.off.v1']).toMatchObject({ sites: ['aliyun'] });
    expect(await list.$('[data-icp-filing-guide]')).toBeNull();
    await list.close();
  });
});
