/** What a page of very much text, very many prompts or very many names makes us do: counted, not timed. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { addLate, serveFixtures, waitForCards } from './fixtures.ts';
import { worldOf } from './worlds.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });

/** Counts every character that an expression is tried on, and that is made ready to be matched. */
const COUNT = `
  globalThis.seen = 0;
  for (const [of, name, length] of [
    [RegExp.prototype, 'test', (_, [text]) => text.length],
    [String.prototype, 'normalize', (text) => text.length],
  ]) {
    const real = of[name];
    of[name] = function (...given) {
      seen += length(this, given);
      return real.apply(this, given);
    };
  }
`;

describe('a log that grows all the time', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    const executable = requireBrowser('chromium');
    chromium = await launchChromium({ executable, extension: join(ROOT, 'dist/chrome'), serve });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  const TICKS = 10;
  const APPENDS = 20;
  /** Characters looked at of a text: its ends. */
  const MOST = 20_001;

  test.each([
    ['of no interest', '2026-11-26 12:00:00 request handled in 12 ms\n'],
    ['with words of prompts', '2026-11-26 12:00:00 域名实名认证 request handled in 12 ms\n'],
  ])(
    'a text of a megabyte, %s: its ends are looked at once a round, not all of it for every change',
    async (_, line) => {
      const page = await chromium.open(CONSOLE);
      await waitForCards(page, 2);
      await page.evaluate((text) => {
        const log = document.createElement('div');
        log.id = 'log';
        // Laying a megabyte out costs seconds, and is not what is counted.
        log.hidden = true;
        log.append(text.repeat(Math.ceil(1_100_000 / text.length)));
        document.querySelector('#late')?.append(log);
      }, line);
      // A prompt that came later is read later.
      await addLate(page, '您的域名显示即将过期', 'one');
      await waitForCards(page, 3);
      const world = await worldOf(page, chromium.extensionId);
      await world(COUNT);
      await page.evaluate(
        async (text, ticks, appends) => {
          const log = document.querySelector('#log')?.firstChild as Text;
          for (let tick = 0; tick < ticks; tick++) {
            for (let index = 0; index < appends; index++) log.appendData(text);
            await new Promise((resolve) => setTimeout(resolve));
          }
        },
        line,
        TICKS,
        APPENDS,
      );
      await addLate(page, '您的域名显示即将过期', 'two');
      await page.evaluate(() => document.querySelector('#one')?.remove());
      await page.waitForSelector('#two [data-icp-filing-guide=card]');
      const seen = Number(await world('seen'));
      expect(seen).toBeGreaterThan(0);
      // Asked of it, and made ready twice over by what is matched; the page's other texts are short.
      expect(seen).toBeLessThan((TICKS + 2) * 6 * MOST);
      await page.close();
    },
  );
});
