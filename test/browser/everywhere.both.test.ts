/** What a person changes reaches every open page and frame, also those that nobody looks at. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { fixture } from '../support/browser/fixtures.ts';
import { copyWithHosts } from '../support/browser/granted.ts';
import { RUNS } from '../support/browser/kinds.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { rules } from '../support/shipped-ruleset.ts';

const OPTIONS = 'src/entries/options/index.html';
const CONSOLE = 'https://console.huaweicloud.com/beian/';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const ADDED = 'names.private.example';
/** How many signs the list of names has. */
const SIGNS = 6;
const PREFERENCES = 'hints.off.v1';

const serve: Serve = ({ host, pathname }) => {
  if (host === 'console.huaweicloud.com' && pathname === '/framed')
    return { body: '<!doctype html><p>域名未实名认证</p>' };
  if (host === 'console.huaweicloud.com') {
    const { body, headers } = fixture('huawei-cloud');
    const framed = `${body}<iframe src="/framed"></iframe><iframe srcdoc="<p>域名未实名认证</p>"></iframe>`;
    // Its policy allows no frames.
    return { body: framed, headers: { ...headers, 'content-security-policy': "default-src 'self' data:" } };
  }
  return host === ADDED || host === 'wanwang.aliyun.com' ? fixture('search') : null;
};

