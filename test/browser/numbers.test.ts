import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/browser/axe.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { press } from '../support/browser/fixtures.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { borrowChromium } from '../support/browser/started.ts';

const A = '京ICP备13052560号-1';
const LINKED = `<a href="https://beian.miit.gov.cn/">${A}</a>`;

/** What a page has in its body, what must be read of it, and what must be said. */
const PAGES: Readonly<Record<string, { body: string; numbers: string[]; claim: string; notices: string }>> = {
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
  warning: ['<title>将要访问</title>', '<p>该网站未完成ICP备案，无法确认其安全性</p><a href="#">继续访问</a>'],
};

const serve: Serve = (url) => {
  const standIn = STAND_INS[url.pathname.slice(1)];
  if (standIn !== undefined) {
    return {
      body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,">${standIn[0]}</head><body>${standIn[1]}</body></html>`,
    };
  }
  const body = url.pathname === '/inner' ? `<footer>${LINKED}</footer>` : PAGES[url.pathname.slice(1)]?.body;
  return body === undefined
    ? null
    : {
        body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head><body><h1>Page</h1><p>Text</p>${body}</body></html>`,
      };
};

describe('the number on the page', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await borrowChromium({ serve });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  async function read(popup: Page) {
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

  test.each(Object.entries(PAGES))('%s', async (name, { numbers, claim, notices }) => {
    const page = await chromium.open(`https://www.example.com/${name}`);
    const before = await page.content();
    const popup = await chromium.clickIcon(page);
    expect(await read(popup)).toEqual({ numbers, claim, notices });
    expect(await page.content()).toBe(before);
    expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('a footer that comes late is read without being asked for, and one that comes later still when asked', async () => {
    const page = await chromium.open('https://www.example.com/late');
    const popup = await chromium.clickIcon(page);
    expect((await read(popup)).notices).toBe('nothing-shown');
    const set = (number: string) =>
      page.evaluate((text) => {
        const footer = document.createElement('footer');
        footer.textContent = text;
        document.querySelector('#root')?.replaceChildren(footer);
      }, number);
    await set('沪ICP备2021003158号-2');
    await popup.waitForSelector('[data-number="沪ICP备2021003158号-2"]');
    await set(A);
    await press(popup, 'Read the page again');
    await popup.waitForSelector(`[data-number="${A}"]`);
    await popup.close();
    await page.close();
  });

  test('the snippet has the number that was read, in the form that was chosen', async () => {
    const page = await chromium.open('https://www.example.com/split');
    const popup = await chromium.clickIcon(page);
    await read(popup);
    await popup.click('.snippet summary');
    const text = () => popup.$eval('.snippet pre', (pre) => pre.textContent ?? '');
    expect(await text()).toContain(`>${A}</a>`);
    await popup.select('.snippet select', 'markdown');
    await popup.waitForFunction(() => document.querySelector('.snippet pre')?.textContent?.includes(']('));
    expect(await text()).toBe(`ICP filing: [${A}](https://beian.miit.gov.cn/)`);
    await popup.close();
    await page.close();
  });

  test.each([
    ['site-blocked', 'webblock'],
    ['site-blocked', 'frame-of-cloud'],
    ['unfiled-warning', 'warning'],
  ])('a page that is shown instead of a site (%s) says what happened and what to do first', async (means, path) => {
    const page = await chromium.open(`https://shop.example.net/${path}`);
    const popup = await chromium.clickIcon(page);
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
  });

  test('a page of 50,000 texts and hostile nesting is read without an error', async () => {
    const page = await chromium.open('https://www.example.com/footer');
    await page.evaluate(() => {
      const many = document.createElement('div');
      for (let index = 0; index < 25_000; index++) many.append(`备 ${index}`, document.createElement('hr'));
      let deep: Element = many;
      for (let depth = 0; depth < 400; depth++) {
        const inner = document.createElement('div');
        deep.append(inner);
        deep = inner;
      }
      document.body.prepend(many);
    });
    const popup = await chromium.clickIcon(page);
    expect((await read(popup)).claim).toBe(A);
    await popup.close();
    await page.close();
  });
});
