/**
 * How far a page reaches whose renderer was taken over: it can run what it likes where our content
 * script runs.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { inContentWorld } from '../support/browser/content-world.ts';
import { serveFixtures, storedIn, waitForCards } from '../support/browser/fixtures.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });
const SECRET = { 'case:secret.example.com': { version: 1, answers: { realName: 'done' }, hosts: {} } };

describe('a content script’s world that a page has taken over', () => {
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    const extension = join(ROOT, 'dist/chrome');
    chromium = await launchChromium({ extension, serve });
    page = await chromium.open(CONSOLE);
  });
  afterAll(async () => {
    await chromium?.close();
  });
  beforeEach(async () => {
    await chromium.evaluate(
      (values) => chrome.storage.local.clear().then(() => chrome.storage.local.set(values)),
      SECRET,
    );
    await page.bringToFront();
    await page.reload();
  });

  /** What comes of an expression there: its value, or why not. */
  const tried = (expression: string) =>
    inContentWorld(
      page,
      `(async () => (${expression}))().then((value) => ({ value }), (error) => ({ error: error.message }))`,
    );
  const send = (message: object) => tried(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);

  test.each(['local', 'sync', 'session', 'managed'])('%s storage can be neither read nor written', async (area) => {
    const refused = { error: expect.stringContaining('Access to storage is not allowed') };
    expect(await tried(`chrome.storage.${area}.get(null)`)).toEqual(refused);
    expect(await tried(`chrome.storage.${area}.set({ evil: 1 })`)).toHaveProperty('error');
    expect(await storedIn(chromium)).toEqual(SECRET);
  });

  test('nor after the worker was ended and another page is open', async () => {
    await chromium.killWorker();
    const other = await chromium.open(CONSOLE);
    await waitForCards(other, 2);
    const read = await inContentWorld(other, `chrome.storage.local.get(null).catch((error) => error.message)`);
    expect(read).toContain('Access to storage is not allowed');
    await other.close();
  });

  test('the database with the rules that were loaded is another one there', async () => {
    await tried(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('rules', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('loaded').put('evil', 'file');
      opening.onsuccess = resolve;
      opening.onerror = reject;
    })`);
    const message = { kind: 'loadedRules' };
    expect(await chromium.evaluate((asked) => chrome.runtime.sendMessage(asked), message)).toMatchObject({ ok: true });
    const found = await chromium.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('rules', 1);
          opening.onsuccess = () => {
            const asked = opening.result.transaction('loaded').objectStore('loaded').get('file');
            asked.onsuccess = () => resolve(asked.result ?? null);
          };
        }),
    );
    expect(found).toBeNull();
    expect(await send(message)).not.toHaveProperty('value.ok');
    expect(await send({ kind: 'keepRules', file: null })).not.toHaveProperty('value.ok');
  });

  test('a state is kept for prompts of the page’s own console, whatever else a message says', async () => {
    const states = [
      { site: 'no-such-console', prompt: 'no-such-prompt' },
      { site: '__proto__', prompt: '__proto__' },
      { prompt: 'constructor' },
      { prompt: 'x'.repeat(260) },
    ];
    for (const one of states)
      expect(await send({ kind: 'remember', state: 'dismissed', ...one })).toEqual({
        value: { ok: true, reply: false },
      });
    expect(await storedIn(chromium)).toEqual(SECRET);
    await send({ kind: 'remember', site: 'godaddy', prompt: 'real-name-missing', state: 'folded' });
    expect((await storedIn(chromium))['hints.v1']).toEqual({ 'huawei-cloud': { 'real-name-missing': 'folded' } });
  });

  test('only the page’s own site can be switched off', async () => {
    for (const more of [
      { what: 'all', which: 'x' },
      { what: 'kind', which: 'cards' },
      { what: 'site', which: 'made-up' },
    ])
      await send({ kind: 'switchOff', ...more });
    const off = { all: false, kinds: [], sites: ['huawei-cloud'] };
    expect((await storedIn(chromium))['hints.off.v1']).toEqual(off);
  });

  test('what the extension’s own pages ask for is not for a page to ask', async () => {
    await chromium.evaluate(() => chrome.storage.local.set({ 'hints.v1': { aliyun: { one: 'dismissed' } } }));
    expect(await send({ kind: 'restore', site: 'aliyun' })).not.toHaveProperty('value.ok');
    expect((await storedIn(chromium))['hints.v1']).toEqual({ aliyun: { one: 'dismissed' } });
  });

  test('a flood of messages stores next to nothing, and hints still come', async () => {
    await tried(`Promise.all(Array.from({ length: 100 }, (_, count) => Promise.all(['remember', 'switchOff'].map((kind) =>
      chrome.runtime.sendMessage({ kind, site: 's' + count, prompt: 'p' + count, state: 'dismissed', what: 'site', which: 's' + count })))))`);
    expect(JSON.stringify(await storedIn(chromium)).length).toBeLessThan(500);
    await chromium.evaluate(() => chrome.storage.local.remove('hints.off.v1'));
    const other = await chromium.open(CONSOLE);
    await waitForCards(other, 2);
    await other.close();
  });

  test('the options that it may have shown come in one tab, at what is to be switched', async () => {
    const shown = () => chromium.browser.targets().filter((one) => one.url().includes('/options/'));
    await tried(
      `Promise.all(Array.from({ length: 20 }, () => chrome.runtime.sendMessage({ kind: 'openHintSettings' })))`,
    );
    await send({ kind: 'openHintSettings' });
    // Each message was answered by now: no other tab will come.
    await expect.poll(() => shown().map((one) => new URL(one.url()).hash)).toEqual(['#hints']);
    await (await shown()[0]?.page())?.close();
  });

  test('a thousand messages open no more than one after the other, and a page behind another nothing at all', async () => {
    const shown = () => chromium.browser.targets().filter((one) => /\/(?:options|popup)\//.test(one.url()));
    const ask = `Promise.all(Array.from({ length: 333 }, (_, at) => Promise.all([
      chrome.runtime.sendMessage({ kind: 'openCase', name: 'maple-' + at + '.com' }),
      chrome.runtime.sendMessage({ kind: 'openCase', name: 'oak.com' }),
      chrome.runtime.sendMessage({ kind: 'openHintSettings' }),
    ]))).then((all) => all.flat().filter((one) => one?.reply === true).length)`;
    const other = await chromium.open(CONSOLE);
    await other.bringToFront();
    expect(await tried(ask)).toEqual({ value: 0 });
    expect({ shown: shown(), other: await other.evaluate(() => document.visibilityState) }).toEqual({
      shown: [],
      other: 'visible',
    });
    await other.close();
    await page.bringToFront();
    // Without a screen no window takes the focus from another: there it is the options that end it.
    expect(((await tried(ask)) as { readonly value: number }).value).toBeLessThanOrEqual(3);
    expect(shown().map((one) => new URL(one.url()).search)).toContain('?input=maple-0.com');
    for (const one of shown()) await (await one.page())?.close();
  });
});
