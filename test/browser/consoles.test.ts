import { readdirSync, readFileSync } from 'node:fs';
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

const PAGES = join(ROOT, 'test/fixtures/pages');
const SHOWN = /^<!-- shown: (\S+) (\S+) (\S+) -->$/gm;

/** Each fixture says in its first lines for which consoles it stands, under which addresses, and the topic there (`-`: none). */
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

const serve: Serve = (url) => {
  const known = SITES.find((one) => one.address === url.href);
  return known ? fixture(known.fixture) : fixture('search');
};

test('every console that has pages has a fixture here', () => {
  const covered = new Set(SITES.map((one) => one.console));
  const missing = rules.consoles.filter((one) => one.sites.length > 0 && !covered.has(one.id));
  expect(missing.map((one) => one.id)).toEqual([]);
  expect(SITES.length).toBeGreaterThanOrEqual(rules.consoles.length);
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
