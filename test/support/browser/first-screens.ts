/**
 * Each state's first screen is seen at a glance: no higher than a popup can be, with few things to
 * click.
 */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { keptAnswers, PERSON, SETTLED } from './kept-answers.ts';
import { openScreen } from './outcomes.ts';
import { startChromium } from './started.ts';

/** With the dot and the suffix sixty characters. */
const LONG = 'an-honest-brand-name-of-quite-some-length-and-some-glory';
const HIGHEST = 600;
const MOST_STOPS = 25;

interface State {
  /** Whether it shows more than most, and so comes first. */
  readonly isFull?: true;
  readonly situation: string;
  readonly host: string;
  readonly kept?: Readonly<Record<string, unknown>>;
}

const NAME = `${LONG}.com`;
/** A name that is long in both of its spellings. */
const CHINESE = '大港精密仪器与照明设备制造有限公司.网址';
const CHINESE_HOST = new URL(`https://${CHINESE}`).hostname;
const STATES: readonly State[] = [
  { situation: 'undecided', host: `www.${NAME}` },
  // The registrar is asked for: chips, a field and another way.
  {
    isFull: true,
    situation: 'undecided',
    host: `www.${NAME}`,
    kept: { [`case:${NAME}`]: keptAnswers({}, { [`www.${NAME}`]: { hosting: 'mainland' } }) },
  },
  {
    situation: 'undecided',
    host: NAME,
    kept: {
      profile: PERSON,
      [`case:${NAME}`]: keptAnswers({ registrar: 'alibaba-cloud' }, { [NAME]: { hosting: 'mainland' } }),
    },
  },
  { situation: 'not-yet', host: `www.${NAME}`, kept: { [`case:${NAME}`]: keptAnswers({ registrar: 'godaddy' }) } },
  {
    isFull: true,
    situation: 'not-yet',
    host: `www.${NAME}`,
    kept: {
      [`case:${NAME}`]: keptAnswers({
        registrar: 'godaddy',
        registeredOn: '2026-11-20',
        expiresOn: '2020-01-01',
        realName: 'not-done',
        holder: 'other',
        record: 'other',
      }),
    },
  },
  { isFull: true, situation: 'cannot', host: NAME.replace(/\.com$/, '.io') },
  // What is known of the suffix is weak, and takes a longer line.
  { situation: 'cannot', host: NAME.replace(/\.com$/, '.de') },
  { situation: 'undecided', host: `www.${CHINESE}` },
  {
    situation: 'not-yet',
    host: `www.${CHINESE}`,
    kept: { [`case:${CHINESE_HOST}`]: keptAnswers({ registrar: 'namecheap' }) },
  },
  { situation: 'suffix-unknown', host: NAME.replace(/\.com$/, '.me') },
  { situation: 'registrar-unknown', host: NAME, kept: { [`case:${NAME}`]: keptAnswers({ registrar: 'iana-9999' }) } },
  { isFull: true, situation: 'platform', host: `${LONG.slice(0, 49)}.github.io` },
  { isFull: true, situation: 'government', host: `www.${LONG.slice(0, 49)}.gov.cn` },
  {
    situation: 'outside',
    host: NAME,
    kept: { [`case:${NAME}`]: keptAnswers({}, { [NAME]: { hosting: 'elsewhere' } }) },
  },
  { situation: 'filed', host: NAME, kept: { [`case:${NAME}`]: keptAnswers({ record: 'own', registrar: 'godaddy' }) } },
  {
    isFull: true,
    situation: 'eligible',
    host: `www.${NAME}`,
    kept: { profile: PERSON, [`case:${NAME}`]: keptAnswers(SETTLED, { [`www.${NAME}`]: { hosting: 'mainland' } }) },
  },
  {
    isFull: true,
    situation: '',
    host: '203.0.113.9',
    kept: Object.fromEntries(
      ['io', 'me', 'cn', 'com', 'net', 'top'].map((suffix) => [
        `case:${LONG}.${suffix}`,
        keptAnswers({ registrar: 'godaddy' }),
      ]),
    ),
  },
  { situation: '', host: 'intranet-host' },
  { situation: '', host: 'about:blank' },
];

const NUMBERS =
  '<footer><a href="https://beian.miit.gov.cn/">沪ICP备17028746号-3</a> <a href="https://beian.mps.gov.cn/#/query/webSearch?code=31010502002345">沪公网安备31010502002345号</a></footer>';
