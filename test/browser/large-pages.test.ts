/** Pages on which asking the browser what lies at a point takes it milliseconds. */
import { expect, test } from 'vitest';
import { startChromium } from '../support/browser/started.ts';
import { worldOf } from '../support/browser/worlds.ts';

const PAGE = 'https://wanwang.aliyun.com/domain/large';
const PILL = '[data-icp-filing-guide=pill]';

const chromium = startChromium({
  serve: () => ({
    body: `<!doctype html><meta charset="utf-8"><title>Large</title><link rel="icon" href="data:,"><ul>${'<li>row of a long list</li>'.repeat(200)}</ul>`,
  }),
});

test('the pill never asks for more than a few points in one task, however much changes', async () => {
  const page = await chromium().open(PAGE);
  await page.waitForSelector(PILL);
  const world = await worldOf(page, chromium().extensionId);
  await world(`{
    const { elementsFromPoint } = Document.prototype;
    globalThis.asked = { all: 0, most: 0 };
    let inTask = 0;
    Document.prototype.elementsFromPoint = function (x, y) {
      // What a browser takes where tens of thousands of elements lie side by side.
      for (const began = performance.now(); performance.now() - began < 3; );
      if (inTask === 0) queueMicrotask(() => { inTask = 0; });
      asked.all++;
      asked.most = Math.max(asked.most, ++inTask);
      return elementsFromPoint.call(this, x, y);
    };
  }`);
  await page.evaluate(async () => {
    for (let index = 0; index < 30; index++) {
      const row = document.createElement('li');
      row.textContent = `row ${index} that came late`;
      document.querySelector('ul')?.prepend(row);
      await new Promise(requestAnimationFrame);
    }
  });
  // It did look, point by point.
  await expect.poll(() => world('asked.all')).toBeGreaterThan(20);
  // What it lies on is asked for at the last of them.
  expect(await world('asked.most')).toBeLessThanOrEqual(2);
  await page.close();
});

test('the pill looks whether its place is free without having the page laid out', async () => {
  const page = await chromium().open(PAGE);
  // It has a place.
  await page.waitForSelector(`${PILL}[data-side]`);
  const world = await worldOf(page, chromium().extensionId);
  await world(`{
    const { elementsFromPoint } = Document.prototype;
    globalThis.asked = 0;
    Document.prototype.elementsFromPoint = function (x, y) {
      asked++;
      return elementsFromPoint.call(this, x, y);
    };
  }`);
  // The look at which it got its place is over.
  const askedMore = async () => {
    const before = await world('asked');
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    return (await world('asked')) !== before;
  };
  await expect.poll(askedMore).toBe(false);
  await world('asked = 0');
  const { LayoutCount: before } = await page.metrics();
  await page.evaluate(() => document.dispatchEvent(new Event('scroll')));
  await expect.poll(() => world('asked')).toBeGreaterThan(10);
  const { LayoutCount: after } = await page.metrics();
  expect(after).toBe(before);
  await page.close();
});
