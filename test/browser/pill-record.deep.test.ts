/** The record on a console's page, in its pill: by keys alone in Firefox, and for everybody. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/browser/axe.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { eventually } from '../support/browser/eventually.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { storedIn } from '../support/browser/fixtures.ts';
import { tabTo, withoutFocusRing } from '../support/browser/focus.ts';
import { forceColours } from '../support/browser/forced.ts';
import { untilSeen } from '../support/browser/guests.ts';
import { appears, openCopy } from '../support/browser/hints-open.ts';
import { copyWithOpenRoots, inRoots } from '../support/browser/roots.ts';
import type { Serve } from '../support/browser/served-pages.ts';

const PILL = '[data-icp-filing-guide=pill]';
const DETAILS = 'https://dc.console.aliyun.com/next/detail';
const NAME = 'brand-of-ours.com';
const ROWS = [
  ['域名', NAME],
  ['注册商', '阿里云计算有限公司（万网）'],
  ['注册日期', '2015-03-02'],
  ['到期日期', '2098-03-02'],
  ['实名认证', '已实名认证'],
]
  .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
  .join('');
const TABLE = `<h1>${NAME}</h1><table>${ROWS}</table>`;
const serve: Serve = () => ({
  body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>域名</title><link rel="icon" href="data:,"></head><body>${TABLE}</body></html>`,
});

describe('in Firefox', () => {
  let folder: string;
  let firefox: Firefox;
  beforeAll(async () => {
    folder = copyWithOpenRoots('firefox');
    firefox = await launchFirefox({ extension: folder, serve });
  });
  afterAll(async () => {
    await firefox?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('it is opened and used by keys; the case opens with it', async () => {
    const page = await firefox.open(DETAILS);
    await page.bringToFront();
    await tabTo(page, PILL);
    await page.keyboard.press('Enter');
    await appears(page, `${PILL} >>> .use`);
    const use = await page.$(`${PILL} >>> .use`);
    await use?.focus();
    await page.keyboard.press('Enter');
    // The protocol does not tell what a window of the extension is at; the extension itself does.
    await eventually(async () => JSON.stringify(await storedIn(firefox))).toContain('dc.console.aliyun.com');
    expect(await storedIn(firefox)).toMatchObject({
      [`case:${NAME}`]: { records: { realName: { value: 'done' }, expiresOn: { value: '2098-03-02' } } },
    });
    const opened = await firefox.evaluate(async () => (await chrome.tabs.query({})).map(({ url }) => url ?? ''));
    expect(opened.filter((url) => url.includes(`/popup/index.html?input=${NAME}`))).toHaveLength(1);
    await page.close();
  });
});

describe.each([
  { language: 'zh-CN', dark: true, forced: false },
  { language: 'en-US', dark: false, forced: true },
])('for everybody, $language, dark: $dark, forced colours: $forced', ({ language, dark, forced }) => {
  const copy = openCopy();
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({ extension: copy(), language, dark, serve });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test('what the record says and its button are sound', async () => {
    const page = await chromium.open(DETAILS);
    if (forced) await forceColours(page);
    await untilSeen(page, 'pill', 1);
    await page.click(`${PILL} >>> .pill:not([data-form=none])`);
    await appears(page, `${PILL} >>> .use`);
    expect(await axeViolations(page, PILL)).toEqual([]);
    await page.keyboard.press('Tab');
    expect((await inRoots(page, PILL, withoutFocusRing)).flat()).toEqual([]);
    await page.close();
  });
});
