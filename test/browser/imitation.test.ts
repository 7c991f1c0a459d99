/** Pages that draw what looks like ours: cards, marks, verdicts in our words. */
import { describe, expect, test } from 'vitest';
import { storedIn } from '../support/browser/fixtures.ts';
import { untilOutcome } from '../support/browser/outcomes.ts';
import { startChromium } from '../support/browser/started.ts';

const CONSOLE = 'https://wanwang.aliyun.com/domain/imitated';
const PROMPT = '注册商未批复';
const CARD = '[data-icp-filing-guide=card]';

/** What our elements look like, with what they would say: the page’s own words, for all to read. */
const fake = (kind: string) =>
  `<div data-icp-filing-guide="${kind}" data-fake data-name="example.io" data-guidance="registrar-not-approved"><section class="card" role="note" aria-label="ICP Filing Guide"><h2>ICP Filing Guide: example.com can be filed</h2><p>Approved. 京ICP备12345678号</p><a href="https://beian.miit.gov.cn.evil.example/">MIIT’s list</a><button>Dismiss</button></section></div>`;
const html = (body: string) => ({
  body: `<!doctype html><html><head><meta charset="utf-8"><title>Names</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
});
const record = (name: string) =>
  `<table>${[
    ['Domain Name', name],
    ['Registrar', 'GoDaddy.com, LLC'],
    ['Registrar IANA ID', '146'],
    ['Creation Date', '2015-03-02'],
    ['Registry Expiry Date', '2098-03-02'],
  ]
    .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
    .join('')}</table>`;
/** Our own words for what would help the name, as popup and cards have them. */
const OUR_WORDS =
  '<aside><h2>ICP Filing Guide</h2><p>Eligible for an ICP filing</p><ul><li>✓ Registrar licensed by MIIT</li><li>✓ Real-name authentication is done</li><li>✓ No filing of somebody else</li></ul></aside>';

const PAGES: Readonly<Record<string, ReturnType<typeof html>>> = {
  'wanwang.aliyun.com': html(
    `<div id="before">${fake('card')}${fake('pill')}</div><p id="prompt">${PROMPT}${fake('card')}</p><ul><li id="name">example.io${fake('chip')}</li></ul>`,
  ),
  'who.is': html(`<h1>brand-of-ours.com</h1>${record('brand-of-ours.com')}${OUR_WORDS}${fake('card')}`),
  'www.brand-of-theirs.com': html(`<h1>Welcome</h1>${OUR_WORDS}${fake('card')}${fake('pill')}`),
};

describe('a page that imitates', () => {
  const chromium = startChromium({ serve: (url) => PAGES[url.hostname] ?? null });

  test('what it draws in the place of ours keeps no hint away, is left as it is, and is read like all of the page', async () => {
    const page = await chromium().open(CONSOLE);
    await page.waitForSelector(`#prompt ${CARD}:not([data-fake]), #prompt + ${CARD}:not([data-fake])`);
    await page.waitForSelector('[data-icp-filing-guide=chip]:not([data-fake])[data-name="example.io"]');
    await page.waitForSelector('[data-icp-filing-guide=pill]:not([data-fake])');
    // Names in it are the page's own, and marked as such.
    const marked = () =>
      page.$$eval('[data-icp-filing-guide=chip]:not([data-fake])', (all) => [
        ...new Set(all.map((one) => (one as HTMLElement).dataset.name)),
      ]);
    await expect.poll(async () => (await marked()).sort()).toEqual(['example.com', 'example.io']);
    expect(
      await page.$$eval('[data-fake]', (all) =>
        all.map((one) => one.querySelectorAll(':not([data-icp-filing-guide])').length),
      ),
    ).toEqual(Array(4).fill(5));
    expect(await page.$$eval(`${CARD}:not([data-fake])`, (all) => all.length)).toBe(1);
    await page.close();
  });

  test('its words in our manner decide nothing, on a look-up page either', async () => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const page = await chromium().open('https://who.is/whois/brand-of-ours.com');
    const popup = await chromium().clickIcon(page);
    await popup.waitForSelector('main[data-host="brand-of-ours.com"]');
    // By the record's registrar, whatever stands beside it.
    await untilOutcome(popup, 'registrar-licensed', 'fail');
    await untilOutcome(popup, 'real-name-done', 'needs-answer');
    await untilOutcome(popup, 'no-foreign-record', 'needs-answer');
    await popup.close();
    await page.close();
  });

  test('on a site of its own the verdict is what it is without them', async () => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const alone = await chromium().openPopup('www.brand-of-theirs.com');
    const headline = await alone.$eval('[data-part=headline]', (line) => line.textContent);
    await alone.close();
    const page = await chromium().open('https://www.brand-of-theirs.com/');
    const popup = await chromium().clickIcon(page);
    await popup.waitForSelector('main[data-page=read]');
    expect(await popup.$eval('[data-part=headline]', (line) => line.textContent)).toBe(headline);
    // A number is what the page says of itself.
    expect(await popup.$('[data-outcome=pass][data-check=no-foreign-record]')).toBeNull();
    expect(await popup.$$eval('a[href*="evil.example"]', (all) => all.length)).toBe(0);
    expect(await storedIn(chromium())).toEqual({});
    await popup.close();
    await page.close();
  });
});
