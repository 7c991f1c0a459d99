/** Consoles that are not among the hosts of the installation: offered, allowed, taken back. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { copyWithHosts } from '../support/browser/granted.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import type { Serve } from '../support/browser/served-pages.ts';

const OPTIONS = 'src/entries/options/index.html#hints';
const WELCOME = 'src/entries/welcome/index.html';
const LIST = 'https://porkbun.com/account/domainsSpeedy';
const SHOP = 'https://porkbun.com/products/domains';
const HINT = '[data-icp-filing-guide]';

const serve: Serve = ({ host }) =>
  host === 'porkbun.com' ? { body: '<!doctype html><title>Names</title><main><p>example.io</p></main>' } : null;

/** Whether a target is a page of the extension, in a tab or a popup. */
function isPageOf(target: Target, { extensionId }: Chromium): boolean {
  return target.type() !== 'service_worker' && target.url().startsWith(`chrome-extension://${extensionId}/`);
}

describe.each(RUNS)('an optional console in $kind', ({ kind, first, further }) => {
  let started: Chromium | Firefox;
  let folder: string | undefined;
  beforeAll(async () => {
    if (kind === 'firefox') {
      // Nobody can press the browser's own prompt from outside: it counts as pressed.
      const prefs = { 'extensions.webextOptionalPermissionPrompts': false };
      started = await launchFirefox({ serve, prefs });
      return;
    }
    folder = copyWithHosts(join(ROOT, 'dist/chrome'), []);
    started = await launchChromium({ extension: folder, serve });
  });
  afterAll(async () => {
    await started?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const hints = (page: Page) => page.$$eval(HINT, (all) => all.length);
  const press = (page: Page) => page.locator('[data-offer=porkbun] button').click();

  /**
   * What the browser's prompt does once it is answered with yes. Chromium's cannot be pressed from
   * outside: there, a version in between has the host as its own, which the browser keeps.
   */
  async function allow(offers: Page): Promise<void> {
    if (folder === undefined) return press(offers);
    const path = join(folder, 'manifest.json');
    const written = readFileSync(path, 'utf8');
    const cdp = await started.browser.target().createCDPSession();
    const granted = { ...JSON.parse(written), host_permissions: ['https://porkbun.com/*'] };
    for (const manifest of [JSON.stringify(granted), written]) {
      writeFileSync(path, manifest);
      await cdp.send('Extensions.loadUnpacked', { path: folder });
      // It takes its pages with it.
      const own = () => started.browser.targets().filter((one) => isPageOf(one, started as Chromium));
      await expect.poll(own).toEqual([]);
    }
    // Its worker asks for the content script to run there, once it has started.
    const scripts = () => started.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    await expect.poll(scripts).not.toEqual([]);
  }

  async function openOffers(path: string): Promise<Page> {
    const page = await started.openPage(path, '[data-offer=porkbun]');
    await page.$$eval('details:has([data-offer])', (all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    return page;
  }

  first('has no hints until the person allows it, and loses them when that is taken back', async () => {
    const offers = await openOffers(OPTIONS);
    expect(await offers.$eval('[data-offer=porkbun]', (row) => row.getAttribute('data-on'))).toBe('false');
    const pages = [await started.open(LIST), await started.open(SHOP)] as const;
    const [list, shop] = pages;
    expect(await hints(list)).toBe(0);
    await offers.bringToFront();
    await allow(offers);
    // An extension that was loaded anew has lost its pages.
    if (kind === 'chromium') await Promise.all(pages.map((page) => page.reload()));
    await list.bringToFront();
    await expect.poll(() => hints(list)).toBeGreaterThan(0);
    // The rest of that host is no console.
    await shop.bringToFront();
    expect(await hints(shop)).toBe(0);

    const welcome = await openOffers(WELCOME);
    await welcome.waitForSelector('[data-offer=porkbun][data-on=true]');
    await press(welcome);
    await welcome.waitForSelector('[data-offer=porkbun][data-on=false]');
    await list.bringToFront();
    await expect.poll(() => hints(list)).toBe(0);
    for (const page of [...pages, welcome]) await page.close();
  });

  further.runIf(kind === 'chromium')('is asked for in the popup on its pages, and given up there', async () => {
    const page = await started.open(LIST);
    let popup = await (started as Chromium).clickIcon(page);
    await openScreen(popup, 'more');
    await popup.waitForSelector('.here button');
    const asked = await popup.evaluate(() => {
      const wanted: unknown[] = [];
      const request = (what: unknown) => Promise.resolve(wanted.push(what) < 0);
      for (const api of [chrome, (globalThis as { browser?: typeof chrome }).browser])
        if (api !== undefined) Object.assign(api.permissions, { request });
      document.querySelector<HTMLElement>('.here button')?.click();
      return wanted;
    });
    expect(asked).toEqual([{ origins: ['https://porkbun.com/*'] }]);
    await allow(popup);
    await page.reload();
    await expect.poll(() => hints(page)).toBeGreaterThan(0);
    popup = await (started as Chromium).clickIcon(page);
    await openScreen(popup, 'more');
    await expect.poll(() => popup.$eval('.here', (line) => line.textContent)).toContain('on for Porkbun');
    await popup.locator('.here button').click();
    await expect.poll(() => popup.$eval('.here', (line) => line.textContent)).toContain('off on Porkbun');
    await expect.poll(() => hints(page)).toBe(0);
    await page.close();
  });
});
