import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { pressHint } from '../support/browser/fixtures.ts';
import { untilForms } from '../support/browser/guests.ts';
import { inRoots, openChip } from '../support/browser/roots.ts';
import { borrowChromium } from '../support/browser/started.ts';

const FORM = 'https://beian.aliyun.com/';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const BODIES: Readonly<Record<string, string>> = {
  '/beian/io': '<p>myname.io</p><p>TLD未批复</p>',
  '/beian/top': '<p>myname.top</p><p>域名未入库</p>',
  '/beian/aside': '<p>myname.io</p><p id="said">TLD未批复</p><p id="late" style="margin:0"></p>',
  '/beian/corner': '<p style="position:fixed;right:16px;bottom:240px;width:440px">TLD未批复</p>',
  '/domain/searchresult': '<ul><li>myname.top</li><li>myname.io</li><li>foo.github.io</li></ul>',
  '/domain/low': '<ul style="padding-top:310px"><li>myname.top</li><li>myname.io</li></ul>',
  '/domain/rtl':
    '<ul dir="rtl" style="padding:0 0 0 200px"><li>example.io</li><li><b>myname</b><i>.io</i></li><li><span>other</span><b>name</b>.top</li></ul>',
};

let chromium: Chromium;
beforeAll(async () => {
  chromium = await borrowChromium({
    serve: ({ pathname }) => ({
      body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>备案</title><link rel="icon" href="data:,"><main>${BODIES[pathname] ?? ''}</main></html>`,
    }),
  });
});
afterAll(async () => {
  await chromium?.close();
});

const CARD = '[data-icp-filing-guide=card]';
const CHIP = '[data-icp-filing-guide=chip]';
const offers = (root: ShadowRoot) => [...root.querySelectorAll('.offer')].map((one) => one.textContent);
const links = (root: ShadowRoot) => [...root.querySelectorAll('.ways a')].map((one) => one.getAttribute('href'));

/** Presses what a hint offers, and returns the host that the opened view is about. */
async function followed(page: Page, name: string): Promise<string | undefined> {
  const before = new Set(chromium.browser.targets());
  const opened = chromium.browser.waitForTarget((one) => !before.has(one) && one.url().includes('/popup/'));
  await pressHint(page, name);
  const view = await (await opened).asPage();
  const main = await view.waitForSelector('main[data-host]');
  const host = await main?.evaluate((one) => (one as HTMLElement).dataset.host);
  await view.close();
  return host;
}

test('a card on a suffix that is refused: names to use instead, where to look it up, and all of it', async () => {
  const page = await chromium.open(new URL('/beian/io', FORM).href);
  await expect
    .poll(() => inRoots(page, CARD, offers))
    .toEqual([['myname.cn', 'myname.com', 'myname.com.cn', 'Check this domain']]);
  const [found = []] = await inRoots(page, CARD, links);
  expect(found.map((url) => new URL(url ?? '').host)).toEqual(['lookup.icann.org', 'beian.miit.gov.cn']);
  expect(await followed(page, 'myname.com.cn')).toBe('myname.com.cn');
  await page.bringToFront();
  expect(await followed(page, 'Check this domain')).toBe('myname.io');
  await page.close();
});

test('the button of a page goes out of the way of a card that lies in its corner', async () => {
  const page = await chromium.open(new URL('/beian/corner', FORM).href);
  await untilForms(page, 'card', ['open']);
  const drawn = (root: ShadowRoot): DOMRect => root.querySelector('.card, .pill')?.getBoundingClientRect().toJSON();
  await expect
    .poll(async () => {
      const [card] = await inRoots(page, CARD, drawn);
      const [pill] = await inRoots(page, '[data-icp-filing-guide=pill]', drawn);
      if (card === undefined || pill === undefined || card.bottom < pill.top) return null;
      return pill.right < card.left;
    })
    .toBe(true);
  await page.close();
});

test('a card that was folded by key finds its room anew as the page changes, though it has the focus', async () => {
  const page = await chromium.open(new URL('/beian/aside', FORM).href);
  await untilForms(page, 'card', ['open']);
  await pressHint(page, 'Collapse');
  const drawn = async () => {
    const text = await page.$eval('#said', (said) => said.getBoundingClientRect().toJSON());
    const [box] = await inRoots(page, CARD, (root) => root.querySelector('.card')?.getBoundingClientRect().toJSON());
    return box.top >= text.bottom ? 'below' : 'beside';
  };
  const hasFocus = () => inRoots(page, CARD, (root) => root.activeElement !== null);
  await expect.poll(drawn).toBe('below');
  // It would lie over what comes there.
  await page.$eval('#late', (late) => {
    late.textContent = '请修改后重新提交';
  });
  await expect.poll(drawn).toBe('beside');
  await untilForms(page, 'card', ['folded']);
  expect(await hasFocus()).toEqual([true]);
  await page.close();
});

test('a card on another matter offers no other name', async () => {
  const page = await chromium.open(new URL('/beian/top', FORM).href);
  await expect.poll(() => inRoots(page, CARD, offers)).toEqual([['Check this domain']]);
  await page.close();
});

test('a chip on a suffix that is refused offers the same, a platform’s name only what is known of it', async () => {
  const page = await chromium.open(LIST);
  await expect
    .poll(() => page.$$eval(CHIP, (all) => all.map((chip) => chip.getAttribute('data-tone'))))
    .toEqual(['yes', 'no', 'no']);
  expect(await inRoots(page, CHIP, offers)).toEqual([
    ['Check this domain'],
    ['myname.cn', 'myname.com', 'myname.com.cn', 'Check this domain'],
    ['Check this domain'],
  ]);
  const words = await inRoots(page, CHIP, (root) => root.querySelector('[data-form] span')?.textContent);
  expect(words, 'nothing but the suffix is known').toEqual(['Suffix approved', 'Suffix not approved', 'Not eligible']);
  await openChip(page, 'no');
  expect(await followed(page, 'myname.cn')).toBe('myname.cn');
  await page.close();
});

/**
 * Opens what the second chip of a list says, in a window of a size, and returns where that is; -1:
 * nowhere.
 */
async function openedBox(
  address: string,
  width: number,
  height: number,
): Promise<Record<'left' | 'right' | 'top' | 'bottom', number>> {
  // The window is so small before the page is there: nothing that is read moves any more.
  const page = await chromium.open(address, (opened) => void opened.setViewport({ width, height }));
  await openChip(page, 'no');
  const [, box] = await inRoots(page, CHIP, (root) => {
    const {
      left = -1,
      right = -1,
      top = -1,
      bottom = -1,
    } = root.querySelector(':popover-open')?.getBoundingClientRect() ?? {};
    return { left, right, top, bottom };
  });
  await page.close();
  return box ?? { left: -1, right: -1, top: -1, bottom: -1 };
}

test('what a chip says stays in a narrow window', async () => {
  const { left, right } = await openedBox(LIST, 340, 640);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(340);
});

test('what a chip at the lower edge says opens above it', async () => {
  const { top, bottom } = await openedBox(new URL('/domain/low', LIST).href, 600, 400);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(400);
});

test('from right to left a name at the edge, split or not, has its mark before it', async () => {
  const page = await chromium.open(new URL('/domain/rtl', LIST).href);
  await untilForms(page, 'chip', ['sign', 'sign', 'sign']);
  const beside = await page.$$eval('li', (all) =>
    all.map((item) => {
      const range = new Range();
      range.selectNodeContents(item);
      return Math.min(...[...range.getClientRects()].filter(({ width }) => width > 0).map(({ left }) => left));
    }),
  );
  const rights = await inRoots(page, CHIP, (root) => root.querySelector('button')?.getBoundingClientRect().right ?? 0);
  for (const [at, right] of rights.entries())
    expect(right, 'left of the whole name').toBeLessThanOrEqual(beside[at] ?? 0);
  await page.close();
});
