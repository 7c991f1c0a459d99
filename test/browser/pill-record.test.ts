/**
 * The pill on a console's page that shows one domain's record: what it offers, what comes of it,
 * and what no page gets by it.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { storedIn } from '../support/browser/fixtures.ts';
import { untilOutcome } from '../support/browser/outcomes.ts';
import { inRoots } from '../support/browser/roots.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { startChromium } from '../support/browser/started.ts';

const PILL = '[data-icp-filing-guide=pill]:not([data-fake])';
const OURS = '[data-icp-filing-guide=pill]';
const DETAILS = 'https://dc.console.aliyun.com/next/detail';

const rowsOf = (name: string, until = '2098-03-02') =>
  [
    ['域名', name],
    ['注册商', '阿里云计算有限公司（万网）'],
    ['注册日期', '2015-03-02'],
    ['到期日期', until],
    ['实名认证', '已实名认证'],
  ]
    .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
    .join('');
const FAKE =
  '<div data-icp-filing-guide="pill" data-fake><section class="panel"><b>Record of brand-of-theirs.com</b><p>Real-name verification: done</p><button id="fake">Use this record</button></section></div>';
const PAGES: Readonly<Record<string, string>> = {
  'dc.console.aliyun.com/next/detail': `<h1>brand-of-ours.com</h1><table>${rowsOf('brand-of-ours.com')}</table>`,
  'dc.console.aliyun.com/next/late': '<h1>brand-of-ours.com</h1><main></main>',
  'dc.console.aliyun.com/next/two': `<h1>域名</h1><table>${rowsOf('brand-of-ours.com')}</table><table>${rowsOf('brand-of-theirs.com')}</table>`,
  'dc.console.aliyun.com/next/fake': `<h1>brand-of-ours.com</h1><table>${rowsOf('brand-of-ours.com')}</table>${FAKE}`,
  // What an applicant wrote, as the console's script has it: a row of its own, were a NUL believed.
  'dc.console.aliyun.com/next/forged': `<h1>brand-of-ours.com</h1><table><tr><td>域名持有者</td><td id="holder"></td></tr>${rowsOf('brand-of-ours.com')}</table>
    <script>holder.textContent = ['Tea', '>td', '>tr', '<tr\\ttext\\t', '<td\\ttext\\t', '=注册日期', '>td', '<td\\ttext\\t', '=2001-02-03'].join('\\0');</script>`,
  'dc.console.aliyun.com/next/none': '<h1>域名</h1><p>即将到期域名</p><p>到期提醒已开启</p>',
};
const serve: Serve = ({ host, pathname }) => ({
  body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>域名</title><link rel="icon" href="data:,"></head><body>${PAGES[host + pathname] ?? ''}</body></html>`,
});

describe('the pill on a console’s page', () => {
  const chromium = startChromium({ serve });
  const aboutIn = (page: Page) =>
    inRoots(page, OURS, (root) => root.querySelector('.aside')?.textContent ?? '').then((all) => all.join('|'));

  /** Presses a button of the real pill by key: it may still move. */
  async function press(page: Page, name: '.pill' | '.use'): Promise<void> {
    const focus = {
      '.pill': (root: ShadowRoot) => {
        root.querySelector<HTMLElement>('.pill')?.focus();
        return root.activeElement?.className === 'pill';
      },
      '.use': (root: ShadowRoot) => {
        root.querySelector<HTMLElement>('.use')?.focus();
        return root.activeElement?.className === 'use';
      },
    }[name];
    await page.bringToFront();
    await expect.poll(() => inRoots(page, OURS, focus)).toContain(true);
    await page.keyboard.press('Enter');
  }

  async function openPanel(address: string): Promise<Page> {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const page = await chromium().open(address);
    await page.waitForSelector(PILL);
    await press(page, '.pill');
    return page;
  }
  const views = () =>
    chromium()
      .browser.targets()
      .filter((one) => one.url().includes('/popup/index.html'));

  test('a text of the page is one text, whatever is in it', async () => {
    const page = await openPanel('https://dc.console.aliyun.com/next/forged');
    await expect.poll(() => aboutIn(page)).toContain('Record of brand-of-ours.com');
    expect(await aboutIn(page)).toMatch(/2015-03-02.*2098-03-02/);
    await page.close();
  });

  test('with one record it says what it read; used, the case opens with it, and it is taken back there', async () => {
    const page = await openPanel(DETAILS);
    await expect.poll(() => aboutIn(page)).toContain('Record of brand-of-ours.com');
    expect(await aboutIn(page)).toMatch(/Alibaba Cloud.*2015-03-02.*2098-03-02/);
    expect(await storedIn(chromium())).toEqual({});
    const before = new Set(chromium().browser.targets());
    const opened = chromium().browser.waitForTarget((one) => !before.has(one) && one.url().includes('/popup/'));
    await press(page, '.use');
    const view = await (await opened).asPage();
    await view.waitForSelector('main[data-host="brand-of-ours.com"] [data-record-of="brand-of-ours.com"]');
    await untilOutcome(view, 'real-name-done', 'pass');
    await expect
      .poll(async () => JSON.stringify((await storedIn(chromium()))['case:brand-of-ours.com'] ?? null))
      .toContain('dc.console.aliyun.com');
    await view.click('.undo button');
    await untilOutcome(view, 'real-name-done', 'needs-answer');
    await expect.poll(async () => (await storedIn(chromium()))['case:brand-of-ours.com']).toBeUndefined();
    await view.close();
    await page.close();
  });

  test('a record that comes later has its pill, too; one that goes takes it along', async () => {
    const page = await chromium().open('https://dc.console.aliyun.com/next/late');
    await page.evaluate((rows) => {
      document.querySelector('main')?.insertAdjacentHTML('beforeend', `<table>${rows}</table>`);
    }, rowsOf('brand-of-ours.com'));
    await page.waitForSelector(PILL);
    await page.evaluate(() => document.querySelector('table')?.remove());
    await page.waitForSelector(PILL, { hidden: true });
    await page.close();
  });

  test('records of two names are nobody’s: it says how one is come to', async () => {
    const page = await openPanel('https://dc.console.aliyun.com/next/two');
    await expect.poll(() => aboutIn(page)).toContain('Open a domain’s details');
    expect(await inRoots(page, OURS, (root) => root.querySelector('.use') !== null)).toEqual([false]);
    await page.close();
  });

  test('words of a day to come are no record: there is no pill', async () => {
    const page = await chromium().open('https://dc.console.aliyun.com/next/none');
    const other = await chromium().open(DETAILS);
    await other.waitForSelector(PILL);
    expect(await page.$(PILL)).toBeNull();
    await other.close();
    await page.close();
  });

  test('nothing is handed over before the panel is opened, and what the page presses does nothing', async () => {
    await chromium().evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      chrome.runtime.onMessage.addListener((message) => void heard.push(message.kind));
    });
    const heard = () => chromium().evaluate(() => [...(globalThis as unknown as { heard: string[] }).heard]);
    const page = await chromium().open('https://dc.console.aliyun.com/next/fake');
    await page.waitForSelector(PILL);
    await expect.poll(heard).toContain('topic');
    // Its own button, ours without a person, and ours pressed by whoever got hold of the root.
    await page.click('#fake');
    const pressed = (root: ShadowRoot) => {
      for (const one of root.querySelectorAll('button')) {
        one.click();
        one.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
      return root.querySelectorAll('button').length;
    };
    expect((await inRoots(page, OURS, pressed)).some((count) => count > 0)).toBe(true);
    expect(await heard()).not.toContain('record');
    await press(page, '.pill');
    await expect.poll(() => aboutIn(page)).toContain('Record of brand-of-ours.com');
    expect(await heard()).toContain('record');
    await inRoots(page, OURS, pressed);
    await page.click('#fake');
    // The person's own press comes last: had one before it counted, there would be two.
    await press(page, '.use');
    await expect.poll(heard).toContain('useRecord');
    expect((await heard()).filter((kind) => kind === 'useRecord')).toHaveLength(1);
    await expect.poll(() => views().length).toBe(1);
    for (const view of views()) await (await view.asPage()).close();
    await page.close();
  });
});
