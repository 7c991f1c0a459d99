import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { consoleOfHost } from '../../src/domain/prompts/find-console.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import {
  expectHints,
  FIRST_SITES,
  FROM_FACTS,
  OTHER_SITES,
  SITES,
  serveConsoles as serve,
} from '../support/browser/console-pages.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { copyWithHosts, optionalHosts } from '../support/browser/granted.ts';
import { RUNS } from '../support/browser/kinds.ts';
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

describe.each(RUNS)('consoles in $kind', ({ kind, further, pick }) => {
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

  test.each(pick(FIRST_SITES, OTHER_SITES))('$console at $address: what must appear, and nothing else', (site) =>
    expectHints(started, site),
  );

  further('pages of the same owners that are no consoles are left alone', async () => {
    const pages: Page[] = [];
    for (const address of ELSEWHERE) pages.push(await started.open(address));
    // A console opened after them has its hints: had these pages any coming, they would be there.
    const console = await started.open('https://wanwang.aliyun.com/domain/searchresult');
    await console.waitForSelector('[data-icp-filing-guide=chip]');
    for (const page of pages) {
      const hints = await page.evaluate(
        () => document.querySelectorAll('[data-tone],[data-guidance],[data-topic]').length,
      );
      expect(hints, page.url()).toBe(0);
    }
    for (const page of [console, ...pages]) await page.close();
  });
});
