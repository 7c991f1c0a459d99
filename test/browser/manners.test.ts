import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { HINT_PREFERENCES_KEY } from '../../src/domain/prompts/hint-preferences.ts';
import { axeViolations } from '../support/browser/axe.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { fixture, hintButton } from '../support/browser/fixtures.ts';
import { openListening, untilChips } from '../support/browser/guests.ts';
import { testExplained, testPlaces } from '../support/browser/manner-views.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { borrowChromium } from '../support/browser/started.ts';
import { rules } from '../support/shipped-ruleset.ts';

const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const ADDED = 'https://names.private.example/';
const HINTS = '[data-tone],[data-guidance],[data-topic]';

const serve: Serve = () => fixture('search');

describe('guest manners', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await borrowChromium({ serve });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  const open = (address: string) => openListening(chromium, address);

  testPlaces(() => chromium, 'ltr');
  testExplained(
    () => chromium,
    [
      ['系统提示：该域名核验出现错误：ＴＬＤ 未批复', 'suffix-not-supported what-is-checked-when'],
      ['Something went wrong', ''],
    ],
  );

  test("the page's own order of focus stays as it was", async () => {
    const { page } = await open(LIST);
    await untilChips(page, 6);
    const order: string[] = [];
    // Once around: signs that have not found their room take no focus.
    for (let presses = 0; presses < 12 && order.at(-1) !== 'body'; presses++) {
      await page.keyboard.press('Tab');
      order.push(
        await page.evaluate(() => {
          const at = document.activeElement;
          return at?.hasAttribute('data-icp-filing-guide') ? 'ours' : (at?.localName ?? '');
        }),
      );
    }
    // A chip within the page's own shadow root makes that root's host the active element.
    const own = order.filter((name) => !/^ours$|^body$|^div$/.test(name));
    expect(own).toEqual(['textarea', 'input']);
    await page.close();
  });

  test('a chip says its word on focus and its reason on a click; Escape puts it away', async () => {
    const { page } = await open(LIST);
    await untilChips(page, 6);
    const chip = await hintButton(page, 'example.io: Suffix not approved');
    const expanded = (is: string) =>
      page.waitForFunction((button, wanted) => button.getAttribute('aria-expanded') === wanted, {}, chip, is);
    await chip.click();
    await expanded('true');
    await page.keyboard.press('Escape');
    await expanded('false');
    await page.close();
  });

  test('the pill opens entries that fit the page, and goes when told, for good', async () => {
    const { page } = await open(LIST);
    await page.waitForSelector('[data-icp-filing-guide=pill][data-topic=search]');
    await (await hintButton(page, 'ICP Filing Guide Buying a domain')).click();
    const [entry] = rules.faq.filter((one) => one.topics.includes('search'));
    const question = await hintButton(page, entry?.question.en ?? '');
    await question.click();
    await page.waitForFunction((button) => button.getAttribute('aria-expanded') === 'true', {}, question);
    await (await hintButton(page, 'Hide on this site')).click();
    await page.waitForFunction((all) => document.querySelectorAll(all).length === 0, {}, HINTS);

    await page.reload();
    const other = await chromium.open('https://am.22.cn/ykj/');
    await other.waitForSelector('[data-icp-filing-guide=chip]');
    expect(await page.$$eval(HINTS, (all) => all.length)).toBe(0);
    await other.close();

    const options = await chromium.browser.newPage();
    await options.goto(`chrome-extension://${chromium.extensionId}/src/entries/options/index.html`);
    await options.waitForSelector('.hints .switch');
    expect(await axeViolations(options)).toEqual([]);
    await options.click('.hints .consoles summary');
    await options.click('.hints [data-site=aliyun] input');
    // Behind the change, which is read, made and stored in one.
    await options.evaluate((key) => navigator.locks.request(key, () => {}), HINT_PREFERENCES_KEY);
    await options.close();
    await page.bringToFront();
    await page.reload();
    await untilChips(page, 6);
    await page.close();
  });
});

describe('a site that the person added', () => {
  let chromium: Chromium;
  let folder: string;
  beforeAll(async () => {
    // No program can press the browser's own permission prompt: this copy comes with the permission
    // that it would grant.
    folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
    cpSync(join(ROOT, 'dist/chrome'), folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [`${ADDED}*`] }));
    chromium = await launchChromium({ extension: folder, serve });
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('has cards and chips on every page, and others have none', async () => {
    const page = await chromium.open(ADDED);
    await page.waitForSelector('[data-icp-filing-guide=chip]');
    const popup = await chromium.clickIcon(page);
    await openScreen(popup, 'more');
    await popup.waitForSelector('.here button');
    expect(await popup.$eval('.here', (line) => line.textContent)).toContain('names.private.example');
    await popup.close();
    const other = await chromium.open('https://names.other.example/');
    expect(await other.$$eval(HINTS, (all) => all.length)).toBe(0);
    await other.close();
    await page.close();
  });
});
