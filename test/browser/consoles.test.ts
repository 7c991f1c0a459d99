import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { type Firefox, launchFirefox } from '../../src/tools/firefox.ts';
import type { Serve } from '../../src/tools/pages.ts';
import { rules } from '../rules.ts';
import { fixture, hintsOn } from './fixtures.ts';

interface Site {
  readonly console: string;
  readonly address: string;
  readonly fixture: string;
  /** What the pill says that the page is for; null: no pill. */
  readonly topic: string | null;
}

const site = (console: string, address: string, topic: string | null, name = console): Site => ({
  console,
  address,
  fixture: name,
  topic,
});

const SITES: readonly Site[] = [
  site('aliyun', 'https://beian.aliyun.com/order/index.htm', 'filing'),
  site('aliyun', 'https://wanwang.aliyun.com/domain/searchresult', 'search', 'search'),
  site('aliyun-intl', 'https://dc.console.alibabacloud.com/', 'domains'),
  site('tencent-cloud', 'https://console.cloud.tencent.com/beian/manage/material', 'filing-status'),
  site('tencent-cloud', 'https://buy.cloud.tencent.com/domain', 'search', 'search'),
  site('dnspod', 'https://console.dnspod.cn/dns/list', 'dns'),
  site('huawei-cloud', 'https://console.huaweicloud.com/beian/', 'filing'),
  site('baidu-cloud', 'https://console.bce.baidu.com/bcd/', 'domains'),
  site('baidu-cloud', 'https://beian.bce.baidu.com/', 'filing', 'baidu-filing'),
  site('volcengine', 'https://console.volcengine.com/beian/overview/', 'filing'),
  site('jd-cloud', 'https://icp.jdcloud.com/', 'filing'),
  site('west', 'https://www.west.cn/manager/domain/', 'domains'),
  site('xinnet', 'https://www.xinnet.com/domain/', 'search'),
  site('22-cn', 'https://am.22.cn/ykj/', 'search'),
  site('ename', 'https://my.ename.com/', 'domains'),
  site('azure-china', 'https://icp.azure.cn/', 'filing'),
  site('aws-china', 'https://cn-north-1.console.amazonaws.cn/cloudfront/home', 'cdn'),
  site('cloudflare', 'https://dash.cloudflare.com/0123/domains', 'domains'),
  site('godaddy', 'https://dcc.godaddy.com/control/portfolio', 'domains'),
  site('namecheap', 'https://ap.www.namecheap.com/domains/list/', 'domains'),
  site('porkbun', 'https://porkbun.com/account/domainsSpeedy', 'domains'),
  site('gandi', 'https://admin.gandi.net/domain', 'domains'),
  site('name-com', 'https://www.name.com/account/domain', 'domains'),
  site('dynadot', 'https://www.dynadot.com/account/domain/name/list.html', 'domains'),
  site('squarespace', 'https://account.squarespace.com/domains', 'domains'),
  site('namesilo', 'https://www.namesilo.com/account_domains.php', 'domains'),
  site('route53', 'https://us-east-1.console.aws.amazon.com/route53/domains/home', 'domains'),
  site('google-cloud-domains', 'https://console.cloud.google.com/net-services/domains/registrations', 'domains'),
  site('miit', 'https://beian.miit.gov.cn/', 'query'),
];

/** Pages of the same owners that are no consoles: help, shops, mail. */
const ELSEWHERE = [
  'https://help.aliyun.com/zh/icp-filing/',
  'https://cloud.tencent.com/document/product/243/',
  'https://support.huaweicloud.com/icp_faq/',
  'https://www.alibabacloud.com/help/icp-filing',
  'https://porkbun.com/products/domains',
  'https://www.west.cn/faq/',
];

const serve: Serve = (url) => {
  const known = SITES.find((one) => one.address === url.href);
  return known ? fixture(known.fixture) : fixture('search');
};

test('every console that has pages has a fixture here', () => {
  const covered = new Set(SITES.map((one) => one.console));
  const missing = rules.consoles.filter((one) => one.sites.length > 0 && !covered.has(one.id));
  expect(missing.map((one) => one.id)).toEqual([]);
  expect(rules.consoles).toHaveLength(27);
});

describe.each(['chromium', 'firefox'] as const)('consoles in %s', (kind) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started =
      kind === 'chromium'
        ? await launchChromium({ executable: requireBrowser(kind), extension: join(ROOT, 'dist/chrome'), serve })
        : await launchFirefox({ executable: requireBrowser(kind), extension: join(ROOT, 'dist/firefox'), serve });
  });
  afterAll(async () => {
    await started?.close();
  });

  test.each(SITES)('$console at $address: what must appear, and nothing else', async ({ address, topic }) => {
    const errors: string[] = [];
    const page = await started.open(address, (opened) => {
      opened.on('pageerror', (error) => errors.push(String(error)));
      opened.on('console', (message) => {
        if (/^(?:error|warn)/.test(message.type())) errors.push(message.text());
      });
    });
    if (topic !== null) await page.waitForSelector(`icp-filing-guide-pill[data-topic=${topic}]`);
    const before = await page.evaluate(() => document.querySelector('main')?.textContent);
    for (const hint of ['card', 'chip'] as const) {
      const { wanted } = await hintsOn(page, hint);
      await expect.poll(async () => (await hintsOn(page, hint)).shown, { timeout: 15_000 }).toEqual(wanted);
    }
    await fillFields(page);
    for (const hint of ['card', 'chip'] as const) expect((await hintsOn(page, hint)).astray).toEqual([]);
    // Nothing of ours is in the page's text, and so in nothing that is copied.
    expect(await page.evaluate(() => document.querySelector('main')?.textContent)).toBe(before);
    expect(await copied(page)).not.toMatch(/can be filed|cannot be filed|approved|ICP Filing Guide/);
    expect(errors).toEqual([]);
    await page.close();
  });

  test.each(ELSEWHERE)('%s is left alone', async (address) => {
    const page = await started.open(address);
    // A console opened after it has its hints: had this page any coming, they would be there.
    const other = await started.open('https://wanwang.aliyun.com/domain/searchresult');
    await other.waitForSelector('icp-filing-guide-chip');
    expect(
      await page.evaluate(() => document.querySelectorAll('[data-tone],[data-guidance],[data-topic]').length),
    ).toBe(0);
    await other.close();
    await page.close();
  });
});

/** Types into every field of the fixture, and looks which of them got a note. */
async function fillFields(page: Page): Promise<void> {
  const fields = await page.$$('[data-type]');
  for (const field of fields) {
    await field.type(await field.evaluate((element) => element.getAttribute('data-type') ?? ''));
  }
  const wanted = await page.$$eval('[data-field]', (all) => all.length);
  await page.waitForFunction(
    (count) => document.querySelectorAll('icp-filing-guide-note').length === count,
    { timeout: 10_000, polling: 50 },
    wanted,
  );
  const beside = await page.$$eval('icp-filing-guide-note', (notes) =>
    notes.map((note) => note.previousElementSibling?.hasAttribute('data-field') ?? false),
  );
  expect(beside).not.toContain(false);
}

/** What a person gets who selects the page and copies it. */
function copied(page: Page): Promise<string> {
  return page.evaluate(() => {
    getSelection()?.selectAllChildren(document.body);
    const text = getSelection()?.toString() ?? '';
    getSelection()?.removeAllRanges();
    return text;
  });
}
