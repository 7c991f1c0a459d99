import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { type Firefox, launchFirefox } from '../../src/tools/firefox.ts';
import { axeViolations } from './axe.ts';

describe.each(['chromium', 'firefox'] as const)('pages of the extension in %s', (kind) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    const serve = () => null;
    started =
      kind === 'chromium'
        ? await launchChromium({ executable: requireBrowser(kind), extension: join(ROOT, 'dist/chrome'), serve })
        : await launchFirefox({ executable: requireBrowser(kind), extension: join(ROOT, 'dist/firefox'), serve });
  });
  afterAll(async () => {
    await started?.close();
  });

  test('welcome: what is answered there is known everywhere', async () => {
    const page = await started.openPage('src/welcome/index.html', 'main .pin');
    expect(await axeViolations(page)).toEqual([]);
    await page.select('.field select', 'gd');
    const options = await started.openPage('src/options/index.html', 'main .data');
    await options.waitForFunction(() => [...document.querySelectorAll('select')].some((one) => one.value === 'gd'));
    await options.close();
    await page.close();
  });

  test('language: chosen once, all pages speak it, and the browser’s again', async () => {
    const options = await started.openPage('src/options/index.html', 'main .language');
    await options.select('.language select', 'zh_CN');
    await options.waitForFunction(() => document.documentElement.lang === 'zh-CN');
    const popup = await started.openPopup('example.io');
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await popup.close();
    await options.bringToFront();
    await options.waitForSelector('.language select');
    await options.select('.language select', '');
    await options.waitForFunction(() => document.documentElement.lang === 'en');
    await options.close();
  });
});

test('the icon tells what is known of a suffix, in Chromium, and not when switched off', async () => {
  const chromium = await launchChromium({
    executable: requireBrowser('chromium'),
    extension: join(ROOT, 'dist/chrome'),
    serve: () => null,
  });
  try {
    const options = await chromium.openPage('src/options/index.html', 'main .hints');
    const groups = () =>
      options.evaluate(
        () =>
          new Promise<string[]>((resolve) =>
            chrome.declarativeContent.onPageChanged.getRules((found) =>
              resolve(found.map((rule) => `${rule.id}: ${rule.conditions.length}`)),
            ),
          ),
      );
    await expect.poll(groups).toContainEqual(expect.stringMatching(/^not-approved 1: \d{2,}$/));
    await options.click('.toolbar input');
    await expect.poll(groups).toEqual([]);
    await options.reload();
    await options.waitForSelector('main .hints');
    expect(await groups()).toEqual([]);
  } finally {
    await chromium.close();
  }
});

test.each(['chrome', 'firefox'])(
  'in the build for %s a page’s own style sheet comes after those it shares',
  (target) => {
    const folder = join(ROOT, 'dist', target, 'src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    const pages = files.map((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
        ([, href]) => href,
      ),
    );
    const all = pages.flat();
    const shared = all.filter((sheet, at) => all.indexOf(sheet) !== at);
    expect(new Set(shared).size).toBeGreaterThan(1);
    const several = pages.filter((sheets) => sheets.length > 1);
    expect(several.length).toBeGreaterThan(3);
    for (const sheets of several) expect(shared).not.toContain(sheets.at(-1));
  },
);
