import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { press, serveFixtures, storedIn, waitForCards } from './fixtures.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({
    executable: requireBrowser('chromium'),
    extension: join(ROOT, 'dist/chrome'),
    serve,
    incognito: true,
  });
});
afterAll(async () => {
  await chromium?.close();
});

test('pages that are only looked at in an incognito window leave nothing behind', async () => {
  const before = await storedIn(chromium);
  const page = await chromium.openIncognito(CONSOLE);
  await waitForCards(page, 2);
  const popup = await chromium.clickIcon(page);
  expect(await popup.evaluate(() => chrome.extension.inIncognitoContext), 'one process for all windows').toBe(false);
  expect(await popup.$eval('main', (main) => main.dataset.host)).toBe('console.huaweicloud.com');
  await popup.close();
  await page.close();
  expect(await storedIn(chromium)).toEqual(before);
});

test('what a person does in one is kept for all windows, and stays when it is closed', async () => {
  const page = await chromium.openIncognito(CONSOLE);
  await waitForCards(page, 2);
  await press(page, 'Dismiss');
  await waitForCards(page, 1);
  await page.close();
  expect((await storedIn(chromium))['hints.v1']).toMatchObject({ 'huawei-cloud': {} });
  const ordinary = await chromium.open(CONSOLE);
  await waitForCards(ordinary, 1);
  await ordinary.close();
});
