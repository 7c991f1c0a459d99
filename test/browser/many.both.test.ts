import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { addLate, storedIn } from '../support/browser/fixtures.ts';
import { tabTo } from '../support/browser/focus.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { inRoots } from '../support/browser/roots.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { borrowChromium } from '../support/browser/started.ts';

const HOST = 'https://console.huaweicloud.com';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const PROMPT = '域名未实名认证';
const CARD = '[data-icp-filing-guide=card]';
const CHIP = '[data-icp-filing-guide=chip]';

const page = (body: string) => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Many</title><link rel="icon" href="data:,">
<style>td, li { padding: 6px 8px; border-bottom: 1px solid #ddd } .link { color: #06c; cursor: pointer }</style><main>${body}</main><div id="late"></div></html>`,
});
const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join('');
const ACTIONS = '<a href="#m">管理</a> <a href="#r">续费</a> <span class="link">更多</span>';

const PAGES: Readonly<Record<string, string>> = {
  '/table': `<table>${rows(12, (at) => `<tr><td>name${at}.com</td><td>${PROMPT}</td><td>${ACTIONS}</td></tr>`)}</table>`,
  '/rtl': `<table dir="rtl">${rows(12, (at) => `<tr><td>name${at}.com</td><td>${PROMPT}</td><td>${ACTIONS}</td></tr>`)}</table>`,
  '/list': `<ul>${rows(12, (at) => `<li>name${at}.com ${PROMPT} ${ACTIONS}</li>`)}</ul>`,
  '/flex': rows(
    12,
    (at) =>
      `<div style="display:flex;gap:4px"><div>name${at}.com</div><div style="display:flex">${PROMPT}</div><div>${ACTIONS}</div></div>`,
  ),
  '/tight': `<table style="border-spacing:0">${rows(12, () => `<tr><td style="padding:0">${PROMPT}<a href="#r">续费</a></td><td style="padding:0">${ACTIONS}</td></tr>`)}</table>`,
  '/many': rows(10_000, (at) => `<p>${at} ${PROMPT}</p>`),
};
const serve: Serve = ({ host, pathname }) =>
  host === new URL(LIST).host
    ? page(`<ul>${rows(pathname.endsWith('/many') ? 10_000 : 3, (at) => `<li>name${at}.io</li>`)}</ul>`)
    : page(PAGES[pathname] ?? '');

/** How many of the page's own links and the like lie below something of ours. */
const covered = () =>
  [...document.querySelectorAll('a, .link')].filter((link) => {
    const { left, top, right, bottom } = link.getBoundingClientRect();
    return [left + 1, (left + right) / 2, right - 1].some((x) =>
      [top + 1, (top + bottom) / 2, bottom - 1].some((y) =>
        document.elementFromPoint(x, y)?.closest('[data-icp-filing-guide]'),
      ),
    );
  }).length;

