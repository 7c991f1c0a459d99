/** One view of everything in Firefox; `npm run test:deep` runs every `*.both.test.ts` there. */
import { describe, expect, test } from 'vitest';
import { attributesOf, axeViolations } from '../support/browser/axe.ts';
import { OPEN } from '../support/browser/cases.ts';
import { eventually } from '../support/browser/eventually.ts';
import { hintsOn, serveFixtures, storedIn, waitForCards } from '../support/browser/fixtures.ts';
import { choose, untilOutcome } from '../support/browser/outcomes.ts';
import { until } from '../support/browser/portfolio.ts';
import { startFirefox } from '../support/browser/started.ts';

const { serve } = serveFixtures({
  'console.huaweicloud.com': 'huawei-cloud',
  'wanwang.aliyun.com': 'search',
  'beian.bce.baidu.com': 'baidu-filing',
});

describe('Firefox', () => {
  const firefox = startFirefox({ serve });

  test('the popup', async () => {
    const { input, expected } = OPEN;
    const popup = await firefox().openPopup(input);
    expect(await attributesOf(popup)).toMatchObject(expected);
    expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
  });

  test('a click on the icon asks about the page', async () => {
    const page = await firefox().open('https://docs.example.io/');
    await page.bringToFront();
    await firefox().window.clickIcon();
    const asked = () =>
      firefox().evaluate(() => {
        const [popup] = (chrome.extension.getViews as (of: object) => Window[])({ type: 'popup' });
        return popup?.document.querySelector('main')?.dataset.host ?? null;
      });
    await eventually(asked).toBe('docs.example.io');
    await page.close();
  });

  test('an answer is kept', async () => {
    const popup = await firefox().openPopup('kept.example.cn');
    await choose(popup, 'filing-needed', 1);
    await untilOutcome(popup, 'filing-needed', 'pass');
    await eventually(async () => Object.keys(await storedIn(firefox()))).toContain('case:example.cn');
    await popup.close();
    const again = await firefox().openPopup('kept.example.cn');
    await untilOutcome(again, 'filing-needed', 'pass');
    await again.close();
  });

  test('cards beside prompts, each in its place', async () => {
    const page = await firefox().open('https://console.huaweicloud.com/');
    await waitForCards(page, 2);
    const { wanted, shown, astray } = await hintsOn(page, 'card');
    expect(shown).toEqual(wanted);
    expect(astray).toEqual([]);
    await page.close();
  });

  test('signs beside names, and the pill', async () => {
    const page = await firefox().open('https://wanwang.aliyun.com/domain/searchresult');
    const { wanted } = await hintsOn(page, 'chip');
    await eventually(async () => (await hintsOn(page, 'chip')).shown).toEqual(wanted);
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    await page.close();
  });

  test('a verdict below a field', async () => {
    const page = await firefox().open('https://beian.bce.baidu.com/');
    // What reads the fields is there when the pill is.
    await page.waitForSelector('[data-icp-filing-guide=pill]');
    await page.type('input[name=siteDomain]', 'example.io');
    await page.waitForSelector('[data-icp-filing-guide=note]');
    await page.close();
  });

  test.each([
    ['welcome', 'main .pin'],
    ['options', '#about .all-licences'],
    ['facts', '#sources .lines'],
    ['side-panel', 'main.empty'],
  ])('%s', async (name, ready) => {
    const page = await firefox().openPage(`src/entries/${name}/index.html`, ready);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.$eval('h1', (title) => title.textContent)).not.toBe('');
    await page.close();
  });

  test('a portfolio is judged and kept', async () => {
    const open = () => firefox().openPage('src/entries/portfolio/index.html', 'main[data-rows]');
    const page = await open();
    await page.type('.intake textarea', 'example.com example.cn foo.io');
    await page.click('.intake button[type=submit]');
    await until(page, 3);
    await page.waitForFunction(() => document.querySelector('main')?.dataset.save === 'saved');
    await page.close();
    const again = await open();
    await until(again, 3);
    await again.close();
  });
});