const PAGES: Readonly<Record<string, string>> = {
  [`www.${NAME}`]: NUMBERS,
  [`www.${LONG.slice(0, 49)}.gov.cn`]: NUMBERS,
  'who.is': `<h1>${NAME}</h1><table>${[
    ['Domain Name', NAME],
    ['Registrar', 'GoDaddy.com, LLC'],
    ['Registrar IANA ID', '146'],
    ['Creation Date', '2015-03-02'],
    ['Registry Expiry Date', '2098-03-02'],
  ]
    .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
    .join('')}</table>`,
  // Bought of late, by somebody with a long name.
  'www.whois.com': `<h1>${NAME}</h1><pre>Domain Name: ${NAME}
Registrar: Key-Systems GmbH
Registrar IANA ID: 269
Creation Date: 2026-10-30T10:00:00Z
Registry Expiry Date: 2027-10-30T10:00:00Z
Registrant Organization: An Honest Brand of Quite Some Length and Some Glory Company Limited
</pre>`,
  'whois.cnnic.cn': `<h1>${LONG}.cn</h1><pre>Domain Name: ${LONG}.cn
Domain Status: ok
Registrant: 深圳市某某科技有限公司
Sponsoring Registrar: 阿里云计算有限公司（万网）
Registration Time: 2026-11-19 11:02:11
Expiration Time: 2027-11-19 11:02:11
</pre>`,
  [CHINESE_HOST]: '<p>该网站暂时无法进行访问</p><p>该网站未根据工信部相关法律规定获取有效ICP备案信息</p>',
  'beian.aliyun.com/order': '<form><input value="myname.top"></form><p>域名未入库</p>',
  'beian.aliyun.com/order/dated': '<form><input value="myname.top"></form><p>注册时间：2026-11-24</p><p>域名未入库</p>',
  'beian.aliyun.com/order/two': `<form><input value="${NAME}"></form><p>域名未入库</p><p>TLD未批复</p>`,
  'beian.aliyun.com/order/many': `<form>${['com', 'cn', 'net', 'top', 'xyz']
    .map((suffix) => `<input value="${LONG}.${suffix}">`)
    .join('')}</form><p>域名未入库</p><p>TLD未批复</p><p>注册商未批复</p>`,
  'beian.aliyun.com/order/bare': '<form><input value="myname.io"></form><p>TLD未批复</p>',
  [NAME]: '<p>该网站暂时无法进行访问</p><p>该网站未根据工信部相关法律规定获取有效ICP备案信息</p>',
};
const page = (body: string) => ({
  body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
});

/** How high a view is, and how much of it can be clicked or tabbed to. */
function measured(view: Page): Promise<{ readonly height: number; readonly stops: number }> {
  return view.evaluate(() => {
    const parts = [...(document.querySelector('main')?.children ?? [])];
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    return {
      // The middle scrolls where there is not enough room: what it holds counts, and not what is
      // seen of it.
      height: Math.ceil(
        parts.reduce((sum, part) => sum + Math.max(part.scrollHeight, part.getBoundingClientRect().height), 0),
      ),
      stops: stops.filter((stop) => stop.checkVisibility()).length,
    };
  });
}

/**
 * Defines the tests of every state in a browser of a language, or of the fullest and of what leads
 * from one to the next alone.
 */
