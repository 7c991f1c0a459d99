import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { choose, openScreen, outcomesOf, untilOutcome } from '../support/browser/outcomes.ts';
import { borrowChromium } from '../support/browser/started.ts';

describe('on a console of the person’s own', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await borrowChromium();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test.each([
    ['https://dcc.godaddy.com/', 'registrar-licensed', 'GoDaddy', 'fail'],
    ['https://beian.aliyun.com/', null, 'Alibaba Cloud (China)', null],
  ])('%s is suggested for another name', async (address, check, name, outcome) => {
    const page = await chromium.open(address);
    const popup = await chromium.clickIcon(page);
    await popup.type('.name-field input', 'example.com');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('main[data-host="example.com"]');
    await openScreen(popup, check ?? 'coverage');
    await popup.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    const button = await popup.waitForSelector('.detail .found button');
    expect(await button?.evaluate((element) => element.textContent)).toBe(name);
    await button?.click();
    if (check && outcome) await untilOutcome(popup, check, outcome);
    else await popup.waitForFunction(() => document.querySelector('.coverage .found') === null);
    await popup.close();
    await page.close();
  });
});

describe('storage that fails', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await borrowChromium();
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test('what cannot be read is set aside, said, and costs nothing else', async () => {
    const first = await chromium.openPopup('example.com');
    await first.evaluate(() =>
      chrome.storage.local.set({
        'case:example.com': { version: 1, answers: { realName: 'done', expiresOn: 'never' }, hosts: {} },
        profile: 'not a profile',
      }),
    );
    await first.close();
    const page = await chromium.openPopup('example.com');
    await expect.poll(() => page.$$eval('.notice', (all) => all.length)).toBe(1);
    expect((await outcomesOf(page))['real-name-done']).toBe('pass');
    const aside = () => page.evaluate(() => chrome.storage.local.get(['aside:profile', 'aside:case:example.com']));
    await expect.poll(aside).toEqual({
      'aside:profile': 'not a profile',
      'aside:case:example.com': { version: 1, answers: { realName: 'done', expiresOn: 'never' }, hosts: {} },
    });
    await page.close();
  });

  test('a full storage is said, and the answer counts all the same', async () => {
    const page = await chromium.openPopup('full.example.org');
    await page.evaluate(async () => {
      // To the last byte: whatever is added then is too much.
      await chrome.storage.local.clear();
      const quota = chrome.storage.local.QUOTA_BYTES;
      await chrome.storage.local.set({ ballast: 'x'.repeat(quota - 'ballast'.length - 2) });
    });
    await choose(page, 'filing-needed', 1);
    await page.waitForSelector('.notice');
    expect((await outcomesOf(page))['filing-needed']).toBe('pass');
    await page.close();
  });
});
