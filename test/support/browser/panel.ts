/** What tests of the panel beside the page have in common. */
import type { Page } from 'puppeteer-core';

export const PANEL = 'src/entries/side-panel/index.html';

/** What is stored, put there as another window would. */
export function putStored(page: Page, values: Readonly<Record<string, unknown>>): Promise<void> {
  return page.evaluate((all) => chrome.storage.local.set(all), values);
}

/** Waits for what a page shows; it may lie behind another tab, where no frames are drawn. */
export async function shows(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, { polling: 50 }, selector);
}

/**
 * Clicks what closes its page, which may be gone before it has told of the click; and waits until
 * it is.
 */
export async function clickToClose(page: Page, selector: string): Promise<void> {
  const closed = new Promise((resolve) => page.once('close', resolve));
  await page.click(selector).catch((error: unknown) => {
    if (!/closed/i.test(String(error))) throw error;
  });
  await closed;
}
