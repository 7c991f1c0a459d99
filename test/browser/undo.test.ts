/**
 * What is done in the popup can be taken back for ten seconds, and as long as somebody is on it.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { storedIn } from '../support/browser/fixtures.ts';
import { keptAnswers } from '../support/browser/kept-answers.ts';
import { openScreen, untilOutcome } from '../support/browser/outcomes.ts';
import { borrowChromium } from '../support/browser/started.ts';

const DOMAIN = 'undone.com';
const KEY = `case:${DOMAIN}`;

/**
 * Takes the clock out of a page: what waits for ten seconds waits until `endOffers` is called, and
 * `waiting` tells how much does.
 */
const heldOffers = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const { setTimeout, clearTimeout } = window;
    const held = new Map<number, () => void>();
    let last = 0;
    const hold = (run: () => void, delay?: number) => {
      if (delay !== 10_000) return setTimeout(run, delay);
      held.set(--last, run);
      return last;
    };
    const release = (timer: number) => {
      if (!held.delete(timer)) clearTimeout(timer);
    };
    Object.assign(window, {
      setTimeout: hold,
      clearTimeout: release,
      waiting: () => held.size,
      endOffers: () => {
        for (const run of held.values()) run();
        held.clear();
      },
    });
  });
const waiting = (page: Page) => page.evaluate(() => Reflect.get(window, 'waiting')() as number);
const isOffered = (page: Page) => page.evaluate(() => document.querySelector('.undo button') !== null);

describe('a way back', () => {
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await borrowChromium();
  });
  afterAll(() => chromium.close());
  beforeEach(() => chromium.evaluate(() => chrome.storage.local.clear()));

  const stored = async () => (await storedIn(chromium))[KEY];
  const open = async (kept?: unknown) => {
    if (kept !== undefined) await chromium.evaluate((key, one) => chrome.storage.local.set({ [key]: one }), KEY, kept);
    page = await chromium.openPage(
      `src/entries/popup/index.html?input=${DOMAIN}`,
      'main:not([data-loading])',
      heldOffers,
    );
  };

  test('from an answer: its question is asked again, and nothing of it is kept', async () => {
    await open();
    await page.click('[data-asks=hosting] [data-value=mainland]');
    await untilOutcome(page, 'filing-needed', 'pass');
    await expect.poll(stored).toMatchObject({ hosts: { [DOMAIN]: { hosting: 'mainland' } } });
    await page.click('.undo button');
    await page.waitForSelector('[data-asks=hosting]');
    expect(await isOffered(page)).toBe(false);
    await expect.poll(async () => JSON.stringify((await stored()) ?? null)).not.toContain('mainland');
    await page.close();
  });

  test('from another answer: the one before it counts again', async () => {
    await open(keptAnswers({ registrar: 'godaddy' }));
    await openScreen(page, 'registrar-licensed');
    await page.type('[data-detail] input[type=search]', 'Tencent');
    await page.keyboard.press('Enter');
    await untilOutcome(page, 'registrar-licensed', 'pass');
    await page.click('.undo button');
    await untilOutcome(page, 'registrar-licensed', 'fail');
    await expect.poll(stored).toMatchObject({ answers: { registrar: 'godaddy' } });
    await page.close();
  });

  test('from forgetting all that was answered', async () => {
    const before = keptAnswers({ registrar: 'godaddy', realName: 'done' });
    await open(before);
    await openScreen(page, 'more');
    await page.click('.forget');
    await untilOutcome(page, 'registrar-licensed', 'needs-answer');
    await expect.poll(stored).toBe(undefined);
    await page.click('.undo button');
    await untilOutcome(page, 'registrar-licensed', 'fail');
    await expect.poll(stored).toEqual(before);
    await page.close();
  });

  test('is there for ten seconds, and then what was done stays done', async () => {
    await open();
    await page.click('[data-asks=hosting] [data-value=mainland]');
    await expect.poll(() => waiting(page)).toBe(1);
    await page.evaluate(() => Reflect.get(window, 'endOffers')());
    await page.waitForFunction(() => document.querySelector('.undo p') === null);
    await expect.poll(stored).toMatchObject({ hosts: { [DOMAIN]: { hosting: 'mainland' } } });
    await page.close();
  });

  test('stays while the pointer or the focus is on it', async () => {
    await open();
    await page.click('[data-asks=hosting] [data-value=mainland]');
    await expect.poll(() => waiting(page)).toBe(1);
    await page.hover('.undo button');
    await expect.poll(() => waiting(page)).toBe(0);
    await page.hover('h1');
    await expect.poll(() => waiting(page)).toBe(1);
    await page.focus('.undo button');
    await expect.poll(() => waiting(page)).toBe(0);
    expect(await isOffered(page)).toBe(true);
    await page.close();
  });
});
