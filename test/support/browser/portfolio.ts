/** What tests of the portfolio's page have in common. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
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
