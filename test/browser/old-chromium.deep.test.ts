/**
 * What people do most, where today's Chromium differs from those that they may have: before 148
 * there is no native `browser` object, and webextension-polyfill makes one of Chrome's callbacks.
 * Edge is asked as well where it is installed.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { findBrowser, requireBrowser } from '../support/browser/find-browser.ts';
import { hintsOn, serveFixtures } from '../support/browser/fixtures.ts';
import { addNames, until } from '../support/browser/portfolio.ts';

const BUILD = join(ROOT, 'dist/chrome');
const CONSOLE = 'https://console.huaweicloud.com/';
const PORTFOLIO = 'src/entries/portfolio/index.html';
const OPTIONS = 'src/entries/options/index.html';

/** As the first statement of every file: whichever a page, the worker or a console begins with. */
const HIDE = `Object.defineProperty(globalThis, 'browser', { value: undefined, configurable: true, writable: true });\n`;

/** Returns a copy of the build, without the native object. To be removed by who asked for it. */
function copyWithoutNative(): string {
  const folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
  cpSync(BUILD, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (name.endsWith('.js')) writeFileSync(file, HIDE + readFileSync(file, 'utf8'));
  }
  return folder;
}

const edge = findBrowser('edge', {
  platform: process.platform,
  env: { PATH: process.env.PATH },
  isExecutable: isThere,
});

describe('Chromium without the native `browser` object', () => core(() => requireBrowser('chromium'), true));

describe.runIf(edge !== null)('Edge', () => core(() => edge ?? '', false));

function core(executable: () => string, isHidden: boolean): void {
  const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });
  let extension = BUILD;
  let started: Chromium;
  beforeAll(async () => {
    if (isHidden) extension = copyWithoutNative();
    started = await launchChromium({ executable: executable(), extension, serve });
  });
  afterAll(async () => {
    await started?.close();
    if (isHidden) rmSync(extension, { recursive: true, force: true });
  });

  test('a click on the icon tells the verdict of the page, and an answer is kept', async () => {
    const page = await started.open('https://shop.example.com.cn/');
    const popup = await started.clickIcon(page);
    if (isHidden)
      expect(await popup.evaluate(() => typeof (globalThis as { browser?: unknown }).browser)).toBe('undefined');
    expect(await popup.$eval('main', (main) => main.dataset.standing)).toBe('depends');
    const other = await started.openPopup('example.io');
    expect(await other.$eval('main', (main) => main.dataset.standing)).toBe('ineligible');
    await other.close();
    const asked = await started.openPopup('example.com');
    await asked.locator('::-p-text(Mainland server)').click();
    const stored = () => asked.evaluate(() => chrome.storage.local.get().then((all) => JSON.stringify(all)));
    await expect.poll(stored).toContain('"hosting":"mainland"');
    await asked.close();
    const again = await started.openPopup('example.com');
    expect(await again.$eval('main', (main) => main.textContent)).not.toContain('Where will the site be hosted? 1 of');
    await again.close();
    await page.close();
  });

  test('a console has its cards', async () => {
    const page = await started.open(CONSOLE);
    const { wanted } = await hintsOn(page, 'card');
    expect(wanted.length).toBeGreaterThan(0);
    await expect.poll(async () => (await hintsOn(page, 'card')).shown).toEqual(wanted);
    await page.close();
  });

  test('the worker that was ended answers again', async () => {
    await started.killWorker();
    const page = await started.open(CONSOLE);
    await expect.poll(async () => (await hintsOn(page, 'card')).shown.length).toBeGreaterThan(0);
    await page.close();
  });

  test('names of a list are judged and kept', async () => {
    const page = await started.openPage(PORTFOLIO, 'main');
    await addNames(page, 'example.io\nexample.com.cn');
    await until(page, 2);
    await page.close();
    const again = await started.openPage(PORTFOLIO, 'main');
    await until(again, 2);
    await again.close();
  });

  test('hints that are switched off in the options go from a page that is open', async () => {
    const page = await started.open(CONSOLE);
    await expect.poll(async () => (await hintsOn(page, 'card')).shown.length).toBeGreaterThan(0);
    const options = await started.openPage(OPTIONS, 'main section');
    await switchOff(options);
    await expect.poll(async () => (await hintsOn(page, 'card')).shown).toEqual([]);
    expect(started.extensionRequests).toEqual([]);
  });
}

async function switchOff(options: Page): Promise<void> {
  await options.waitForSelector('#hints input[type=checkbox]');
  await options.click('#hints input[type=checkbox]');
}

function isThere(path: string): boolean {
  try {
    readFileSync(path, { flag: 'r' });
    return true;
  } catch {
    return false;
  }
}
