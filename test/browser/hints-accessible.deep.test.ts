import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HINT_PREFERENCES_KEY } from '../../src/domain/prompts/hint-preferences.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { untilTold } from '../support/browser/content-world.ts';
import { serveFixtures, storedIn } from '../support/browser/fixtures.ts';
import { appears, CARDS, FORM, HOSTS, openCopy, testHints } from '../support/browser/hints-open.ts';
import { inRoots } from '../support/browser/roots.ts';
import { tooSmallToTouch } from '../support/browser/touch.ts';

describe.each([
  { language: 'zh-CN', dark: true, forced: false },
  { language: 'en-US', dark: false, forced: true },
])('hints, $language, dark: $dark, forced colours: $forced', testHints);

describe('hints by hand', () => {
  const copy = openCopy();
  const { serve } = serveFixtures(HOSTS);
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({ extension: copy(), serve });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test('all settings are in the options; page hints that are switched off there stay away, and a verdict goes with what it is about', async () => {
    const page = await chromium.open(FORM);
    const isOptions = (address: string) => /\/options\/index\.html#hints$/.test(address);
    for (const times of ['a new tab', 'the tab of before']) {
      await page.bringToFront();
      await appears(page, '[data-icp-filing-guide=pill] >>> .pill:not([data-form=none])');
      await page.click('[data-icp-filing-guide=pill] >>> .pill:not([data-form=none])');
      const opened = chromium.browser.waitForTarget((target) => isOptions(target.url()));
      await page.click('[data-icp-filing-guide=pill] >>> ::-p-aria([name="All hint settings…"][role="button"])');
      await opened;
      // The tab is there before its address is.
      const all = async () => (await chromium.browser.pages()).filter((one) => isOptions(one.url()));
      await expect.poll(async () => (await all()).length, { message: times }).toBe(1);
      await page.reload();
    }
    expect(await storedIn(chromium), 'nothing is switched by that').not.toHaveProperty([HINT_PREFERENCES_KEY]);
    const [options] = (await chromium.browser.pages()).filter((one) => isOptions(one.url()));
    await options?.bringToFront();
    await options?.waitForSelector('.kinds > :last-child input');
    await options?.click('.kinds > :last-child input');
    await expect
      .poll(() => storedIn(chromium))
      .toMatchObject({ [HINT_PREFERENCES_KEY]: { all: false, kinds: ['pages'], sites: [] } });
    await options?.close();
    await page.bringToFront();
    await page.reload();
    await untilTold(page);
    // Each time that the page is looked at, verdicts of fields that were emptied by the page go;
    // the pill would come then.
    for (let times = 0; times < 2; times++) {
      await page.type('input[name=siteDomain]', 'example.io');
      await appears(page, '[data-icp-filing-guide=note] >>> p');
      await page.$eval('input[name=siteDomain]', (input) => {
        (input as HTMLInputElement).value = '';
      });
      await page.waitForFunction(() => document.querySelector('[data-icp-filing-guide=note]') === null);
    }
    expect(await page.$('[data-icp-filing-guide=pill]')).toBeNull();
    await page.close();
  });

  test('on a phone, buttons of cards and pill are as large as fingers need', async () => {
    await chromium.evaluate(() => chrome.storage.local.clear());
    const page = await chromium.open(CARDS, (opened) => {
      void opened.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
    });
    await appears(page, '[data-icp-filing-guide=pill] >>> .pill:not([data-form=none])');
    await appears(page, '[data-icp-filing-guide=card] >>> .card');
    /** A hint for which there is no room is not drawn. */
    async function expectLarge(): Promise<void> {
      for (const name of ['[data-icp-filing-guide=card]', '[data-icp-filing-guide=pill]']) {
        const found = await inRoots(page, name, tooSmallToTouch);
        expect(found.flat().filter((line) => line !== 'nothing to touch')).toEqual([]);
        expect(found).toContainEqual([]);
      }
    }
    await appears(page, '[data-icp-filing-guide=card] >>> .card:not(.away, .open) button');
    await expectLarge();
    await page.click('[data-icp-filing-guide=card] >>> .card:not(.away, .open) button');
    await appears(page, '[data-icp-filing-guide=card] >>> .card.open:not(.away)');
    await page.click('[data-icp-filing-guide=pill] >>> .pill:not([data-form=none])');
    await appears(page, '[data-icp-filing-guide=pill] >>> .panel');
    await expectLarge();
    await page.close();
  });
});
