/**
 * How a person looks at a portfolio: sorted and narrowed by each column, by pictures and by keys.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { press } from '../support/browser/fixtures.ts';
import { addNames, until } from '../support/browser/portfolio.ts';
import { borrowChromium } from '../support/browser/started.ts';

const EXPORT = [
  'Domain,Registrar,Registration Date,Expiry Date,Real-name status',
  'tea-a.cn,Alibaba Cloud,2019-04-02,2099-04-02,verified',
  'tea-b.com,GoDaddy,2016-01-12,2098-01-12,',
  'tea-c.com,Namecheap,2016-01-12,2099-01-12,',
  'tea-d.io,GoDaddy,2016-01-12,2099-01-20,',
  'tea-e.net,Tencent Cloud,2016-01-12,2097-06-12,not verified',
].join('\n');
const ALL = ['tea-a.cn', 'tea-b.com', 'tea-c.com', 'tea-d.io', 'tea-e.net'];

describe('the rows', () => {
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await borrowChromium();
    page = await chromium.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
    await page.setViewport({ width: 1400, height: 1000 });
    await addNames(page, EXPORT);
    await until(page, ALL.length);
  });
  afterAll(() => chromium.close());

  const shown = () =>
    page.$$eval('.grid [data-host]', (rows) => rows.map((row) => row.getAttribute('data-host') ?? ''));
  /** Waits for these rows, whatever their order. */
  const untilShown = (hosts: readonly string[]) =>
    expect.poll(async () => (await shown()).sort(), { message: hosts.join() }).toEqual([...hosts].sort());
  const untilOrder = (hosts: readonly string[]) => expect.poll(shown).toEqual(hosts);
  const bars = (title: string) =>
    page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('figure')]
          .filter((one) => one.querySelector('figcaption')?.textContent === wanted)
          .flatMap((one) => [...one.querySelectorAll('button')])
          .map((bar) => [...bar.children].flatMap((part) => part.textContent?.trim() || []).join(' ')),
      title,
    );
  const clickBar = (key: string) => page.click(`figure [data-key="${key}"]`);

  test.each([390, 768, 900, 1024, 1160, 1200, 1920, 2560])(
    'fit a window of %i px, and nothing to do is cut',
    async (width) => {
      await page.setViewport({ width, height: 900 });
      const cut = () =>
        page.evaluate(() => {
          const wide = [document.documentElement, ...document.querySelectorAll('.grid, .rows')];
          const cells = [...document.querySelectorAll('.grid [data-host] > .c-display, .grid [data-host] > .c-fix')];
          // Why it is to be done may be cut: a row that is opened tells it.
          const isCut = (cell: Element) => {
            const [text, box] = [cell.firstElementChild, cell].map((one) => one?.getBoundingClientRect());
            return (
              text === undefined || box === undefined || text.bottom > box.bottom + 1 || text.right > box.right + 1
            );
          };
          return [
            ...wide.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || one.localName),
            ...cells.filter((cell) => cell.checkVisibility() && isCut(cell)).map((cell) => cell.textContent),
          ];
        });
      await expect.poll(cut).toEqual([]);
      await page.setViewport({ width: 1400, height: 1000 });
    },
  );

  test.each([
    ['suffix', '.com (2)', ['tea-b.com', 'tea-c.com']],
    ['registrar', 'GoDaddy (2)', ['tea-b.com', 'tea-d.io']],
    ['expiresOn', '2099-01 (2)', ['tea-c.com', 'tea-d.io']],
    ['realName', 'Not verified', ['tea-e.net']],
    ['part', 'Not eligible', ['tea-d.io']],
    ['fix', 'Move to a licensed registrar (2)', ['tea-b.com', 'tea-c.com']],
  ])('are narrowed by %s', async (column, label, hosts) => {
    await page.$eval(
      `.tools .by-${column}`,
      (select, wanted) => {
        const { options } = select as HTMLSelectElement;
        const found = [...options].find(({ text }) => text === wanted);
        if (found === undefined) throw new Error([...options].map(({ text }) => text).join());
        found.selected = true;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      label,
    );
    await untilShown(hosts);
    await press(page, 'Clear filters');
    await untilShown(ALL);
  });

  test.each([
    ['display', ALL],
    ['suffix', ['tea-a.cn', 'tea-b.com', 'tea-c.com', 'tea-d.io', 'tea-e.net']],
    ['registrar', ['tea-a.cn', 'tea-b.com', 'tea-d.io', 'tea-c.com', 'tea-e.net']],
    ['expiresOn', ['tea-e.net', 'tea-b.com', 'tea-c.com', 'tea-d.io', 'tea-a.cn']],
  ])('are sorted by %s, and the other way round', async (column, order) => {
    const heading = `.grid .head .c-${column}`;
    await page.click(`${heading} button`);
    await untilOrder(order);
    expect(await page.$eval(heading, (one) => one.getAttribute('aria-sort'))).toBe('ascending');
    await page.click(`${heading} button`);
    await page.waitForSelector(`${heading}[aria-sort=descending]`);
    const of = (hosts: readonly string[]) =>
      Promise.all(
        hosts.map((host) => page.$eval(`[data-host="${host}"] .c-${column}`, (cell) => cell.textContent ?? '')),
      );
    const values = await of(await shown());
    await expect.poll(async () => of(await shown())).toEqual([...values].sort().reverse());
  });

  test.each(['realName', 'part', 'fix'])('are sorted by %s: what is alike stands together', async (column) => {
    await page.click(`.grid .head .c-${column} button`);
    await page.waitForSelector(`.grid .head .c-${column}[aria-sort=ascending]`);
    const texts = () =>
      page.$$eval(`.grid [data-host] .c-${column} > span:first-child`, (all) => all.map((one) => one.textContent));
    const runs = async () => (await texts()).filter((text, at, all) => text !== all[at - 1]).length;
    await expect.poll(runs).toBe(new Set(await texts()).size);
    expect(await shown()).toHaveLength(ALL.length);
  });

  test.each([
    [390, 'suffix', ['tea-e.net', 'tea-d.io', 'tea-b.com', 'tea-c.com', 'tea-a.cn']],
    [1000, 'registrar', ['tea-a.cn', 'tea-b.com', 'tea-d.io', 'tea-c.com', 'tea-e.net']],
  ])('are sorted from a menu in a window of %i px, where not every head is seen', async (width, column, order) => {
    await page.setViewport({ width, height: 900 });
    // In a narrow one it is folded with what narrows the rows.
    const unfold = await page.$('.tools .unfold');
    expect(await unfold?.isVisible()).toBe(width < 560);
    if (width < 560) await unfold?.click();
    await page.waitForFunction(() => document.querySelector('.tools .sort')?.checkVisibility() === true);
    // Every column can be chosen, in both directions.
    expect(await page.$$eval('.tools .sort option', (all) => all.length)).toBe(15);
    await page.select('.tools .sort', `${column} ${column === 'suffix' ? 'down' : 'up'}`);
    await untilOrder(order);
    if (width < 560) await unfold?.click();
    await page.setViewport({ width: 1400, height: 1000 });
    await page.waitForFunction(() => document.querySelector('.tools .sort')?.checkVisibility() === false);
  });

  test('begin on the first screen of a phone, below the first thing to do; the others unfold', async () => {
    await page.setViewport({ width: 390, height: 844 });
    const seen = () =>
      page.$$eval('.todo [data-fix]', (all) => all.map((one) => one.checkVisibility()).filter(Boolean).length);
    await expect.poll(seen).toBe(1);
    expect(await page.$eval('.grid [data-host]', (row) => row.getBoundingClientRect().bottom + scrollY)).toBeLessThan(
      844,
    );
    await page.click('.todo .rest');
    await expect.poll(seen).toBe((await page.$$('.todo [data-fix]')).length);
    await page.click('.todo .rest');
    await expect.poll(seen).toBe(1);
    await page.setViewport({ width: 1400, height: 1000 });
    await expect.poll(seen).toBe((await page.$$('.todo [data-fix]')).length);
  });

  test('are found while one types, by name and by registrar', async () => {
    await page.type('.tools input', 'namech');
    await untilShown(['tea-c.com']);
    await page.$eval('.tools input', (input) => (input as HTMLInputElement).select());
    await page.type('.tools input', 'tea-d');
    await untilShown(['tea-d.io']);
    await press(page, 'Clear filters');
    await untilShown(ALL);
    expect(await page.evaluate(() => document.activeElement?.matches('.tools input'))).toBe(true);
  });

  test('what is selected stays selected over filters', async () => {
    for (const host of ['tea-a.cn', 'tea-b.com']) await page.click(`[data-host="${host}"] .pick`);
    await clickBar('namecheap');
    await untilShown(['tea-c.com']);
    await page.click('[data-host="tea-c.com"] .pick');
    await page.waitForFunction(() => document.querySelector('.chosen b')?.textContent === 'Selected: 3');
    await clickBar('namecheap');
    await untilShown(ALL);
    expect(
      await page.$$eval('.grid [aria-selected=true]', (rows) =>
        rows.map((row) => row.getAttribute('data-host')).sort(),
      ),
    ).toEqual(['tea-a.cn', 'tea-b.com', 'tea-c.com']);
    await page.click('.chosen .quiet');
    await page.waitForFunction(() => document.querySelector('.chosen') === null);
  });

  test('are walked, selected and opened by keys', async () => {
    await page.click('.grid .head .c-display button');
    await page.waitForSelector('.grid .head .c-display[aria-sort=ascending]');
    await untilOrder(ALL);
    await page.focus('.grid');
    const active = () => page.$eval('.row.active', (row) => row.getAttribute('data-host'));
    await page.keyboard.press('Home');
    await expect.poll(active).toBe('tea-a.cn');
    await page.keyboard.press('ArrowDown');
    await expect.poll(active).toBe('tea-b.com');
    await page.keyboard.press('End');
    await expect.poll(active).toBe('tea-e.net');
    await page.keyboard.press(' ');
    await page.waitForSelector('[data-host="tea-e.net"][aria-selected=true]');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('.chosen b')?.textContent === 'Selected: 5');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.case[data-host="tea-e.net"]');
    // At the foot of a narrow window it takes nothing of the table's width.
    await page.setViewport({ width: 390, height: 844 });
    const rightEdges = () => page.$$eval('.sum, .tbl', (all) => all.map((one) => one.getBoundingClientRect().right));
    await expect.poll(async () => new Set(await rightEdges()).size).toBe(1);
    await page.setViewport({ width: 1400, height: 1000 });
    await page.focus('.grid');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.case') === null);
    await page.focus('.grid');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.chosen') === null);
  });

  test('each picture says in words what it shows, and each of its bars narrows', async () => {
    expect(await bars('By registrar')).toEqual([
      'GoDaddy 2',
      expect.stringMatching(/^Alibaba Cloud.* 1$/),
      'Namecheap 1',
      'Tencent Cloud 1',
    ]);
    expect(await bars('Expirations by month')).toEqual(['2097-06 1', '2098-01 1', '2099-01 2', '2099-04 1']);
    expect(await bars('Blocked, by reason')).toEqual(expect.arrayContaining(['Suffix 1', 'Registrar 2']));
    for (const [key, hosts] of [
      ['2099-01', ['tea-c.com', 'tea-d.io']],
      ['godaddy', ['tea-b.com', 'tea-d.io']],
      ['suffix-approved', ['tea-d.io']],
    ] as const) {
      await clickBar(key);
      await untilShown(hosts);
      expect(await page.$eval(`figure [data-key="${key}"]`, (bar) => bar.getAttribute('aria-pressed'))).toBe('true');
      await clickBar(key);
      await untilShown(ALL);
    }
  });
});
