/** The table of many domains while it is scrolled, against an empty box. */
import type { Chromium } from '../../test/support/browser/chromium.ts';
import { fixed, type Line, median } from './figures.ts';

const HOSTS = 100_000;

/**
 * Scrolls the portfolio's table of many rows by a page a frame. Returns milliseconds between frames
 * (median, 95th of 100), the same for scrolling an empty box, and seconds until all rows were
 * judged and planned.
 */
async function table(chromium: Chromium): Promise<{ frame: number; late: number; empty: number; read: number }> {
  const page = await chromium.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
  const names = Array.from({ length: HOSTS }, (_, index) => `${index % 3 ? 'www.' : ''}name${index}.com`).join('\n');
  const began = performance.now();
  await page.$eval(
    '.intake textarea',
    (area, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    names,
  );
  await page.click('.intake button[type=submit]');
  await page.waitForFunction(
    (count) => document.querySelector('main')?.dataset.shown === String(count),
    { timeout: 120_000, polling: 100 },
    HOSTS,
  );
  const read = (performance.now() - began) / 1000;
  const frames = (selector: string) =>
    page.$eval(selector, async (box) => {
      const gaps: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      for (let frame = 0; frame < 200; frame++) {
        box.scrollTop += 400;
        const now = await new Promise<number>(requestAnimationFrame);
        gaps.push(now - last);
        last = now;
      }
      return gaps.sort((a, b) => a - b);
    });
  await page.evaluate(() => {
    const box = document.createElement('div');
    box.id = 'empty-box';
    Object.assign(box.style, { height: '420px', overflow: 'auto' });
    const inner = document.createElement('div');
    inner.style.height = '3200000px';
    box.append(inner);
    document.body.append(box);
  });
  const empty = await frames('#empty-box');
  const gaps = await frames('.grid .rows');
  await page.close();
  return { frame: median(gaps), late: gaps[Math.floor(gaps.length * 0.95)] ?? 0, empty: median(empty), read };
}

/** Returns lines for the table. */
export async function portfolioLines(chromium: Chromium): Promise<Line[]> {
  const { frame, late, empty, read } = await table(chromium);
  return [
    { what: `Portfolio: ${HOSTS} lines read, judged and planned`, value: `${fixed(read, 1)} s` },
    { what: 'Portfolio: frame while scrolling ÷ an empty box', value: fixed(frame / empty), goal: '≤ 1' },
    {
      what: '  ours (median, 95th of 100), empty box',
      value: `${fixed(frame, 1)}, ${fixed(late, 1)}, ${fixed(empty, 1)} ms`,
    },
  ];
}
