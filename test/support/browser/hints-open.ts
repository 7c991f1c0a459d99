/**
 * What is put into other people's pages, in a copy of the build whose shadow roots are open to the
 * tools.
 */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { eventually } from './eventually.ts';
import { serveFixtures } from './fixtures.ts';
import { withoutFocusRing } from './focus.ts';
import { forceColours } from './forced.ts';
import { untilSeen } from './guests.ts';
import { copyWithOpenRoots, inRoots } from './roots.ts';

export const CARDS = 'https://console.huaweicloud.com/beian/';
export const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
export const FORM = 'https://beian.bce.baidu.com/';
export const HOSTS = {
  'console.huaweicloud.com': 'huawei-cloud',
  'wanwang.aliyun.com': 'search',
  'beian.bce.baidu.com': 'baidu-filing',
};
/**
 * Waits for something within a root of ours: what changes there is not seen by those who watch the
 * page.
 */
export const appears = (page: Page, selector: string) =>
  eventually(async () => (await page.$(selector)) !== null).toBe(true);

/** Returns the folder of the copy, once the tests of the block run. */
export function openCopy(): () => string {
  let folder: string;
  beforeAll(() => {
    folder = copyWithOpenRoots('chrome');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  return () => folder;
}

/** What is waited for: a kind of hint, how many are seen, and how many have no room. */
type Wanted = readonly [kind: 'card' | 'chip' | 'pill', seen: number, roomless?: number];

export interface Look {
  readonly language: string;
  readonly dark: boolean;
  readonly forced: boolean;
}

/** Defines the tests of each kind of hint in a look. */
export function testHints({ language, dark, forced }: Look): void {
  const copy = openCopy();
  const { serve } = serveFixtures(HOSTS);
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({
      extension: copy(),
      language,
      dark,
      serve,
    });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  async function open(address: string, ...[kind, seen, roomless]: Wanted): Promise<Page> {
    const page = await chromium.open(address);
    if (forced) await forceColours(page);
    await untilSeen(page, kind, seen, roomless);
    return page;
  }

  /** What is wrong with ours alone: the page around it is a fixture. */
  async function expectSound(page: Page, name: string): Promise<void> {
    // Signs beside names stand in lines of the page's own; how large they are to a finger is
    // measured below.
    const own = (await axeViolations(page, name)).filter((line) => !line.startsWith('target-size: <button'));
    expect(own).toEqual([]);
    await page.keyboard.press('Tab');
    // A sign for which there is no room is not drawn.
    const drawn = await inRoots(page, name, (root) =>
      [...root.querySelectorAll('button')].some((button) => button.checkVisibility({ visibilityProperty: true })),
    );
    expect(drawn).toContain(true);
    const rings = await inRoots(page, name, withoutFocusRing);
    expect(rings.filter((_, at) => drawn[at]).flat()).toEqual([]);
    for (const found of await inRoots(page, name, (root) =>
      [...root.querySelectorAll('button')].flatMap((button) => {
        if (!button.checkVisibility()) return [];
        const { width, height } = button.getBoundingClientRect();
        // What is laid around a small sign, or over all of a line, takes the touch, too.
        const around = getComputedStyle(button, '::before');
        const most = [
          Math.max(width, Number.parseFloat(around.width) || 0),
          Math.max(height, Number.parseFloat(around.height) || 0),
        ];
        const said = button.textContent || button.ariaLabel || button.title;
        return Math.min(...most) >= 24 ? [] : [`${said}: ${most.join(' × ')}`];
      }),
    ))
      expect(found).toEqual([]);
  }

  test('a card, as it opens and with its whole answer', async () => {
    const page = await open(CARDS, 'card', 2);
    await expectSound(page, '[data-icp-filing-guide=card]');
    // By key: a card moves when another one opens.
    for (const button of await page.$$('[data-icp-filing-guide=card] >>> button[aria-expanded=false]')) {
      await button.focus();
      await page.keyboard.press('Enter');
    }
    await appears(page, '[data-icp-filing-guide=card] >>> .text[aria-expanded=true]');
    await expectSound(page, '[data-icp-filing-guide=card]');
    await page.close();
  });

  test('the pill, and its panel with an answer', async () => {
    const page = await open(CARDS, 'pill', 1);
    await expectSound(page, '[data-icp-filing-guide=pill]');
    await page.click('[data-icp-filing-guide=pill] >>> .pill:not([data-form=none])');
    await page.waitForSelector('[data-icp-filing-guide=pill] >>> .text');
    await page.click('[data-icp-filing-guide=pill] >>> .text');
    await appears(page, '[data-icp-filing-guide=pill] >>> .answer');
    await expectSound(page, '[data-icp-filing-guide=pill]');
    await page.close();
  });

  test('chips, and what one of them says', async () => {
    const page = await open(LIST, 'chip', 5, 1);
    await page.click('[data-icp-filing-guide=chip] >>> button');
    await appears(page, '[data-icp-filing-guide=chip] >>> div:popover-open');
    await expectSound(page, '[data-icp-filing-guide=chip]');
    await page.close();
  });

  test('a verdict below a field', async () => {
    // What reads the fields is there when the pill is.
    const page = await open(FORM, 'pill', 1);
    await page.type('input[name=siteDomain]', 'example.io');
    await appears(page, '[data-icp-filing-guide=note] >>> p');
    expect(await axeViolations(page, '[data-icp-filing-guide=note]')).toEqual([]);
    await page.close();
  });
}