describe.each(RUNS)('what is switched, in $kind', ({ kind, first, further }) => {
  let started: Chromium | Firefox;
  let copy: string | undefined;
  beforeAll(async () => {
    if (kind === 'chromium') copy = copyWithHosts(join(ROOT, 'dist/chrome'), [ADDED]);
    started =
      copy !== undefined
        ? await launchChromium({ extension: copy, serve })
        : await launchFirefox({
            serve,
            // Nobody can press the browser's own prompt from outside: it counts as pressed.
            prefs: { 'extensions.webextOptionalPermissionPrompts': false },
          });
  });
  afterAll(async () => {
    await started?.close();
    if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
  });

  /** How many of our elements each frame of a page has. */
  const hostsIn = (page: Page) =>
    Promise.all(
      page
        .frames()
        .map((frame: Frame) => frame.evaluate(() => document.querySelectorAll('[data-icp-filing-guide]').length)),
    );
  const besidePillIn = (page: Page) =>
    Promise.all(
      page
        .frames()
        .map((frame) =>
          frame.evaluate(
            () => document.querySelectorAll('[data-icp-filing-guide]:not([data-icp-filing-guide=pill])').length,
          ),
        ),
    );
  const isBare = async (pages: readonly Page[]) =>
    (await Promise.all(pages.map(hostsIn))).flat().every((count) => count === 0);
  const isFull = async (pages: readonly Page[]) =>
    (await Promise.all(pages.map(hostsIn))).flat().every((count) => count > 0);
  /**
   * Waits until something is so. Nobody looks at the pages and no clock makes them ask: had they
   * not been told, it would never be.
   */
  const until = (isSo: () => Promise<boolean>) => expect.poll(isSo).toBe(true);
  /**
   * A page once each of its frames has its hints, so many beside the pill: they stand only where
   * somebody looks.
   */
  async function openFull(address: string, beside: readonly number[]): Promise<Page> {
    const page = await started.open(address);
    await expect.poll(() => besidePillIn(page)).toEqual(beside);
    return page;
  }
  const prefer = (value: object) =>
    started.evaluate((key, given) => chrome.storage.local.set({ [key]: given }), PREFERENCES, value);

  describe('on two pages with frames, none of them in front', () => {
    let pages: readonly Page[];
    beforeEach(async () => {
      await prefer({ all: false, kinds: [], sites: [] });
      pages = [await openFull(CONSOLE, [2, 1, 1]), await openFull(LIST, [SIGNS])];
      for (const page of pages) {
        await page.bringToFront();
        await page.waitForSelector('[data-icp-filing-guide=pill]');
      }
      const front = await started.open('https://plain.example/');
      await front.bringToFront();
      return async () => {
        for (const page of [...pages, front]) await page.close();
      };
    });

    first('all hints: off, nothing of ours is left; on again, they come back', async () => {
      await prefer({ all: true, kinds: [], sites: [] });
      await until(() => isBare(pages));
      await prefer({ all: false, kinds: [], sites: [] });
      const hasPill = async (page: Page) => (await page.$('[data-icp-filing-guide=pill]')) !== null;
      await until(async () => (await Promise.all(pages.map(hasPill))).every(Boolean));
      for (const page of pages) {
        // What is near what is seen is known once it is seen.
        await page.bringToFront();
        await until(() => isFull([page]));
      }
      // One of each, as before.
      const pills = pages.map((page) => page.$$('[data-icp-filing-guide=pill]'));
      expect((await Promise.all(pills)).map(({ length }) => length)).toEqual([1, 1]);
    });

    further('a site and a kind of hints: the others stay', async () => {
      const [console, list] = pages as readonly [Page, Page];
      await prefer({ all: false, kinds: ['pages'], sites: ['huawei-cloud'] });
      await until(async () => (await isBare([console])) && (await list.$('[data-icp-filing-guide=pill]')) === null);
      await list.bringToFront();
      await list.waitForSelector('[data-icp-filing-guide=chip]');
      expect(await isBare([console])).toBe(true);
    });

    further('a card that is dismissed elsewhere goes, and comes back when it is restored', async () => {
      const [page] = pages as readonly [Page, Page];
      const cards = () =>
        page.$$eval('[data-icp-filing-guide=card]', (all) => all.map((one) => one.getAttribute('data-guidance')));
      const before = await cards();
      expect(before).toContain('registrar-not-approved');
      const dismissed = Object.fromEntries(
        rules.consoles.flatMap(({ prompts }) => prompts.map(({ means }) => [means, 'dismissed'])),
      );
      await started.evaluate(
        (prompts) => chrome.storage.local.set({ 'hints.v1': { 'huawei-cloud': prompts } }),
        dismissed,
      );
      await until(async () => (await cards()).length === 0);
      // What is near what is seen is known once it is seen.
      await page.bringToFront();
      await started.evaluate(() => chrome.storage.local.remove('hints.v1'));
      await until(async () => (await cards()).length === before.length);
    });
  });

  further(
    'what the person takes our leave back from loses its hints, and has them once when that is given again',
    async () => {
      const addresses = [CONSOLE, `https://${ADDED}/`];
      const settings =
        kind === 'chromium' ? await inBrowser('chrome://extensions/') : await started.openPage(OPTIONS, 'main section');
      const origins = addresses.map((address) => `${new URL(address).origin}/*`);
      /**
       * What a person does in Chromium's own page of extensions, or for a button of ours in
       * Firefox.
       */
      async function allow(isAllowed: boolean): Promise<void> {
        await settings.bringToFront();
        if (kind === 'chromium') {
          await settings.evaluate(
            (extensionId, hostAccess) =>
              (
                chrome as unknown as {
                  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
                }
              ).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
            (started as Chromium).extensionId,
            isAllowed ? 'ON_ALL_SITES' : 'ON_CLICK',
          );
          return;
        }
        await settings.evaluate(
          (wanted, given) => {
            document.body.onclick = () => void chrome.permissions[wanted ? 'request' : 'remove']({ origins: given });
          },
          isAllowed,
          origins,
        );
        await settings.mouse.click(2, 2);
        await expect
          .poll(() => settings.evaluate((given) => chrome.permissions.contains({ origins: given }), origins))
          .toBe(isAllowed);
      }
      if (kind === 'firefox') await allow(true);
      const pages = [await openFull(CONSOLE, [2, 1, 1]), await openFull(`https://${ADDED}/`, [SIGNS])];
      await allow(false);
      await until(() => isBare(pages));
      await allow(true);
      // Nothing of the script that ran before is beside what the new one shows.
      for (const page of pages) {
        await page.bringToFront();
        await until(() => isFull([page]));
        const all = await page.$$eval('[data-icp-filing-guide]', (hosts) =>
          hosts.map((host) => [...(host.parentElement?.children ?? [])].filter((one) => one.isEqualNode(host)).length),
        );
        expect(new Set(all)).toEqual(new Set([1]));
      }
      for (const page of [...pages, settings]) await page.close();
    },
  );

  /** A page of the browser's own. */
  async function inBrowser(address: string): Promise<Page> {
    const page = await started.browser.newPage();
    await page.goto(address);
    return page;
  }
});
