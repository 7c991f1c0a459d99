import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { rules } from '../rules.ts';

const OPTIONS = 'src/options/index.html';

describe('rules older than 180 days say so', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({
      executable: requireBrowser('chromium'),
      extension: join(ROOT, 'dist/chrome'),
      serve: () => null,
    });
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
    'src/popup/index.html?input=example.com',
    'src/popup/index.html?input=localhost',
    'src/popup/index.html?explain=anything',
    OPTIONS,
    'src/facts/index.html',
  ])('%s', async (path) => {
    const old = await open(path, 'main .notice', 200);
    expect(await old.$eval('main .notice', (notice) => notice.textContent)).toContain('200 days');
    await old.close();
    const young = await open(path, 'main', 100);
    expect(await young.$('main .notice')).toBeNull();
    await young.close();
  });
});
