import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HINT_PREFERENCES_KEY } from '../../src/domain/prompts/hint-preferences.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { untilTold } from '../support/browser/content-world.ts';
import { serveFixtures, storedIn } from '../support/browser/fixtures.ts';
import { untilSeen } from '../support/browser/guests.ts';
import { appears, CARDS, FORM, HOSTS, LIST, openCopy, testHints } from '../support/browser/hints-open.ts';
import { inRoots } from '../support/browser/roots.ts';
import { spoken } from '../support/browser/spoken.ts';
import { tooSmallToTouch } from '../support/browser/touch.ts';
import { undoIn } from '../support/browser/worlds.ts';

describe('hints in English and light', () => testHints({ language: 'en-US', dark: false, forced: false }));

describe('hints by keyboard and by ear', () => {
  const copy = openCopy();
  const { serve } = serveFixtures(HOSTS);
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({
      extension: copy(),
      // Something to go on to, before and well after the prompts: no card opens over what can be
      // pressed.
      serve: (url) => {
        const served = serve(url);
        return (
          served && {
            ...served,
            body: served.body
              .replace('<h1>', '<a id="before" href="#a">a</a><h1>')
              .replace('<pre>', `${'<br>'.repeat(40)}<a id="after" href="#b">b</a><pre>`),
          }
        );
      },
    });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  const focused = (page: Page) =>
    page.evaluate(() => {
      let at: Element | null = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const name = at?.getAttribute('aria-label') || at?.textContent || at?.getAttribute('title');
      return at?.id || name || at?.localName || '';
    });

  test('a card is a region with its title, its buttons tell their state; dismissed, the focus goes on where it was', async () => {
    const page = await chromium.open(CARDS);
    await appears(page, '[data-icp-filing-guide=card] >>> .card.open:not(.away)');
    await untilSeen(page, 'card', 2);
    const lines = await spoken(page);
    const card = lines.findIndex((line) => line.trim().startsWith('region “ICP Filing Guide:'));
    expect(lines.slice(card, card + 4).map((line) => line.trim())).toEqual([
      'region “ICP Filing Guide: The registrar has no MIIT license”',
      'heading 2 “The registrar has no MIIT license”',
      'button “Collapse” [expanded]',
      'button “Don’t show again”',
    ]);
    const endUndo = await undoIn(page, chromium.extensionId);
    await page.focus('#before');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Collapse');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Don’t show again');
    await page.keyboard.press('Enter');
    // For a while it can be taken back.
    await expect.poll(() => focused(page)).toBe('Undo');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Collapse');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Don’t show again');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Undo');
    // On to the next card's button, and not back to where the page begins. It is open already where
    // the line that is left of the first made room for it.
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toMatch(/^(?:Expand|Collapse)$/);
    if ((await focused(page)) === 'Expand') await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Collapse');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    // What had the focus was folded away.
    await expect.poll(() => focused(page)).toBe('Expand');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Undo');
    await endUndo();
    // It goes with the focus in it.
    await page.waitForFunction(() => document.querySelector('[data-icp-filing-guide=card]') === null);
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('after');
    await page.close();
  });

  test('the pill opens, answers and closes without losing the focus', async () => {
    const page = await chromium.open(CARDS);
    await appears(page, '[data-icp-filing-guide=pill] >>> .pill:not([data-form=none])');
    await page.focus('[data-icp-filing-guide=pill] >>> .pill:not([data-form=none])');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Close');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await appears(page, '[data-icp-filing-guide=pill] >>> .answer');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toContain('Filing application');
    await page.close();
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

  test('a chip says what it is about, and its panel opens and closes by key', async () => {
    const page = await chromium.open(LIST);
    const first = '[data-icp-filing-guide=chip][data-name="example.com"] >>> button:not([data-form=none])';
    await appears(page, first);
    await page.focus(first);
    expect(await focused(page)).toBe('example.com: Suffix approved');
    await page.keyboard.press('Enter');
    await appears(page, '[data-icp-filing-guide=chip] >>> button[aria-expanded=true]');
    expect((await spoken(page)).map((line) => line.trim())).toContain(
      'button “example.com: Suffix approved” [expanded] [focused]',
    );
    await page.keyboard.press('Escape');
    await appears(page, '[data-icp-filing-guide=chip] >>> button[aria-expanded=false]');
    expect(await focused(page)).toBe('example.com: Suffix approved');
    await page.close();
  });

  test('the verdict below a field is a status', async () => {
    const page = await chromium.open(FORM);
    await untilTold(page);
    await page.type('input[name=siteDomain]', 'example.io');
    await appears(page, '[data-icp-filing-guide=note] >>> p');
    const lines = (await spoken(page)).map((line) => line.trim());
    expect(lines[lines.indexOf('status') + 1]).toBe('Suffix not approved');
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
