/** Hints as guests: where they lie, whichever way a page runs; what messages are answered with. */
import { expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import type { Chromium } from './chromium.ts';
import { openListening, untilChips } from './guests.ts';

const LIST = 'https://wanwang.aliyun.com/domain/searchresult';

/** Defines the tests of where signs lie in a list that runs in a direction. */
export function testPlaces(chromium: () => Chromium, direction: 'ltr' | 'rtl'): void {
  const open = (address: string) => openListening(chromium(), address);

  test.each([direction])('hints move nothing and scroll nothing, %s', async () => {
    const { page } = await open(LIST);
    await untilChips(page, 6);
    const measured = await page.evaluate(async (dir) => {
      const root = document.documentElement;
      root.dir = dir;
      const of = () => [
        root.scrollWidth,
        root.scrollHeight,
        ...[...document.querySelectorAll('main *')].flatMap((element) => {
          if (element.hasAttribute('data-icp-filing-guide')) return [];
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y, width, height];
        }),
      ];
      const withHints = of();
      const chips = [...document.querySelectorAll('[data-icp-filing-guide=chip]')].map(
        (chip) => [chip, chip.parentNode, chip.nextSibling] as const,
      );
      for (const [chip] of chips) chip.remove();
      const without = of();
      for (const [chip, parent, next] of chips) parent?.insertBefore(chip, next);
      const shift = await new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      });
      return { withHints, without, shift };
    }, direction);
    expect(measured.withHints).toEqual(measured.without);
    if (direction === 'ltr') expect(measured.shift).toBe(0);
    await page.close();
  });

  test.each([[direction, direction === 'ltr' ? [null, null, 'chip'] : ['chip', null, null]]] as const)(
    'a chip lies behind its name, and not over it, in a page that runs %s',
    async (_, places) => {
      const { page } = await open(LIST);
      await untilChips(page, 6);
      await page.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      /** What lies left of the name, on it, and right of it. */
      const hit = () =>
        page.evaluate(() => {
          const root = [...document.querySelectorAll('div')].flatMap((one) => one.shadowRoot ?? [])[0];
          const name = new Range();
          name.selectNode(root?.querySelector('[data-chip]')?.firstChild as Node);
          const { left, right, top, bottom } = name.getBoundingClientRect();
          return [left - 12, (left + right) / 2, right + 12].map(
            (x) => root?.elementFromPoint(x, (top + bottom) / 2)?.getAttribute('data-icp-filing-guide') ?? null,
          );
        });
      // It moves when the page has.
      await expect.poll(hit).toEqual(places);
      await page.close();
    },
  );
}

/** Defines the tests of messages that are to be explained, and of what they are answered with. */
export function testExplained(
  chromium: () => Chromium,
  messages: readonly (readonly [text: string, ids: string])[],
): void {
  test.each(messages)('explain this: %s', async (text, ids) => {
    const page = await chromium().browser.newPage();
    await page.goto(
      `chrome-extension://${chromium().extensionId}/src/entries/popup/index.html?explain=${encodeURIComponent(text)}`,
    );
    await page.waitForSelector('main[data-explained]');
    expect(await page.$eval('main', (main) => main.dataset.explained)).toBe(ids);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
}
