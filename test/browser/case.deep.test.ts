import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/browser/axe.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';

describe.each([
  { language: 'en-US', dark: false, forced: false },
  { language: 'zh-CN', dark: true, forced: false },
  { language: 'en-US', dark: true, forced: true },
])('every state is accessible, $language, dark: $dark, forced colours: $forced', ({ language, dark, forced }) => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({
      language,
      dark,
    });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  const STATES = {
    open: {},
    fails: { registrar: 'godaddy', expiresOn: '2020-01-01', realName: 'not-done', holder: 'other', record: 'other' },
    unsure: { province: 'gz', subject: 'organisation', holder: 'legal-representative', certificate: 'missing' },
    settled: { registrar: 'alibaba-cloud', expiresOn: '2099-01-01', realName: 'done', holder: 'same', record: 'none' },
  };

  test.each(Object.entries(STATES))('%s', async (_, answers) => {
    const blank = await chromium.openPopup('example.com');
    await blank.evaluate(
      (value) => chrome.storage.local.set({ 'case:example.com': { version: 1, answers: value, hosts: {} } }),
      answers,
    );
    await blank.close();
    const page = await chromium.openPopup('shop.example.com');
    if (forced) {
      const cdp = await page.createCDPSession();
      await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    }
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });

  test('the options page', async () => {
    const page = await chromium.browser.newPage();
    await page.goto(`chrome-extension://${chromium.extensionId}/src/entries/options/index.html`);
    await page.waitForSelector('main');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
