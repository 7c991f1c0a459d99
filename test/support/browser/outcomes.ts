/** What a popup says of each check. */
import type { Page } from 'puppeteer-core';

export function outcomesOf(page: Page): Promise<Record<string, string>> {
  return page.$$eval('[data-check]', (items) =>
    Object.fromEntries(
      items.map((item) => [item.getAttribute('data-check') ?? '', item.getAttribute('data-outcome') ?? '']),
    ),
  );
}

export async function untilOutcome(page: Page, check: string, outcome: string): Promise<void> {
  await page.waitForSelector(`[data-check=${check}][data-outcome=${outcome}]`);
}