export function testFirstScreens(language: string, isAll = true): void {
  const chromium = startChromium({
    language,
    serve: ({ hostname, pathname }) => {
      const body = PAGES[`${hostname}${pathname}`] ?? PAGES[hostname];
      return body === undefined ? null : page(body);
    },
  });

  test.each(STATES.filter(({ isFull = false }) => isAll || isFull))(
    '$situation, $host',
    async ({ situation, host, kept = {} }) => {
      await chromium().evaluate(async (all) => {
        await chrome.storage.local.clear();
        await chrome.storage.local.set(all);
      }, kept);
      const view = await chromium().openPopup(host);
      expect(await view.$eval('main', (main) => main.dataset.situation)).toBe(situation);
      await view.evaluate(() => document.body.classList.add('popup'));
      const { height, stops } = await measured(view);
      expect(height).toBeLessThanOrEqual(HIGHEST);
      expect(stops).toBeLessThanOrEqual(MOST_STOPS);
      expect(stops).toBeGreaterThan(2);
      await view.close();
    },
  );

  test('every decisive question in its turn, with the way back from the answer before it', async () => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const view = await chromium().openPopup(`www.${NAME}`);
    await view.evaluate(() => document.body.classList.add('popup'));
    const asked = () => view.evaluate(() => document.querySelector<HTMLElement>('[data-asks]')?.dataset.asks ?? '');
    const seen: string[] = [];
    for (let now = await asked(); now !== ''; now = await asked()) {
      seen.push(now);
      // What is answered first of each leads on.
      await view.click('[data-asks] .chips button');
      await view.waitForFunction((before) => document.querySelector(`[data-asks="${before}"]`) === null, {}, now);
      await view.waitForSelector('.undo button');
      const { height, stops } = await measured(view);
      expect(height, `after ${now}`).toBeLessThanOrEqual(HIGHEST);
      expect(stops, `after ${now}`).toBeLessThanOrEqual(MOST_STOPS);
    }
    expect(seen.slice(0, 2)).toEqual(['hosting', 'registrar']);
    expect(seen.length).toBeGreaterThan(2);
    await view.close();
  });

  const COMPARED = [
    ['much to put right', NAME, { registrar: 'godaddy', expiresOn: '2020-01-01', holder: 'other', record: 'other' }],
    ['a day to wait for', `www.${NAME}`, { registrar: 'godaddy', registeredOn: '2026-11-20' }],
  ] as const;
  test.each(isAll ? COMPARED : COMPARED.slice(0, 1))('two names side by side, %s', async (_what, host, answers) => {
    await chromium().evaluate(
      async (key, kept) => {
        await chrome.storage.local.clear();
        await chrome.storage.local.set({ [key]: kept });
      },
      ...([`case:${NAME}`, keptAnswers(answers)] as const),
    );
    const view = await chromium().openPopup(host);
    await view.evaluate(() => document.body.classList.add('popup'));
    await openScreen(view, 'compare');
    await view.waitForSelector('[data-quicker="1"]');
    // Suffixes tell them apart: they are to be seen however long the names are.
    const ends = await view.$$eval('.versus thead .short-name > :last-child', (all) =>
      all.map((end) => [end.textContent, end.scrollWidth <= end.clientWidth]),
    );
    expect(ends).toEqual([
      ['.com', true],
      ['.cn', true],
    ]);
    const { height, stops } = await measured(view);
    expect(height).toBeLessThanOrEqual(HIGHEST);
    expect(stops).toBeLessThanOrEqual(MOST_STOPS);
    // What there is no room for is counted, and unfolds to as many.
    const rest = await view.$$eval('.versus .more', (all) =>
      all.map((more) => {
        more.querySelector('summary')?.click();
        const counted = /\d+/.exec(more.querySelector('summary span')?.textContent ?? '')?.[0];
        const lines = [...more.querySelectorAll('li')].filter((line) => line.checkVisibility());
        return [counted, String(lines.length)];
      }),
    );
    expect(rest).not.toEqual([]);
    expect(rest.map(([counted]) => counted)).toEqual(rest.map(([, unfolded]) => unfolded));
    await view.click('.versus thead button');
    await view.waitForSelector(`main[data-host="${LONG}.cn"][data-screen=""]`);
    await view.close();
  });

  const records = [
    ['not-yet', 'who.is'],
    ['not-yet', 'www.whois.com'],
    ['undecided', 'whois.cnnic.cn'],
  ] as const;
  test.each(isAll ? records : records.slice(0, 1))('a page that shows a record: %s, %s', async (situation, place) => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const tab = await chromium().open(`https://${place}/`);
    const view = await chromium().clickIcon(tab);
    await view.waitForSelector(`main[data-situation="${situation}"] .undo button`);
    const { height, stops } = await measured(view);
    expect(height).toBeLessThanOrEqual(HIGHEST);
    expect(stops).toBeLessThanOrEqual(MOST_STOPS);
    await view.close();
    await tab.close();
  });

  const pages = [
    ['claimed', `https://www.${NAME}/`],
    ['government', `https://www.${LONG.slice(0, 49)}.gov.cn/`],
    ['console', 'https://beian.aliyun.com/order'],
    ['blocked', `https://${NAME}/`],
    ['blocked', `https://${CHINESE}/`],
  ] as const;
  test.each(isAll ? pages : pages.slice(0, -1))('a page that is %s: %s', async (situation, address) => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const tab = await chromium().open(address);
    const view = await chromium().clickIcon(tab);
    await view.waitForSelector(`main[data-page=read][data-situation="${situation}"]`);
    const { height, stops } = await measured(view);
    expect(height).toBeLessThanOrEqual(HIGHEST);
    expect(stops).toBeLessThanOrEqual(MOST_STOPS);
    await view.close();
    await tab.close();
  });

  const AMONG = [
    ['among many', '/order/many', 3],
    ['alone', '/order', 1],
    ['beside a record', '/order/dated', 1],
    ['beside another', '/order/two', 2],
  ] as const;
  test.each(isAll ? AMONG : AMONG.slice(0, 1))('a console’s message with its day: %s', async (_where, path, count) => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const tab = await chromium().open(`https://beian.aliyun.com${path}`);
    const view = await chromium().clickIcon(tab);
    await view.waitForSelector('main[data-page=read][data-situation=console]');
    expect(await view.$$eval('[data-message]', (all) => all.length)).toBe(count);
    await view.click('[data-asks=realNameOn] [data-value="0"]');
    await view.waitForSelector('[data-asks=realNameOn] [aria-pressed=true]');
    // Of several domains nobody knows which is meant: nothing is kept that could be undone.
    if (path !== '/order/many') await view.waitForSelector('.undo button');
    const { height, stops } = await measured(view);
    expect(height).toBeLessThanOrEqual(HIGHEST);
    expect(stops).toBeLessThanOrEqual(MOST_STOPS);
    await view.close();
    await tab.close();
  });

  test('a console’s message and a name are read where nothing else speaks of domains', async () => {
    await chromium().evaluate(() => chrome.storage.local.clear());
    const tab = await chromium().open('https://beian.aliyun.com/order/bare');
    const view = await chromium().clickIcon(tab);
    await view.waitForSelector('main[data-page=read] [data-message=suffix-not-supported]');
    await view.waitForSelector('[data-name="myname.io"]');
    const { height } = await measured(view);
    expect(height).toBeLessThanOrEqual(HIGHEST);
    await view.close();
    await tab.close();
  });
}
