/**
 * An export of a registrar in the portfolio: what a person sees, clicks and gets, in real browsers.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axeViolations } from '../support/browser/axe.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { press } from '../support/browser/fixtures.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { addNames, beginPortfolio, giveFiles, until } from '../support/browser/portfolio.ts';
import { borrowChromium } from '../support/browser/started.ts';

const EXPORT = [
  'Domain,Registrar,Registration Date,Expiry Date,Real-name status,Folder',
  'brand-a.cn,Alibaba Cloud,2019-04-02,2099-04-02,verified,x',
  'brand-b.com,GoDaddy,2016-01-12,2099-01-12,,x',
  'brand-c.com,Namecheap,2016-01-12,2099-01-12,,x',
  'brand-d.io,GoDaddy,2016-01-12,2099-01-12,,x',
  'brand-e.net,Alibaba Cloud,2016-01-12,2099-01-12,not verified,x',
].join('\n');

describe.each(RUNS)('an export in $kind', ({ kind, first, further }) => {
  let started: Chromium | Firefox;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
    const serve = () => null;
    started = kind === 'chromium' ? await borrowChromium({ serve }) : await launchFirefox({ serve });
  });
  afterAll(async () => {
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(): Promise<Page> {
    const page = await started.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
    await beginPortfolio(page);
    await until(page, 0);
    await page.$eval('.portfolios', (menu) => {
      (menu as HTMLDetailsElement).open = false;
    });
    return page;
  }
  const shown = (page: Page) =>
    page.$$eval('.grid [data-host]', (rows) => rows.map((row) => row.getAttribute('data-host')));
  const shows = (page: Page, rows: number) =>
    page.waitForFunction((count) => document.querySelector('main')?.dataset.shown === String(count), {}, rows);
  const registrarsOf = (page: Page) =>
    page.$$eval('.grid [data-host] .c-registrar', (cells) => cells.map((cell) => cell.textContent));

  first('from the file to the names that must move: two clicks', async () => {
    const page = await opened();
    writeFileSync(join(folder, 'export.csv'), EXPORT);
    // What a person does: the file is chosen, and the line of what is to be done is clicked.
    let clicks = 0;
    await giveFiles(page, join(folder, 'export.csv'));
    clicks++;
    await until(page, 5);
    expect(await page.$eval('.map', (map) => map.textContent)).toContain(
      'Read: Domain, Registrar, Registration Date, Expiry Date, Real-name status. Not used: Folder.',
    );
    await page.click('[data-fix=move-registrar]');
    clicks++;
    // One more is at such a registrar, and cannot be filed wherever it is.
    await shows(page, 2);
    expect(await shown(page)).toEqual(['brand-b.com', 'brand-c.com']);
    expect(clicks).toBeLessThanOrEqual(4);
    expect(await page.$eval('[data-fix=move-registrar]', (one) => one.getAttribute('aria-pressed'))).toBe('true');
    expect(await axeViolations(page)).toEqual([]);

    // All of them are told at once to have moved, and it is taken back where it was done.
    await page.click('.grid .head input');
    await page.waitForSelector('.chosen');
    await page.select('.chosen select', 'alibaba-cloud');
    // None of them has to move any more: what is pressed next has its place once they are gone.
    await shows(page, 0);
    await press(page, 'Clear filters');
    await shows(page, 5);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.grid .c-registrar')].every((cell) => cell.textContent !== 'Namecheap'),
    );
    expect(await registrarsOf(page)).toEqual(expect.arrayContaining(['GoDaddy']));
    await page.click('.undo button');
    await page.waitForFunction(() => document.querySelector('.undo p') === null);
    await page.waitForFunction(() => document.querySelector('.grid')?.textContent?.includes('Namecheap'));
    expect((await registrarsOf(page)).filter((name) => name === 'GoDaddy')).toHaveLength(2);
    await page.close();
  });

  further('two names side by side: what each needs, and which is quicker', async () => {
    const page = await opened();
    // In a window that is no wider than Firefox's here, a case lies over the table.
    await page.setViewport({ width: 1280, height: 900 });
    await addNames(page, EXPORT);
    await until(page, 5);
    for (const host of ['brand-a.cn', 'brand-b.com']) await page.click(`[data-host="${host}"] .pick`);
    await page.click('.chosen .compare');
    await page.waitForSelector('.compared');
    expect(await page.$eval('[data-quicker]', (line) => line.textContent)).toBe(
      'brand-a.cn is quicker, as far as is known. The other one has more to put right: Registrar.',
    );
    const columns = (row: string) =>
      page.$$eval(`.compared [data-row=${row}] td`, (cells) => cells.map((cell) => cell.textContent ?? ''));
    expect(await page.$$eval('.compared [data-side]', (all) => all.map((one) => one.textContent))).toEqual([
      'brand-a.cn',
      'brand-b.com',
    ]);
    expect(await columns('needs')).toEqual([
      'File with the access provider',
      expect.stringContaining('Move to a licensed registrar'),
    ]);
    for (const time of await columns('time')) expect(time).toMatch(/weeks ?likely by \d{4}-/);
    expect(await axeViolations(page)).toEqual([]);
    // Each of them is opened from its head.
    await page.click('.compared thead th:last-child button');
    await page.waitForSelector('.case[data-host="brand-b.com"]');
    await page.click('.chosen .compare');
    await page.waitForSelector('.compared');
    // Of three there is no such pair; the case of a row takes its place.
    await page.click('[data-host="brand-c.com"] .pick');
    await page.waitForFunction(() => document.querySelector('.chosen .compare') === null);
    await page.click('[data-host="brand-b.com"] .c-display');
    await page.waitForSelector('.case[data-host="brand-b.com"]');
    await page.waitForFunction(() => document.querySelector('.compared') === null);
    await page.close();
  });

  further('names that show one website are grouped from the bar of what is selected', async () => {
    const page = await opened();
    await addNames(page, EXPORT.replace('brand-b.com,GoDaddy', 'brand-b.com,Alibaba Cloud'));
    await until(page, 5);
    expect(await page.$('.same-sites')).toBeNull();
    for (const host of ['brand-a.cn', 'brand-b.com']) await page.click(`[data-host="${host}"] .pick`);
    await page.click('.chosen .site summary');
    await page.type('.chosen .site input', 'shop');
    await press(page, 'Group');
    await page.waitForFunction(() => document.querySelector('.chosen') === null);
    await page.waitForSelector('main[data-busy=false] .same-sites');
    expect(await page.$$eval('.same-sites li', (all) => all.map((one) => one.textContent))).toEqual([
      'brand-a.cn, brand-b.com',
    ]);
    await page.close();
  });

  further('a portfolio that was deleted comes back for ten seconds, names and all', async () => {
    const page = await opened();
    await addNames(page, 'brand-a.cn brand-b.com');
    await until(page, 2);
    await page.waitForSelector('main[data-save=saved]');
    await page.$eval('.portfolios', (menu) => {
      (menu as HTMLDetailsElement).open = true;
    });
    await press(page, 'Delete');
    await press(page, 'Confirm deletion');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.rows !== '2');
    await page.click('.undo button');
    await until(page, 2);
    expect((await shown(page)).sort()).toEqual(['brand-a.cn', 'brand-b.com']);
    await page.waitForSelector('main[data-save=saved]');
    await page.close();
  });

  further('the four parts narrow, and a row shows its case with the source of each answer', async () => {
    const page = await opened();
    await addNames(page, EXPORT);
    await until(page, 5);
    const counts = await page.$$eval('.legend button', (all) =>
      all.map((one) => `${one.getAttribute('data-part')} ${one.querySelector('b')?.textContent}`),
    );
    expect(counts).toEqual(['clear 1', 'fix 3', 'cannot 1', 'unclear 0']);
    await page.click('[data-part=cannot]');
    await shows(page, 1);
    expect(await shown(page)).toEqual(['brand-d.io']);
    await page.click('[data-part=cannot]');
    await shows(page, 5);

    await page.click('.grid [data-host="brand-e.net"] .c-display');
    await page.waitForSelector('.case[data-host="brand-e.net"]');
    expect(await page.$eval('.case', (one) => one.textContent)).toContain('from the export of ');
    expect(await axeViolations(page)).toEqual([]);
    // The person's word for this row: verified.
    const fields = await page.$$eval('.case .edit select', (all) =>
      all.findIndex((one) => [...one.options].some(({ value }) => value === 'not-done')),
    );
    const field = (await page.$$('.case .edit select'))[fields];
    await field?.select('done');
    await page.waitForSelector('.grid [data-host="brand-e.net"][data-part=clear]');
    await page.waitForFunction(() => document.querySelector('.case')?.textContent?.includes('Your answer counts'));
    await page.close();
  });

  further('days that read two ways are asked about once; the next file of that shape is read so', async () => {
    const page = await opened();
    const file =
      'Domain,Registrar,Expiry Date,Note\nday-a.com,Alibaba Cloud,03/04/2098,x\nday-b.com,Alibaba Cloud,05/06/2099,x';
    await addNames(page, file);
    await until(page, 2);
    await page.waitForSelector('.map .asks button');
    expect(await page.$$eval('.grid .c-expiresOn span', (cells) => cells.map((cell) => cell.textContent))).toEqual([
      '',
      '',
    ]);
    await press(page, '2098-04-03 (day first)');
    await page.waitForFunction(
      () =>
        document.querySelector('.grid')?.textContent?.includes('2098-04-03') &&
        document.querySelector('.map .asks') === null,
    );
    await addNames(page, file.replaceAll('day-', 'more-'));
    await until(page, 4);
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.grid .c-expiresOn span')].map((cell) => cell.textContent).join(' ') ===
        '2098-04-03 2099-06-05 2098-04-03 2099-06-05',
    );
    expect(await page.$('.map .asks')).toBeNull();
    await page.close();
  });

  further('what a column is said to be counts at once, and for the next file of that shape', async () => {
    const page = await opened();
    const file = 'Domain,Registrar,Bought,Expiry Date,Note\nsaid-a.com,Alibaba Cloud,2098-01-02,2099-03-04,x';
    await addNames(page, file);
    await until(page, 1);
    const read = () => page.$eval('.map', (map) => map.textContent ?? '');
    expect(await read()).toContain('Not used: Note.');
    await press(page, 'Change columns');
    // Of two days it is the other one that counts.
    const choices = await page.$$('.map .columns select');
    await choices[3]?.select('');
    await choices[2]?.select('expires');
    await page.waitForSelector('.grid [data-host="said-a.com"] .c-expiresOn');
    await page.waitForFunction(() => document.querySelector('.grid')?.textContent?.includes('2098-01-02'));
    expect(await read()).toContain('Not used: Expiry Date, Note.');
    await page.close();

    // Kept for that shape, whatever portfolio is open and whoever asks next.
    const again = await opened();
    await addNames(again, file.replace('said-a', 'said-b'));
    await until(again, 1);
    await again.waitForFunction(() => document.querySelector('.grid')?.textContent?.includes('2098-01-02'));
    // Files of another shape are guessed as before.
    await addNames(again, 'Domain,Bought,Expiry Date\nsaid-c.com,2098-01-02,2099-03-04');
    await until(again, 2);
    await again.waitForFunction(() => document.querySelector('.grid')?.textContent?.includes('2099-03-04'));
    await again.close();
  });

  first('to the ministry and back: a name is copied, and what was shown is read as about it', async () => {
    const page = await opened();
    await addNames(page, 'ask-a.com\nask-b.com');
    await until(page, 2);
    await page.waitForSelector('.ministry');
    await page.click('.ministry summary');
    await press(page, 'Copy ask-a.com');
    await page.waitForFunction(() => document.querySelector('.ministry label')?.textContent?.includes('ask-a.com'));
    await page.type('.ministry textarea', '暂无数据 共 0 条');
    await page.click('.ministry button[type=submit]');
    await page.waitForFunction(() => document.querySelector('.ministry summary')?.textContent?.includes('1 not'));
    // It stays open, and goes on with the next one.
    await press(page, 'Copy ask-b.com');
    await page.waitForFunction(() => document.querySelector('.ministry label')?.textContent?.includes('ask-b.com'));
    await page.click('.grid [data-host="ask-a.com"] .c-display');
    await page.waitForSelector('.case');
    expect(await page.$eval('.case', (one) => one.textContent)).toContain('from MIIT’s query of ');
    await page.close();
  });
});
