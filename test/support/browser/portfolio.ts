/** What tests of the portfolio's page have in common. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../../src/cli/load-ruleset.ts';

/** Returns a spreadsheet with these rows, and other parts if wanted. */
export function sheetWith(rows: string, more: Zippable = {}): Uint8Array {
  const parts = unzipSync(readFileSync(join(ROOT, 'test/support/fixtures/names.xlsx')));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array).replace(
    /<sheetData>.*<\/sheetData>/,
    `<sheetData>${rows}</sheetData>`,
  );
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet), ...more });
}

/** Waits until the portfolio has so many rows, all of them judged and shown. */
export async function until(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(
    (count) => {
      const main = document.querySelector('main');
      return (
        main?.dataset.rows === String(count) && main.dataset.busy === 'false' && main.dataset.shown === String(count)
      );
    },
    // A hundred thousand take long on a busy machine.
    { timeout: 120_000, polling: 50 },
    rows,
  );
}
