/** What costs somebody's data; faults.deep.test.ts has the rest. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadWords } from '../../scripts/build/read-messages.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import {
  serve,
  testEndedChange,
  testEndedWorker,
  testKilledBrowser,
  withFault,
} from '../support/browser/fault-views.ts';
import { storedIn } from '../support/browser/fixtures.ts';
import { choose, untilOutcome } from '../support/browser/outcomes.ts';
import { borrowChromium } from '../support/browser/started.ts';

const start = () => borrowChromium({ serve });
const UNREAD = loadWords().en.answers_not_read;

describe('the worker is ended in the middle of a message', () => testEndedWorker(['before']));

describe('the worker is ended while it changes what is stored', () => testEndedChange(['before']));

test.each([
  ['rejects', () => Promise.reject(new Error('broken'))],
  ['never answers', () => new Promise(() => {})],
] as const)(
  'storage that %s is said in the popup and in the options, and shown as nothing',
  async (_, get: () => Promise<unknown>) => {
    const chromium = await start();
    for (const path of ['src/entries/popup/index.html?input=shop.example.com.cn', 'src/entries/options/index.html']) {
      const page = await chromium.openPage(path, '.notice', (opened) =>
        withFault(opened, `storage.local.get = ${get}`),
      );
      expect(await page.$$eval('.notice', (all) => all.map((one) => one.textContent))).toEqual([UNREAD]);
      await page.close();
    }
    await chromium.close();
  },
);

describe('the browser is killed in the middle of a save', () => testKilledBrowser(['when it says that it saved']));

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

  test('a popup that is closed before its answer could be stored: the next page has it', async () => {
    const [key, host] = ['case:shut.com', 'www.shut.com'];
    const popup = await chromium.openPopup(host);
    // Whatever storage takes its time for: another change of the same answers is not done yet.
    await chromium.evaluate(
      (name) =>
        new Promise<void>((taken) => {
          void navigator.locks.request(name, () => {
            taken();
            return new Promise((free) => Object.assign(globalThis, { free }));
          });
        }),
      key,
    );
    await popup.click('[data-asks=hosting] [data-value=mainland]');
    await untilOutcome(popup, 'filing-needed', 'pass');
    await popup.close();
    await chromium.evaluate(() => (globalThis as unknown as { free(): void }).free());
    expect(await storedIn(chromium)).not.toHaveProperty(key);
    const again = await chromium.openPopup(host);
    await untilOutcome(again, 'filing-needed', 'pass');
    expect(await storedIn(chromium)).toMatchObject({ [key]: { hosts: { [host]: { hosting: 'mainland' } } } });
    await again.close();
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
