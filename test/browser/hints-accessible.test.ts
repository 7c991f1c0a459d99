import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { untilTold } from '../support/browser/content-world.ts';
import { serveFixtures } from '../support/browser/fixtures.ts';
import { untilSeen } from '../support/browser/guests.ts';
import { appears, CARDS, FORM, HOSTS, LIST, openCopy, testHints } from '../support/browser/hints-open.ts';
import { spoken } from '../support/browser/spoken.ts';
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
    await untilSeen(page, 'card', 2);
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
});
