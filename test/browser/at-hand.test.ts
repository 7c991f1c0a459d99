import type { Page, Target, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { eventually } from '../support/browser/eventually.ts';
import { QUESTION, titleOn } from '../support/browser/icon-title.ts';
import { clickToClose } from '../support/browser/panel.ts';
import { distance, standsOff, unlike } from '../support/browser/pictures.ts';

/** Events can be fired from within, as the browser does. */
interface Fired {
  dispatch(...args: readonly unknown[]): void;
}

const SIGNS = /✓ suffix approved, ✕ suffix not approved, \? can’t tell/;

async function workerOf({ browser }: Chromium): Promise<WebWorker> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (worker === null) throw new Error('no worker');
  return worker;
}

/**
 * Returns the first page of the extension whose address has a text, of those that open from now on.
 */
async function opened({ browser }: Chromium, has: string, act: () => Promise<unknown>): Promise<Page> {
  const before = new Set<Target>(browser.targets());
  await act();
  const target = await browser.waitForTarget((one) => !before.has(one) && one.url().includes(has));
  const page = await target.page();
  if (page === null) throw new Error(`${target.url()} is no page`);
  return page;
}

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterAll(async () => {
  await chromium?.close();
});

test('the browser has nothing to complain of: not the manifest, not a start, an update or another language', async () => {
  const extensions = await chromium.browser.newPage();
  await extensions.goto('chrome://extensions');
  const complaints = () =>
    extensions.evaluate(async (id) => {
      // The page's own door to the browser.
      const { developerPrivate: browser } = chrome as unknown as {
        developerPrivate: {
          updateProfileConfiguration(change: object): Promise<void>;
          getExtensionInfo(id: string): Promise<Record<string, { message: string }[]>>;
        };
      };
      // Only then are the worker's errors collected.
      await browser.updateProfileConfiguration({ inDeveloperMode: true });
      const info = await browser.getExtensionInfo(id);
      return ['manifestErrors', 'runtimeErrors', 'installWarnings'].flatMap((kind) =>
        (info[kind] ?? []).map((one) => `${kind}: ${one.message ?? one}`),
      );
    }, chromium.extensionId);
  expect(await complaints()).toEqual([]);
  const worker = await workerOf(chromium);
  await worker.evaluate(async () => {
    await chrome.contextMenus.removeAll();
    (chrome.runtime.onInstalled as unknown as Fired).dispatch({ reason: 'update', previousVersion: '0.0.1' });
    (chrome.runtime.onStartup as unknown as Fired).dispatch();
    await chrome.storage.local.set({ 'language.v1': 'zh_CN' });
    await chrome.storage.local.remove('language.v1');
  });
  // The items are there, once: they can be changed.
  await eventually(() =>
    worker
      .evaluate(async () => {
        const known = ['explain', 'verdict', 'keep', 'portfolio'];
        await Promise.all(known.map((id) => chrome.contextMenus.update(id, {})));
        return known.length;
      })
      .catch(() => 0),
  ).toBe(4);
  expect(await complaints()).toEqual([]);
  await extensions.close();
});

test('the title says what the signs mean, in the language of the pages; and after a click the verdict, as long as the tab stays', async () => {
  await eventually(() => titleOn(chromium, null)).toMatch(SIGNS);
  const page = await chromium.open('https://docs.example.io/');
  const popup = await chromium.clickIcon(page);
  await eventually(() => titleOn(chromium, 'https://docs.example.io/')).toBe(
    'docs.example.io: Not eligible for ICP filing (ICP Filing Guide)',
  );
  await popup.close();
  await page.goto('https://docs.example.io/elsewhere');
  await eventually(() => titleOn(chromium, 'https://docs.example.io/elsewhere')).toMatch(SIGNS);

  await chromium.evaluate(() => chrome.storage.local.set({ 'language.v1': 'zh_CN' }));
  await eventually(() => titleOn(chromium, null)).toMatch(/✓ 后缀已批复/);
  // Without signs on the icon there is nothing to explain.
  await chromium.evaluate(() => chrome.storage.local.set({ 'language.v1': 'en', 'icon.v1': false }));
  await eventually(() => titleOn(chromium, null)).toBe(QUESTION);
  await chromium.evaluate(() => chrome.storage.local.clear());
  await eventually(() => titleOn(chromium, null)).toMatch(SIGNS);
  await page.close();
});

