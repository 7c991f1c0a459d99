/** Pages that believe that they are opened some days after the rules were made. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { rules } from '../shipped-ruleset.ts';
import { startChromium } from './started.ts';

/** Defines a test of each of these pages: rules that are older than 180 days say so. */
export function testOldRules(paths: readonly string[]): void {
  const chromium = startChromium();

  function open(path: string, selector: string, days: number): Promise<Page> {
    return chromium().openPage(path, selector, (page) =>
      page.evaluateOnNewDocument(
        (now) => {
          const Real = Date;
          class Shifted extends Real {
            constructor(...given: never[]) {
              super(...((given.length === 0 ? [now] : given) as [never]));
            }
          }
          Object.assign(window, { Date: Shifted });
        },
        Date.parse(rules.stamp.date) + days * 86_400_000,
      ),
    );
  }

  test.each(paths)('%s', async (path) => {
    const old = await open(path, 'main .notice', 200);
    expect(await old.$eval('main .notice', (notice) => notice.textContent)).toContain('200 days');
    await old.close();
    const young = await open(path, 'main', 100);
    expect(await young.$('main .notice')).toBeNull();
    await young.close();
  });
}
