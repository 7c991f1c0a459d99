/** What a popup says of each check, and how one gets to it. */
import type { Page } from 'puppeteer-core';

export function outcomesOf(page: Page): Promise<Record<string, string>> {
  return page.$eval('main', (main) =>
    Object.fromEntries((main.dataset.findings ?? '').split(' ').map((one) => one.split(':') as [string, string])),
  );
}

/** The view that says so of a check. */
function saying(check: string, outcome: string): string {
  return `main[data-findings~="${check}:${outcome}"]`;
}

/** Waits until a check comes out so; the page may lie behind another, where no frames are drawn. */
export async function untilOutcome(page: Page, check: string, outcome: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector(wanted) !== null,
    { polling: 50 },
    saying(check, outcome),
  );
}

/**
 * Pushes the screen of a check, or another one by its name, from wherever the view is: what the
 * first screen does not lead to lies behind all that is left, or behind “More”.
 */
export async function openScreen(page: Page, name: string): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { looked: new Set() }));
  await page.waitForFunction(
    (wanted) => {
      if (document.querySelector(`[data-detail="${wanted}"]`) !== null) return true;
      const looked: Set<string> = Reflect.get(window, 'looked');
      const direct = [`.row[data-opens="${wanted}"]`, `.beside [data-opens="${wanted}"]`];
      const around = ['.row[data-opens=rest]', '.beside [data-opens=more]'].filter((one) => !looked.has(one));
      const way = [...direct, ...around, '.back button'].find((one) => document.querySelector(one));
      if (way === undefined) return false;
      if (around.includes(way)) looked.add(way);
      document.querySelector<HTMLElement>(way)?.click();
      return false;
    },
    { polling: 50 },
    name,
  );
}

/** Chooses an answer on the screen of a check, by its number; the page may lie behind another. */
export async function choose(page: Page, check: string, number: number): Promise<void> {
  await openScreen(page, check);
  await page.$eval(
    `[data-detail="${check}"] .choice`,
    (choice, at) => choice.querySelectorAll<HTMLInputElement>('label input')[at]?.click(),
    number - 1,
  );
}
