import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { readFiles } from '../../src/cli/load-ruleset.ts';
import { writeRules } from '../../src/domain/ruleset/validation/ruleset-file.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { eventually } from '../support/browser/eventually.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { chooseFile, press, serveFixtures } from '../support/browser/fixtures.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import { until } from '../support/browser/portfolio.ts';
import { copyWithOpenRoots } from '../support/browser/roots.ts';
import { rules } from '../support/shipped-ruleset.ts';

const OPTIONS = 'src/entries/options/index.html';
const MARK = 'From a loaded rules file';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const CONSOLE = 'https://console.huaweicloud.com/';

type Files = Record<string, Record<string, unknown>>;

/** A file whose sources have the ministry's and providers' names, and lead elsewhere. */
function hostile(date: string): string {
  const files = structuredClone(readFiles()) as Files;
  files['stamp.json'] = { date };
  for (const [name, source] of Object.entries(files))
    if (name.startsWith('sources/')) source.url = 'https://evil.example/login';
  return writeRules(files);
}

describe.each(RUNS)('a rules file that was loaded in $kind', ({ kind, first, further }) => {
  const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud', 'wanwang.aliyun.com': 'search' });
  let folder: string;
  let started: Chromium | Firefox;
  beforeAll(async () => {
    folder = copyWithOpenRoots(kind === 'chromium' ? 'chrome' : 'firefox');
    const options = { extension: folder, serve };
    started = kind === 'chromium' ? await launchChromium(options) : await launchFirefox(options);
  });
  afterAll(async () => {
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const textOf = (page: Page, selector: string) => page.$eval(selector, (one) => one.textContent ?? '');
  /** What a page says of the sites that the file names, and the links that lead there. */
  const foreign = (page: Page) =>
    page.evaluate(() => ({
      said: document.body.textContent?.includes('evil.example, not linked'),
      links: document.querySelectorAll('a[href*="evil.example"]').length,
    }));

  first('of a day that has not come: refused, with the reason', async () => {
    const page = await started.openPage(OPTIONS, '[data-rules]');
    await chooseFile(page, hostile('9999-12-31'), '.rules');
    await page.waitForFunction(() => document.querySelector('.rules .refused')?.textContent?.includes('9999-12-31'));
    expect(await textOf(page, '.rules .refused')).toContain('no day after');
    expect(await page.$eval('[data-rules]', (one) => (one as HTMLElement).dataset.rules)).toBe('built-in');
    await page.close();
  });

  further(
    'says wherever it speaks that it is one, and leads to no site that this build does not know; gone, it says nothing',
    async () => {
      const page = await started.openPage(OPTIONS, '[data-rules]');
      await chooseFile(page, hostile(rules.stamp.date), '.rules');
      await page.waitForSelector('[data-rules=loaded]');
      await eventually(() => textOf(page, '[data-rules]')).toContain('Nothing proves where that file is from');
      await eventually(() => textOf(page, 'footer')).toContain(MARK);
      await page.close();

      const popup = await started.openPopup('example.com');
      await popup.waitForSelector('footer');
      expect(await textOf(popup, '.loaded')).toBe(MARK);
      expect(await textOf(popup, 'footer')).toContain(MARK);
      // Sources are behind the row of their check.
      await openScreen(popup, 'suffix-approved');
      expect(await foreign(popup)).toEqual({ said: true, links: 0 });
      await popup.close();

      const portfolio = await started.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
      await eventually(() => textOf(portfolio, '.loaded')).toBe(MARK);
      await portfolio.type('.intake textarea', 'example.com');
      await portfolio.click('.intake button[type=submit]');
      await until(portfolio, 1);
      await portfolio.waitForSelector('.out');
      expect(await foreign(portfolio)).toMatchObject({ links: 0 });
      await portfolio.close();

      const facts = await started.openPage('src/entries/facts/index.html', 'main section');
      await eventually(() => textOf(facts, '.loaded')).toBe(MARK);
      await eventually(() => foreign(facts)).toEqual({ said: true, links: 0 });
      await facts.close();

      const cards = await started.open(CONSOLE);
      await eventually(async () => (await cards.$('[data-icp-filing-guide=card] >>> footer')) !== null).toBe(true);
      const by = await cards.$('[data-icp-filing-guide=card] >>> footer');
      expect(await by?.evaluate((one) => one.textContent)).toContain(MARK);
      expect(await by?.evaluate((one) => one.textContent)).toContain('evil.example, not linked');
      expect(await cards.$$('[data-icp-filing-guide=card] >>> a[href*="evil.example"]')).toEqual([]);
      await cards.close();

      const list = await started.open(LIST);
      await eventually(async () => (await list.$('[data-icp-filing-guide=chip] >>> button')) !== null).toBe(true);
      const label = await list.$('[data-icp-filing-guide=chip] >>> button');
      expect(await label?.evaluate((one) => one.getAttribute('aria-label'))).toContain(MARK);
      await eventually(async () => (await list.$('[data-icp-filing-guide=pill] >>> button')) !== null).toBe(true);
      const pill = await list.$('[data-icp-filing-guide=pill] >>> button');
      expect(await pill?.evaluate((one) => one.textContent)).toContain(MARK);
      await list.close();

      const again = await started.openPage(OPTIONS, '[data-rules=loaded]');
      await press(again, 'Use the built-in rules');
      await again.waitForSelector('[data-rules=built-in]');
      // For ten seconds the file can be had back.
      await press(again, 'Undo');
      await again.waitForSelector('[data-rules=loaded]');
      await press(again, 'Use the built-in rules');
      await again.waitForSelector('[data-rules=built-in]');
      await again.close();
      const after = await started.openPopup('example.com');
      await after.waitForSelector('footer');
      expect(await after.$('.loaded')).toBeNull();
      expect(await textOf(after, 'footer')).not.toContain(MARK);
      expect(await foreign(after)).toEqual({ said: false, links: 0 });
      await after.close();
    },
  );

  first('that another build loaded is not used any more: the options say so', async () => {
    const before = await started.openPage(OPTIONS, '[data-rules]');
    await chooseFile(before, writeRules(readFiles()), '.rules');
    await before.waitForSelector('[data-rules=loaded]');
    await before.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('rules', 1);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const change = request.result.transaction('loaded', 'readwrite');
            const kept = change.objectStore('loaded').get('file');
            kept.onsuccess = () => {
              const value = { ...kept.result, loaded: { ...kept.result.loaded, build: '0.0.1 another' } };
              change.objectStore('loaded').put(value, 'file');
            };
            change.oncomplete = () => {
              request.result.close();
              resolve();
            };
          };
        }),
    );
    await before.close();
    const page = await started.openPage(OPTIONS, '[data-rules=built-in]');
    expect(await textOf(page, '.rules .notice')).toContain('no longer used');
    await press(page, 'Use the built-in rules');
    await page.waitForFunction(() => document.querySelector('.rules .notice') === null);
    await page.close();
  });
});