describe.each(RUNS)('many hints in $kind', ({ kind, first, further, pick }) => {
  let started: Chromium | Firefox;
  let shown: Page;
  beforeAll(async () => {
    started = kind === 'chromium' ? await borrowChromium({ serve }) : await launchFirefox({ serve });
  });
  afterAll(async () => {
    await started?.close();
  });
  afterEach(async () => {
    await shown.close();
  });

  const count = (selector: string) => shown.evaluate((name) => document.querySelectorAll(name).length, selector);
  /** The text of the block in which each card stands. */
  const places = () =>
    shown.evaluate(
      (name) => [...document.querySelectorAll(name)].map((card) => card.closest('tr, li, p')?.textContent),
      CARD,
    );
  async function open(address: string): Promise<void> {
    shown = await started.open(address);
  }

  test.each(pick(['/table'], ['/flex', '/rtl', '/list', '/tight']))(
    '%s: twelve rows have one card, in the first, that counts the others and lies over no link',
    async (path) => {
      await open(HOST + path);
      await shown.waitForSelector(CARD);
      // A prompt that came later has its own meaning: when its card is there, the rows were read.
      await addLate(shown, '您的域名显示即将过期', 'later');
      await shown.waitForSelector(`#later ${CARD}`);
      expect(await count(CARD)).toBe(2);
      expect(await shown.evaluate((name) => document.querySelector('main')?.querySelectorAll(name).length, CARD)).toBe(
        1,
      );
      if (kind === 'firefox') {
        await expect.poll(() => shown.evaluate(covered)).toBe(0);
        return;
      }
      const seen = (root: ShadowRoot) => {
        const card = root.querySelector('.card');
        const { left = -1 } = card?.getBoundingClientRect() ?? {};
        return left >= 0 && card?.checkVisibility({ visibilityProperty: true }) === true;
      };
      await expect.poll(() => inRoots(shown, CARD, seen), { message: 'both can be seen' }).toEqual([true, true]);
      await expect.poll(() => shown.evaluate(covered)).toBe(0);
      if (path !== '/table') return;
      const also = (root: ShadowRoot) => root.querySelector('.also:not([hidden])')?.textContent;
      // As narrow as a phone, it opens within the window all the same.
      await shown.setViewport({ width: 360, height: 700 });
      const forms = (root: ShadowRoot) => root.querySelector('.card')?.classList[1];
      await expect.poll(async () => (await inRoots(shown, CARD, forms))[0]).toMatch(/folded|sign/);
      await tabTo(shown, CARD);
      await shown.keyboard.press('Enter');
      await expect.poll(() => inRoots(shown, CARD, also)).toContain('Also on this page: 11 more');
      const outside = (root: ShadowRoot) => {
        const { left, right } = (root.querySelector('.card') as Element).getBoundingClientRect();
        return left < 0 || right > innerWidth;
      };
      await expect.poll(() => inRoots(shown, CARD, outside)).toEqual([false, false]);
      await shown.evaluate(() => [...document.querySelectorAll('tr')].slice(1).map((row) => row.remove()));
      await expect.poll(() => inRoots(shown, CARD, also)).toEqual([undefined, undefined]);
    },
  );

  first('the next takes over when the first goes, is hidden, or is no prompt any more', async () => {
    await open(`${HOST}/table`);
    await expect.poll(places).toEqual([expect.stringContaining('name0.com')]);
    await shown.evaluate(() => document.querySelector('tr')?.remove());
    await expect.poll(places).toEqual([expect.stringContaining('name1.com')]);
    await shown.evaluate(() => document.querySelector('tr')?.setAttribute('hidden', ''));
    await expect.poll(places).toEqual([expect.stringContaining('name2.com')]);
    await shown.evaluate(() => {
      const cell = document.querySelectorAll('tr')[1]?.cells[1]?.firstChild;
      if (cell) cell.nodeValue = '正常';
    });
    await expect.poll(places).toEqual([expect.stringContaining('name3.com')]);
  });

  further('what is dismissed once is dismissed for all that say the same, and stays so', async () => {
    await open(`${HOST}/table`);
    // As wide as a card needs to speak by itself beside a row.
    await shown.setViewport({ width: 1200, height: 800 });
    await shown.waitForSelector(`${CARD}[data-form=open]`);
    const stored = async () => JSON.stringify(await storedIn(started));
    // Behind the button that folds it stands the one that takes it away, and then what takes that
    // back.
    await tabTo(shown, CARD);
    for (const key of ['Tab', 'Enter'] as const) await shown.keyboard.press(key);
    await expect.poll(stored).toContain('dismissed');
    await shown.keyboard.press('Enter');
    await expect.poll(stored).not.toContain('dismissed');
    expect(await count(CARD)).toBe(1);
    for (const key of ['Tab', 'Enter'] as const) await shown.keyboard.press(key);
    await expect.poll(stored).toContain('dismissed');
    await shown.reload();
    await addLate(shown, '您的域名显示即将过期', 'later');
    await shown.waitForSelector(`#later ${CARD}`);
    expect(await count(CARD)).toBe(1);
  });

  first('a card comes where it is looked at, and not far below', async () => {
    await open(`${HOST}/empty`);
    await shown.evaluate((text) => {
      const late = document.querySelector('#late') as HTMLElement;
      late.style.marginTop = '20000px';
      late.textContent = text;
    }, '您的域名显示即将过期');
    await shown.evaluate(() => {
      const near = document.createElement('p');
      near.textContent = '域名对应注册商未获得工信部批复';
      document.querySelector('main')?.append(near);
    });
    await shown.waitForSelector(`main ${CARD}`);
    expect(await count(CARD)).toBe(1);
    await shown.evaluate(() => document.querySelector('#late')?.scrollIntoView());
    await shown.waitForSelector(`#late ${CARD}`);
  });

  further('10,000 names: signs at those near what is seen, wherever that is among the first', async () => {
    await open(`${LIST}/many`);
    await shown.waitForSelector(CHIP);
    await addLate(shown, '您的域名显示即将过期', 'later');
    await shown.evaluate(() => document.querySelectorAll('li')[1500]?.scrollIntoView());
    await shown.waitForFunction(
      (name) => document.querySelectorAll('li')[1500]?.querySelector(name) !== null,
      { polling: 50 },
      CHIP,
    );
    // They come a few at a time.
    await expect.poll(() => count(CHIP)).toBeGreaterThan(20);
    expect(await count(CHIP)).toBeLessThanOrEqual(300);
  });
});