test('the four icons are told apart in grey, and seen on every toolbar', async () => {
  const ordinary = await chromium.evaluate(async () => {
    const out: Record<string, number[]> = {};
    for (const size of [16, 32]) {
      const image = new Image(size, size);
      image.src = `/icons/icon-${size}.png`;
      await image.decode();
      const context = new OffscreenCanvas(size, size).getContext('2d');
      context?.drawImage(image, 0, 0);
      out[`ordinary ${size}`] = [...(context?.getImageData(0, 0, size, size).data ?? [])];
    }
    return out;
  });
  const worker = await workerOf(chromium);
  const told = await worker.evaluate(async () => {
    const out: Record<string, number[]> = {};
    // What the browser is told to show, as it is told.
    const { SetIcon: Real } = chrome.declarativeContent;
    const told = new Map<unknown, Record<number, ImageData>>();
    function Noted(action: { imageData: Record<number, ImageData> }) {
      const made = new Real(action as never);
      told.set(made, action.imageData);
      return made;
    }
    chrome.declarativeContent.SetIcon = Noted as never;
    interface Rule {
      readonly id: string;
      readonly actions: readonly unknown[];
    }
    const rules = new Promise<readonly Rule[]>((resolve) => {
      const { onPageChanged } = chrome.declarativeContent;
      const add = onPageChanged.addRules.bind(onPageChanged) as (...args: unknown[]) => void;
      onPageChanged.addRules = ((all: readonly Rule[], done: () => void) => {
        add(all, done);
        // Those that were made before this began may come first.
        if (all.every(({ actions }) => told.has(actions[0]))) resolve(all);
      }) as never;
    });
    (chrome.runtime.onStartup as unknown as Fired).dispatch();
    for (const { id, actions } of await rules) {
      for (const size of [16, 32]) out[`${id.split(' ')[0]} ${size}`] = [...(told.get(actions[0])?.[size]?.data ?? [])];
    }
    return out;
  });
  const pictures = { ...ordinary, ...told };
  for (const size of [16, 32]) {
    const states = ['ordinary', 'approved', 'not-approved', 'uncertain'].map((name) => `${name} ${size}`);
    for (const [index, one] of states.entries()) {
      const picture = pictures[one] ?? [];
      expect(picture, one).toHaveLength(size * size * 4);
      // White, Firefox light, Edge light; Chromium's and Firefox's dark ones.
      for (const ground of ['#ffffff', '#f9f9fb', '#f7f7f7', '#3c3c3c', '#2b2a33', '#202124'])
        expect(standsOff(picture, ground), `${one} on ${ground}`).toBeGreaterThan(0.6);
      for (const other of states.slice(index + 1)) {
        expect(distance(picture, pictures[other] ?? []), `${one} and ${other}`).toBeGreaterThan(0.15);
        expect(unlike(picture, pictures[other] ?? []), `outlines of ${one} and ${other}`).toBeGreaterThan(0.05);
      }
    }
  }
});

test('Enter in the address bar opens the verdict on one name, the page for many on several, where it was asked for', async () => {
  const worker = await workerOf(chromium);
  const enter = (text: string, place: string) =>
    worker.evaluate((...args) => (chrome.omnibox.onInputEntered as unknown as Fired).dispatch(...args), text, place);
  const fresh = await opened(chromium, '/popup/', () => enter(' docs.example.io ', 'newForegroundTab'));
  await fresh.waitForSelector('main[data-host="docs.example.io"]');
  await fresh.close();

  const front = await chromium.open('https://www.example.com/');
  await front.bringToFront();
  await enter('192.168.1.1', 'currentTab');
  await front.waitForSelector('main[data-problem=ip-address]');

  const behind = await opened(chromium, '/portfolio/', () => enter('a.com b.io，c.cn', 'newBackgroundTab'));
  expect(await front.evaluate(() => document.visibilityState)).toBe('visible');
  await behind.bringToFront();
  await behind.waitForSelector('main[data-rows="3"]');
  await behind.close();
  await front.close();
});

test('menus: a link, a selection and a message are answered in a window, several names on the page for many', async () => {
  const worker = await workerOf(chromium);
  const click = (item: object) =>
    worker.evaluate((one) => (chrome.contextMenus.onClicked as unknown as Fired).dispatch(one), item);
  const link = await opened(chromium, '/popup/', () =>
    click({ menuItemId: 'verdict', linkUrl: 'https://docs.example.io/a?b' }),
  );
  await link.waitForSelector('main[data-host="docs.example.io"]');
  await link.close();
  const words = await opened(chromium, '/popup/', () =>
    click({ menuItemId: 'verdict', selectionText: 'see shop.example.com.cn, or index.html' }),
  );
  await words.waitForSelector('main[data-host="shop.example.com.cn"]');
  await words.close();
  const many = await opened(chromium, '/portfolio/', () =>
    click({ menuItemId: 'verdict', selectionText: 'a.com\nb.io\nc.cn' }),
  );
  await many.waitForSelector('main[data-rows="3"]');
  await many.close();
  const message = await opened(chromium, '/popup/', () => click({ menuItemId: 'explain', selectionText: 'TLD未批复' }));
  await message.waitForSelector('[data-faq]');
  await message.close();
});

test('welcome: says how to pin the icon until it is pinned, then that it is', async () => {
  const welcome = await chromium.openPage('src/entries/welcome/index.html', '.pin[data-pinned=false]');
  expect(await welcome.$eval('.pin', (item) => item.textContent)).toContain('puzzle piece');
  const extensions = await chromium.browser.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateExtensionConfiguration({ extensionId, pinnedToToolbar: true });
  }, chromium.extensionId);
  await extensions.close();
  await welcome.bringToFront();
  await welcome.waitForSelector('.pin[data-pinned=true]');
  await welcome.close();
});

test('welcome: a name of one’s own is judged while it is typed; skipped, the tab is gone and the window stays', async () => {
  const welcome = await chromium.openPage('src/entries/welcome/index.html', '.hero');
  const answered = () => welcome.$eval('.answer .name', (name) => name.textContent);
  const example = await answered();
  await welcome.type('.try input', 'exampl');
  expect(await answered()).toBe(example);
  await welcome.type('.try input', 'e.io');
  await welcome.waitForSelector('.answer [data-outcome=fail]');
  await eventually(answered).toBe('example.io');
  // An example is one click, and stands in the field afterward.
  await welcome.click('.mini button');
  await eventually(() => welcome.$eval('.try input', (field) => field.value)).toBe(example);
  await welcome.waitForSelector('.answer [data-outcome=needs-answer]');
  await clickToClose(welcome, '.skip');
  // The last tab of a window would take the window with it.
  const worker = await workerOf(chromium);
  const alone = await opened(chromium, '/welcome/', () =>
    worker.evaluate(async () => {
      await chrome.windows.create({ url: chrome.runtime.getURL('src/entries/welcome/index.html') });
    }),
  );
  const windows = () => worker.evaluate(async () => (await chrome.windows.getAll()).length);
  const before = await windows();
  await alone.waitForSelector('.answer .name');
  await clickToClose(alone, '.skip');
  await eventually(windows).toBe(before);
});
