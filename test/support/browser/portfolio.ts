/** What tests of the portfolio's page have in common. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import type { Chromium } from './chromium.ts';
import type { Firefox } from './firefox.ts';
import { press } from './fixtures.ts';

/** Returns a spreadsheet with these rows, and other parts if wanted. */
export function sheetWith(rows: string, more: Zippable = {}): Uint8Array {
  const parts = unzipSync(readFileSync(join(ROOT, 'test/support/fixtures/names.xlsx')));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array).replace(
    /<sheetData>.*<\/sheetData>/,
    `<sheetData>${rows}</sheetData>`,
  );
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet), ...more });
}

/**
 * Waits until the portfolio has so many rows, all of them judged and shown, and what was last done
 * is saved, or could not be.
 */
export async function until(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(
    (count) => {
      const main = document.querySelector('main');
      return (
        main?.dataset.rows === String(count) &&
        main.dataset.busy === 'false' &&
        main.dataset.shown === String(count) &&
        main.dataset.save !== 'saving'
      );
    },
    // A hundred thousand take long on a busy machine.
    { timeout: 120_000, polling: 50 },
    rows,
  );
}

/** Adds a text as a person would: the form is there at once, or behind its button. */
export async function addNames(page: Page, text: string): Promise<void> {
  if ((await page.$('.intake')) === null) await page.click('.add-names');
  await page.waitForSelector('.intake textarea');
  await page.$eval(
    '.intake textarea',
    (area, value) => {
      area.value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
  await page.click('.intake button[type=submit]');
}

/** Opens the menu of portfolios. */
export async function openPortfolios(page: Page): Promise<void> {
  await page.$eval('.portfolios', (menu) => {
    (menu as HTMLDetailsElement).open = true;
  });
}

/** Begins a portfolio of its own. */
export async function beginPortfolio(page: Page): Promise<void> {
  await openPortfolios(page);
  await press(page, 'New');
}

/** Gives files to the page. */
export async function giveFiles(page: Page, ...paths: string[]): Promise<void> {
  if ((await page.$('.intake')) === null) await page.click('.add-names');
  const input = await page.waitForSelector('.intake .file.main input');
  await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...paths);
}

/**
 * Expects of a page that is closed while it saves that what is kept is the old or the new, whole.
 * The later the round, the later it is closed.
 */
export async function expectWhole({ openPage }: Chromium | Firefox, round: number): Promise<void> {
  const open = () => openPage('src/entries/portfolio/index.html', 'main[data-rows]');
  const page = await open();
  await beginPortfolio(page);
  await page.$eval(
    '.portfolios input',
    (input, name) => {
      input.value = name;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    `round ${round}`,
  );
  await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
  await addNames(page, Array.from({ length: 2000 }, (_, index) => `name${index}.com`).join(' '));
  if (round > 0)
    await page.waitForFunction((rows) => Number(document.querySelector('main')?.dataset.rows) >= rows, {}, round);
  await page.close();
  const again = await open();
  await again.waitForSelector('.portfolios select');
  const value = await again.$$eval(
    '.portfolios select option',
    (all, name) => all.find((one) => one.textContent === name)?.value ?? '',
    `round ${round}`,
  );
  expect(value).not.toBe('');
  const names = await again.evaluate(namesKept, value);
  expect([0, 2000]).toContain(names);
  await again.select('.portfolios select', value);
  await until(again, names);
  await again.close();
}

/** Runs in a page. Returns how many names are kept in the portfolio of an id. */
function namesKept(id: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('portfolios');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('portfolios').objectStore('portfolios').get(id);
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result.entries.lines.length);
      };
    };
  });
}
