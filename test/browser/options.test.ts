import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { rules } from '../support/shipped-ruleset.ts';

const OPTIONS = 'src/entries/options/index.html';

describe('rules older than 180 days say so', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await borrowChromium();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  /** Opens a page that believes it is so many days after the rules. */
  function open(path: string, selector: string, days: number): Promise<Page> {
    return chromium.openPage(path, selector, (page) =>
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

  test.each([
    'src/entries/popup/index.html?input=example.com',
    'src/entries/popup/index.html?input=localhost',
    'src/entries/popup/index.html?explain=anything',
    OPTIONS,
    'src/entries/facts/index.html',
  ])('%s', async (path) => {
    const old = await open(path, 'main .notice', 200);
    expect(await old.$eval('main .notice', (notice) => notice.textContent)).toContain('200 days');
    await old.close();
    const young = await open(path, 'main', 100);
    expect(await young.$('main .notice')).toBeNull();
    await young.close();
  });
});
