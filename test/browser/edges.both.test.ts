import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { addLate, fixture } from '../support/browser/fixtures.ts';
import { RUNS } from '../support/browser/kinds.ts';
import type { Serve } from '../support/browser/served-pages.ts';

const CARDS = 'https://console.huaweicloud.com/beian/';
const LIST = 'https://wanwang.aliyun.com/domain/searchresult';
const CARD = '[data-icp-filing-guide=card]';
const CHIP = '[data-icp-filing-guide=chip]';
const PILL = '[data-icp-filing-guide=pill]';

/** A document of one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF`;
const serve: Serve = (url) => {
  if (url.pathname.endsWith('.pdf')) return { body: PDF, contentType: 'application/pdf' };
  if (url.pathname.endsWith('.json')) return { body: '{"name":"example.io"}', contentType: 'application/json' };
  if (url.pathname.endsWith('.txt'))
    return { body: '域名未实名认证 example.io', contentType: 'text/plain; charset=utf-8' };
  return fixture(url.href === CARDS ? 'huawei-cloud' : 'search');
};

describe.each(RUNS)('where hints end, in $kind', ({ kind, first, further, pick }) => {
  let started: Chromium | Firefox;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    started = kind === 'chromium' ? await launchChromium({ serve }) : await launchFirefox({ serve });
  });
  afterAll(async () => {
    await started?.close();
  });

  async function open(address: string): Promise<void> {
    errors = [];
    page = await started.open(address, (opened) => {
      opened.on('pageerror', (error) => errors.push(String(error)));
      opened.on('console', (message) => {
        if (/^(?:error|warn)/.test(message.type())) errors.push(message.text());
      });
    });
  }
  /** Kinds of hints that can be seen and pressed: what lies anywhere in the window. */
  const seen = () =>
    page.evaluate(() => {
      const found: (string | null | undefined)[] = [];
      for (let y = 4; y < innerHeight; y += 8)
        for (let x = 4; x < innerWidth; x += 8)
          found.push(document.elementFromPoint(x, y)?.getAttribute('data-icp-filing-guide'));
      return [...new Set(found.filter((one) => typeof one === 'string'))].sort();
    });

  further('in what is no page: .pdf, .json, .txt', async () => {
    // They are opened first, so that their hints would be there before those of a page that has
    // some.
    const plain: Page[] = [];
    for (const type of ['pdf', 'json', 'txt']) {
      await open(`${LIST}.${type}`);
      plain.push(page);
    }
    await open(LIST);
    await page.waitForSelector(PILL);
    for (const one of plain) {
      await one.bringToFront();
      const hints = await one.evaluate(() => document.querySelectorAll('[data-icp-filing-guide]').length);
      expect(hints, one.url()).toBe(0);
    }
    for (const one of [page, ...plain]) await one.close();
  });

  test
    .runIf(kind === 'chromium')
    .each(pick([{ address: CARDS, kinds: [CARD, PILL] }], [{ address: LIST, kinds: [CHIP, PILL] }]))(
    'nothing of ours is printed, whatever the page says of its elements: $address',
    async ({ address, kinds }) => {
      await open(address);
      for (const name of kinds) await page.waitForSelector(name);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('div, * { display: block !important; visibility: visible !important }');
        document.adoptedStyleSheets.push(sheet);
      });
      const drawn = (name: string) =>
        page.$$eval(name, (all) => all.filter((one) => one.getClientRects().length > 0).length);
      for (const name of kinds) expect(await drawn(name), name).toBeGreaterThan(0);
      await page.emulateMediaType('print');
      for (const name of kinds) expect(await drawn(name), name).toBe(0);
      await page.close();
    },
  );

  // The last one: nothing of the extension is left after it.
  first('with the extension: removed under a page, it leaves nothing that is seen, and no error', async () => {
    await open(CARDS);
    await expect.poll(seen).toEqual(['card', 'pill']);
    await started.removeExtension();
    await expect.poll(seen).toEqual([]);
    await addLate(page, '您的域名显示即将过期', 'late-one');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await seen()).toEqual([]);
    expect(errors).toEqual([]);
  });
});
