import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axeViolations } from '../support/browser/axe.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { borrowChromium } from '../support/browser/started.ts';

describe.each(RUNS)('pages of the extension in $kind', ({ kind, first }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    const serve = () => null;
    started = kind === 'chromium' ? await borrowChromium({ serve }) : await launchFirefox({ serve });
  });
  afterAll(async () => {
    await started?.close();
  });

  first('welcome: what is answered there is known everywhere', async () => {
    const page = await started.openPage('src/entries/welcome/index.html', 'main .pin');
    expect(await axeViolations(page)).toEqual([]);
    await page.select('.field:has([value=gd]) select', 'gd');
    const options = await started.openPage('src/entries/options/index.html', 'main .data');
    await options.waitForFunction(() => [...document.querySelectorAll('select')].some((one) => one.value === 'gd'));
    await options.close();
    await page.close();
  });

  first('language: chosen once, all pages speak it, and the browser’s again', async () => {
    const options = await started.openPage('src/entries/options/index.html', 'main .language');
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
