/**
 * The way of a person who looks a name up: from the site to the place that has its record, back
 * with the answers, on to the registrar's console and to the ministry's query; and how many
 * questions are left at each stop.
 */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { storedIn } from '../support/browser/fixtures.ts';
import { openScreen, outcomesOf } from '../support/browser/outcomes.ts';
import { RDAP } from '../support/browser/rdap.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { startChromium } from '../support/browser/started.ts';

const html = (title: string, body: string) =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
const rows = (all: Readonly<Record<string, string>>) =>
  `<table>${Object.entries(all)
    .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
    .join('')}</table>`;

/** The name that the pages are about. */
let name = '';
const [REGISTRAR, ...OTHERS] = RDAP.entities;
const LICENSED = {
  ...REGISTRAR,
  handle: '1599',
  publicIds: [{ type: 'IANA Registrar ID', identifier: '1599' }],
  vcardArray: ['vcard', [['fn', {}, 'text', 'Alibaba Cloud Computing Ltd. d/b/a HiChina (www.net.cn)']]],
};
// Names that are older than the ministry's records of verification need the day of it.
const EVENTS = [
  { eventAction: 'registration', eventDate: '2020-03-02T02:00:00Z' },
  { eventAction: 'expiration', eventDate: '2098-03-02T02:00:00Z' },
];
const serve: Serve = ({ hostname }) => {
  switch (hostname) {
    case 'rdap.verisign.com':
      return {
        body: `<pre>${JSON.stringify({ ...RDAP, ldhName: name.toUpperCase(), entities: [LICENSED, ...OTHERS], events: EVENTS })}</pre>`,
      };
    case 'webwhois.cnnic.cn':
      return {
        body: html(
          'WHOIS',
          rows({
            域名: name,
            域名状态: 'ok',
            注册者: '杭州示例有限公司',
            所属注册服务机构: '阿里云计算有限公司（万网）',
            注册时间: '2020-03-02 10:00:00',
            到期时间: '2098-03-02 10:00:00',
          }),
        ),
      };
    case 'dc.console.aliyun.com':
      return {
        body: html(
          '域名',
          `<h1>${name}</h1>${rows({
            域名: name,
            注册日期: '2020-03-02',
            到期日期: '2098-03-02',
            域名所有者: '杭州示例有限公司',
            实名认证: '已实名认证',
          })}`,
        ),
      };
    case 'beian.miit.gov.cn':
      return {
        body: html(
          'ICP/IP地址/域名信息备案管理系统',
          `<input value="${name}"><table><thead><tr><th>序号</th><th>主办单位名称</th><th>主办单位性质</th><th>ICP备案/许可证号</th><th>审核通过日期</th></tr></thead><tbody></tbody></table><p>未查询到符合条件的记录，共 0 条</p>`,
        ),
      };
    default:
      return null;
  }
};

async function openQuestions(page: Page): Promise<string[]> {
  const found = await outcomesOf(page);
  return Object.keys(found).filter((check) => found[check] === 'needs-answer');
}

/** Accepts what the record proposes, a click each, until nothing more is proposed. */
async function acceptAll(popup: Page): Promise<string[]> {
  const accepted: string[] = [];
  for (;;) {
    const proposed = await popup.evaluate(
      () => document.querySelector('.proposal [data-accept]')?.getAttribute('data-accept') ?? null,
    );
    if (proposed === null) return accepted;
    await popup.click(`.proposal [data-accept="${proposed}"]`);
    await popup.waitForSelector(`.proposal [data-accept="${proposed}"]`, { hidden: true });
    accepted.push(proposed);
  }
}

describe('a name that is looked up', () => {
  const chromium = startChromium({ serve });

  test.each([
    [
      'brand-of-walks.com',
      ['rdap', 'registry', 'miit'],
      'https://rdap.verisign.com/com/v1/domain/brand-of-walks.com',
      [11, 6, 3, 2],
    ],
    [
      'brand-of-walks.cn',
      ['cnnic', 'miit'],
      'https://webwhois.cnnic.cn/WhoisServlet?queryType=Domain&domain=brand-of-walks.cn',
      [11, 3, 3, 2],
    ],
  ])('%s: each stop answers in the case of the site', async (looked, kinds, first, counts) => {
    name = looked;
    await chromium().evaluate(() => chrome.storage.local.clear());
    const site = await chromium().openPopup(`www.${name}`);
    const left = [await openQuestions(site)];
    await openScreen(site, 'record');
    const places = await site.$$eval('[data-look-up]', (all) =>
      all.map((one) => [one.getAttribute('data-look-up'), one.querySelector('a')?.getAttribute('href')] as const),
    );
    expect(places.map(([kind]) => kind)).toEqual(kinds);
    expect(places[0]?.[1]).toBe(first);
    await site.close();
    for (const address of [first, 'https://dc.console.aliyun.com/next/detail', places.at(-1)?.[1] ?? '']) {
      const page = await chromium().open(address);
      const popup = await chromium().clickIcon(page);
      await popup.waitForSelector(`main[data-host="${name}"] [data-record-of="${name}"]`);
      const accepted = await acceptAll(popup);
      await expect
        .poll(async () => {
          const stored = JSON.stringify(await storedIn(chromium()));
          return accepted.filter((answer) => !stored.includes(`"${answer}":`));
        })
        .toEqual([]);
      const { hostname } = new URL(address);
      await expect.poll(async () => JSON.stringify(await storedIn(chromium()))).toContain(hostname);
      await popup.close();
      await page.close();
      const again = await chromium().openPopup(`www.${name}`);
      left.push(await openQuestions(again));
      await again.close();
    }
    expect(left.map((open) => open.length)).toEqual(counts);
    // Neither stands in a record: where it will be served, and what else is open in accounts.
    expect(left.at(-1)).toEqual(['filing-needed', 'no-open-application']);
    expect(JSON.stringify(await storedIn(chromium()))).not.toContain('杭州示例有限公司');
  });
});
