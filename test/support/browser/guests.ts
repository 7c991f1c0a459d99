/** Pages that our hints are guests of. */
import type { Page } from 'puppeteer-core';
import type { Chromium } from './chromium.ts';
import type { Firefox } from './firefox.ts';

/** Opens a page; returns it, and all that is thrown or complained of in it from the start. */
export async function openListening(
  { open }: Chromium | Firefox,
  address: string,
): Promise<{ page: Page; errors: string[] }> {
  const errors: string[] = [];
  const page = await open(address, (opened) => {
    opened.on('pageerror', (error) => errors.push(String(error)));
    opened.on('console', (message) => {
      if (/^(?:error|warn)/.test(message.type())) errors.push(message.text());
    });
  });
  return { page, errors };
}

/** Waits until a page has just so many chips; it may lie behind another. */
export async function untilChips(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-icp-filing-guide=chip]').length === wanted,
    { polling: 50 },
    count,
  );
}
