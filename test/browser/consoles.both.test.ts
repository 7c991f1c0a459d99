import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { consoleOfHost } from '../../src/domain/prompts/find-console.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { expectHints, FROM_FACTS, SITES, serveConsoles as serve } from '../support/browser/console-pages.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { copyWithHosts, optionalHosts } from '../support/browser/granted.ts';
import { BROWSERS } from '../support/browser/kinds.ts';
import { rules } from '../support/shipped-ruleset.ts';

/** Pages of the same owners that are no consoles: help, shops, mail. */
const ELSEWHERE = [
  'https://help.aliyun.com/zh/icp-filing/',
  'https://cloud.tencent.com/document/product/243/',
  'https://support.huaweicloud.com/icp_faq/',
  'https://www.alibabacloud.com/help/icp-filing',
  'https://porkbun.com/products/domains',
  'https://www.west.cn/faq/',
];

test('every fixture stands at the console that it names, under an address of its own', () => {
  expect(SITES.length).toBeGreaterThan(25);
  for (const { address, console } of SITES)
    expect(consoleOfHost(rules, new URL(address).host)?.id, address).toBe(console);
  const addresses = [...SITES, ...FROM_FACTS].map((one) => one.address);
  expect(new Set(addresses).size).toBe(addresses.length);
});

describe.each(BROWSERS)('consoles in %s', (kind) => {
  let started: Chromium | Firefox;
  let extension = '';
  beforeAll(async () => {
    const build = join(ROOT, kind === 'chromium' ? 'dist/chrome' : 'dist/firefox');
    extension = copyWithHosts(build, optionalHosts(build, rules));
    const options = { extension, serve };
    started = kind === 'chromium' ? await launchChromium(options) : await launchFirefox(options);
  });
  afterAll(async () => {
    await started?.close();
    if (extension !== '') rmSync(extension, { recursive: true, force: true });
  });

  test.each(SITES)('$console at $address: what must appear, and nothing else', (site) => expectHints(started, site));

  test.each(ELSEWHERE)('%s is left alone', async (address) => {
    const page = await started.open(address);
    // A console opened after it has its hints: had this page any coming, they would be there.
    const other = await started.open('https://wanwang.aliyun.com/domain/searchresult');
    await other.waitForSelector('[data-icp-filing-guide=chip]');
    expect(
      await page.evaluate(() => document.querySelectorAll('[data-tone],[data-guidance],[data-topic]').length),
    ).toBe(0);
    await other.close();
    await page.close();
  });
});
