/** The filing number on a page, as a click on the icon reads and judges it. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import type { Chromium } from './chromium.ts';
import type { Serve } from './served-pages.ts';
import { startChromium } from './started.ts';

export const A = '京ICP备13052560号-1';
const LINKED = `<a href="https://beian.miit.gov.cn/">${A}</a>`;

/** What a page has in its body, what must be read of it, and what must be said. */
export const NUMBER_PAGES: Readonly<
  Record<string, { body: string; numbers: string[]; claim: string; notices: string }>
> = {
  footer: { body: `<footer>${LINKED}</footer>`, numbers: [`${A} ok own`], claim: A, notices: '' },
  split: {
    body: '<footer><span>京</span><b>ICP备</b><i>1305</i><i>2560</i><u>号-1</u></footer>',
    numbers: [`${A} none own`],
    claim: A,
    notices: '',
  },
  shadow: {
    body: `<div><template shadowrootmode="open"><footer>${LINKED}</footer></template></div>`,
    numbers: [`${A} ok own`],
    claim: A,
    notices: '',
  },
  frame: { body: '<iframe src="/inner"></iframe>', numbers: [`${A} ok own`], claim: A, notices: '' },
  alt: {
    body: `<footer><a href="http://www.miitbeian.gov.cn/"><img alt="${A}" src="data:,"></a></footer>`,
    numbers: [`${A} retired own`],
    claim: A,
    notices: '',
  },
  article: {
    body: `<article><p>备案号格式示例：京ICP备13052561号-1</p><pre>沪ICP备13052562号</pre></article><footer>${LINKED}</footer>`,
    numbers: [`${A} ok own`],
    claim: A,
    notices: '',
  },
  licence: {
    body: '<footer>京ICP证030173号 <a href="https://beian.miit.gov.cn.example.com/">京公网安备11010602202215号</a></footer>',
    numbers: ['京ICP证030173号 none own', '京公网安备11010602202215号 look-alike own'],
    claim: '',
    notices: 'filing-number-missing',
  },
  picture: {
    body: '<footer><img src="/img/beian-number.png"></footer>',
    numbers: [],
    claim: '',
    notices: 'image-only',
  },
  nothing: { body: '<p>Hello</p>', numbers: [], claim: '', notices: 'nothing-shown' },
  late: { body: '<div id="root"></div>', numbers: [], claim: '', notices: 'nothing-shown' },
};

/** Small pages that stand in for a site: what is in their head and body. */
const STAND_INS: Readonly<Record<string, readonly [string, string]>> = {
  webblock: ['<title>webblock</title>', '<p>该网站暂时无法进行访问</p>'],
  'frame-of-cloud': ['<title>Non-compliance ICP Filing</title>', ''],
  'static/webblock.html': [
    '<title>提示信息</title>',
    '<h3>网站暂时无法访问</h3><p>该网站未根据工信部相关法律规则进行备案</p>',
  ],
  warning: ['<title>将要访问</title>', '<p>该网站未完成ICP备案，无法确认其安全性</p><a href="#">继续访问</a>'],
};

const serve: Serve = (url) => {
  const standIn = STAND_INS[url.pathname.slice(1)];
  if (standIn !== undefined) {
    return {
      body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,">${standIn[0]}</head><body>${standIn[1]}</body></html>`,
    };
  }
  const body = url.pathname === '/inner' ? `<footer>${LINKED}</footer>` : NUMBER_PAGES[url.pathname.slice(1)]?.body;
  return body === undefined
    ? null
    : {
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head><body><h1>Page</h1><p>Text</p>${body}</body></html>`,
      };
};

/** Returns the browser that has these pages, once the tests of the block run. */
export function startNumbers(): () => Chromium {
  return startChromium({ serve });
}

/** Returns what a popup says of the numbers on its page, once it has read it. */
export async function numbersRead(popup: Page) {
  await popup.waitForSelector('main[data-page=read] .on-page');
  if ((await popup.$('[data-detail=page]')) === null) await popup.click('.row[data-opens=page]');
  return popup.$eval('[data-detail=page]', (section) => ({
    numbers: [...section.querySelectorAll<HTMLElement>('[data-number]')].map(
      ({ dataset }) => `${dataset.number} ${dataset.link} ${dataset.belongs}`,
    ),
    claim: (section as HTMLElement).dataset.claim,
    notices: (section as HTMLElement).dataset.notices,
  }));
}

/**
 * Defines a test of each of these pages: what is read of it; and that axe finds nothing, where
 * asked.
 */
export function testNumbers(chromium: () => Chromium, names: readonly string[], judged: readonly string[]): void {
  test.each(names)('%s', async (name) => {
    const page = await chromium().open(`https://www.example.com/${name}`);
    const before = await page.content();
    const popup = await chromium().clickIcon(page);
    const { body: _, ...wanted } = NUMBER_PAGES[name] ?? { body: '' };
    expect(await numbersRead(popup)).toEqual(wanted);
    expect(await page.content()).toBe(before);
    if (judged.includes(name)) expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });
}

/** Defines a test of each of these pages that stand in for a site. */
export function testStandIns(chromium: () => Chromium, pages: readonly (readonly [string, string])[]): void {
  test.each(pages)(
    'a page that is shown instead of a site (%s) says what happened and what to do first',
    async (means, path) => {
      const page = await chromium().open(path.includes(':') ? path : `https://shop.example.net/${path}`);
      const popup = await chromium().clickIcon(page);
      await popup.waitForSelector(`[data-block-page="${means}"]`);
      expect(await popup.$eval('main', (main) => main.dataset.situation)).toBe('blocked');
      const [happened, first] = await popup.$$eval('.headline .lead, [data-block-page] .reason', (lines) =>
        lines.map((line) => line.textContent ?? ''),
      );
      expect(happened).toContain('example.net');
      expect(happened?.length).toBeGreaterThan(20);
      expect(first?.length).toBeGreaterThan(20);
      expect(await popup.$('[data-block-page] .acts a')).not.toBeNull();
      expect(await popup.$('[data-block-page] .faq')).not.toBeNull();
      // Not also: no number was found.
      expect(await popup.$('[data-notices]')).toBeNull();
      expect(await axeViolations(popup)).toEqual([]);
      await popup.close();
      await page.close();
    },
  );
}
