import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { consoleOfHost } from '../../src/domain/prompts/console-prompts.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { requireBrowser } from '../support/browser/find-browser.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { fixture, hintsOn, pageFromFacts } from '../support/browser/fixtures.ts';
import { BROWSERS } from '../support/browser/kinds.ts';
import type { Serve } from '../support/browser/served-pages.ts';
import { rules } from '../support/shipped-ruleset.ts';

interface Site {
  readonly console: string;
  readonly address: string;
  readonly fixture: string;
  /** What the pill says that the page is for; null: no pill. */
  readonly topic: string | null;
}

const PAGES = join(ROOT, 'test/support/fixtures/pages');
const SHOWN = /^<!-- shown: (\S+) (\S+) (\S+) -->$/gm;

/**
 * Each fixture says in its first lines for which consoles it stands, under which addresses, and the
 * topic there (`-`: none).
 */
const SITES: readonly Site[] = readdirSync(PAGES).flatMap((file) =>
  [...readFileSync(join(PAGES, file), 'utf8').matchAll(SHOWN)].map(([, console = '', address = '', topic = '']) => ({
    console,
    address,
    fixture: file.replace(/\.html$/, ''),
    topic: topic === '-' ? null : topic,
  })),
);

/** Pages of the same owners that are no consoles: help, shops, mail. */
const ELSEWHERE = [
  'https://help.aliyun.com/zh/icp-filing/',
  'https://cloud.tencent.com/document/product/243/',
  'https://support.huaweicloud.com/icp_faq/',
  'https://www.alibabacloud.com/help/icp-filing',
  'https://porkbun.com/products/domains',
  'https://www.west.cn/faq/',
];

const FROM_FACTS = rules.consoles.filter((one) => one.sites.length > 0).map((one) => pageFromFacts(rules, one));

const serve: Serve = (url) => {
  const written = SITES.find((one) => one.address === url.href);
  if (written) return fixture(written.fixture);
  return FROM_FACTS.find((one) => one.address === url.href)?.served ?? fixture('search');
};

test('every fixture stands at the console that it names, under an address of its own', () => {
  expect(SITES.length).toBeGreaterThan(25);
  for (const { address, console } of SITES)
    expect(consoleOfHost(rules, new URL(address).host)?.id, address).toBe(console);
  const addresses = [...SITES, ...FROM_FACTS].map((one) => one.address);
  expect(new Set(addresses).size).toBe(addresses.length);
});

describe.each(BROWSERS)('consoles in %s', (kind) => {
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

  // Pages made from the facts show every prompt of every console, also of those without a fixture;
  // one browser is enough.
  const pages = kind === 'chromium' ? [...SITES, ...FROM_FACTS] : SITES;
  test.each(pages)('$console at $address: what must appear, and nothing else', async ({ address, topic }) => {
    const errors: string[] = [];
    const page = await started.open(address, (opened) => {
      opened.on('pageerror', (error) => errors.push(String(error)));
      opened.on('console', (message) => {
        if (/^(?:error|warn)/.test(message.type())) errors.push(message.text());
      });
    });
    if (topic !== null) await page.waitForSelector(`[data-icp-filing-guide=pill][data-topic=${topic}]`);
    const before = await page.evaluate(() => document.querySelector('main')?.textContent);
    for (const hint of ['card', 'chip'] as const) {
      const { wanted } = await hintsOn(page, hint);
      await expect.poll(async () => (await hintsOn(page, hint)).shown).toEqual(wanted);
    }
    await fillFields(page);
    for (const hint of ['card', 'chip'] as const) expect((await hintsOn(page, hint)).astray).toEqual([]);
    // Nothing of ours is in the page's text, and so in nothing that is copied.
    expect(await page.evaluate(() => document.querySelector('main')?.textContent)).toBe(before);
    expect(await copied(page)).not.toMatch(/can be filed|Not eligible|approved|ICP Filing Guide/);
    expect(errors).toEqual([]);
    await page.close();
  });

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

/** Types into every field of the fixture, and looks which of them got a note. */
async function fillFields(page: Page): Promise<void> {
  const fields = await page.$$('[data-type]');
  for (const field of fields) {
    await field.type(await field.evaluate((element) => element.getAttribute('data-type') ?? ''));
  }
  const wanted = await page.$$eval('[data-field]', (all) => all.length);
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-icp-filing-guide=note]').length === count,
    { polling: 50 },
    wanted,
  );
  const beside = await page.$$eval('[data-icp-filing-guide=note]', (notes) =>
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
