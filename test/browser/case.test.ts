import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { requireBrowser } from '../../src/tools/browsers.ts';
import { type Chromium, launchChromium } from '../../src/tools/chromium.ts';
import { type Firefox, launchFirefox } from '../../src/tools/firefox.ts';
import { attributesOf, axeViolations } from './axe.ts';

const HOST = 'shop.example.com.cn';

/** Presses Tab until the focus is on an element that the selector fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The focus never reached ${selector}`);
}

function outcomesOf(page: Page): Promise<Record<string, string>> {
  return page.$$eval('[data-check]', (items) =>
    Object.fromEntries(
      items.map((item) => [item.getAttribute('data-check') ?? '', item.getAttribute('data-outcome') ?? '']),
    ),
  );
}

async function untilOutcome(page: Page, check: string, outcome: string): Promise<void> {
  await page.waitForSelector(`[data-check=${check}][data-outcome=${outcome}]`);
}

describe.each(['chromium', 'firefox'] as const)('a case in %s', (kind) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started =
      kind === 'chromium'
        ? await launchChromium({ executable: requireBrowser(kind), extension: join(ROOT, 'dist/chrome') })
        : await launchFirefox({ executable: requireBrowser(kind), extension: join(ROOT, 'dist/firefox') });
  });
  afterAll(async () => {
    await started?.close();
  });

  test('is answered by keyboard alone, and found as it was when the popup opens again', async () => {
    const page = await started.openPopup(HOST);
    await tabTo(page, '[data-check=filing-needed] input[type=radio]');
    // From "I don't know", the last one, the next choice is the first.
    await page.keyboard.press('ArrowDown');
    await untilOutcome(page, 'filing-needed', 'pass');
    // The line stays where it is, and the focus in it.
    expect(await page.evaluate(() => document.activeElement?.closest('[data-check]')?.getAttribute('data-check'))).toBe(
      'filing-needed',
    );

    await tabTo(page, '[data-check=registrar-licensed] summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-check=registrar-licensed] input[type=search]');
    await page.keyboard.type('阿里');
    await page.keyboard.press('Enter');
    await untilOutcome(page, 'registrar-licensed', 'pass');

    await tabTo(page, '[data-check=real-name-done] summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '[data-check=real-name-done] input[type=radio]');
    await page.keyboard.press('ArrowUp');
    await untilOutcome(page, 'real-name-done', 'fail');
    expect((await attributesOf(page)).standing).toBe('ineligible');
    await tabTo(page, '[data-check=real-name-done] input[type=radio]');
    await page.keyboard.press('ArrowUp');
    await untilOutcome(page, 'real-name-done', 'pass');
    expect((await attributesOf(page)).standing).toBe('depends');
    const before = await outcomesOf(page);
    await untilStored(page);
    await page.close();

    const again = await started.openPopup(HOST);
    expect(await outcomesOf(again)).toEqual(before);
    await again.close();

    // Another name of the same person has no answers of this one.
    const other = await started.openPopup('other-name.com');
    expect((await outcomesOf(other))['registrar-licensed']).toBe('needs-answer');
    await other.close();
  });

  test('an answer can be taken back, and all of them forgotten', async () => {
    const page = await started.openPopup('forget-me.cn');
    await page.click('[data-check=filing-needed] .choice label:nth-of-type(3) span');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.coverage === 'outside');
    await page.click('[data-check=filing-needed] .choice label:last-child span');
    await untilOutcome(page, 'filing-needed', 'needs-answer');
    await page.click('[data-check=filing-needed] .choice label:nth-of-type(1) span');
    await untilOutcome(page, 'filing-needed', 'pass');
    await page.click('footer .actions button');
    await untilOutcome(page, 'filing-needed', 'needs-answer');
    await page.close();
  });

  test('several sub-domains at once, and another name', async () => {
    const page = await started.openPopup('example.com');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('details.settle')) details.open = true;
    });
    await page.type('.list textarea', 'shop\nwww.example.com, other.org');
    const results = await page.$$eval('.list li', (items) => items.map((item) => item.textContent));
    expect(results).toHaveLength(3);
    expect(results[0]).toMatch(/^shop covered/);
    expect(results[2]).toMatch(/^other\.org not below/);
    // What is told of this host is not told of the others.
    await page.evaluate(() =>
      document.querySelector<HTMLDetailsElement>('[data-check=filing-needed] details')?.setAttribute('open', ''),
    );
    await page.click('[data-check=filing-needed] .choice label:nth-of-type(3) span');
    await untilOutcome(page, 'filing-needed', 'not-applicable');
    expect(await page.$$eval('.list li', (items) => items.map((item) => item.textContent))).toEqual(results);
    await page.type('.other-name input', 'foo.io');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main[data-host="foo.io"]');
    await page.close();
  });

  test('the guidance is searched in both languages, and terms unfold', async () => {
    const page = await started.openPopup('example.com');
    for (const [query, id] of [
      ['转入', 'transfer-in'],
      ['certificate', 'domain-certificate'],
    ] as const) {
      await page.$eval('.search input', (input) => {
        (input as HTMLInputElement).value = '';
      });
      await page.type('.search input', query);
      await page.waitForSelector(`.search [data-found-for="${query}"] [data-faq=${id}]`);
    }
    await page.click('.search [data-faq=domain-certificate] > summary');
    const term = await page.waitForSelector('.search [data-faq=domain-certificate] .term', { visible: true });
    await term?.click();
    await page.waitForSelector('.search [data-faq=domain-certificate] .meaning:not([hidden])');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});

/** Writes are done in order: once this one is through, those before it are. */
async function untilStored(page: Page): Promise<void> {
  await page.evaluate((key) => navigator.locks.request(key, () => {}), `case:example.com.cn`);
}

describe.each([
  { language: 'en-US', dark: false, forced: false },
  { language: 'zh-CN', dark: true, forced: false },
  { language: 'en-US', dark: true, forced: true },
])('every state is accessible, $language, dark: $dark, forced colours: $forced', ({ language, dark, forced }) => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({
      executable: requireBrowser('chromium'),
      extension: join(ROOT, 'dist/chrome'),
      language,
      dark,
    });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  const STATES = {
    open: {},
    fails: { registrar: 'godaddy', expiresOn: '2020-01-01', realName: 'not-done', holder: 'other', record: 'other' },
    unsure: { province: 'gz', subject: 'organisation', holder: 'legal-representative', certificate: 'missing' },
    settled: { registrar: 'alibaba-cloud', expiresOn: '2099-01-01', realName: 'done', holder: 'same', record: 'none' },
  };

  test.each(Object.entries(STATES))('%s', async (_, answers) => {
    const blank = await chromium.openPopup('example.com');
    await blank.evaluate(
      (value) => chrome.storage.local.set({ 'case:example.com': { version: 1, answers: value, hosts: {} } }),
      answers,
    );
    await blank.close();
    const page = await chromium.openPopup('shop.example.com');
    if (forced) {
      const cdp = await page.createCDPSession();
      await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    }
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });

  test('the options page', async () => {
    const page = await chromium.browser.newPage();
    await page.goto(`chrome-extension://${chromium.extensionId}/src/options/index.html`);
    await page.waitForSelector('main');
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});

describe('on a console of the person’s own', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({ executable: requireBrowser('chromium'), extension: join(ROOT, 'dist/chrome') });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test.each([
    ['https://dcc.godaddy.com/', 'registrar-licensed', 'GoDaddy', 'fail'],
    ['https://beian.aliyun.com/', null, 'Alibaba Cloud (China)', null],
  ])('%s is suggested for another name', async (address, check, name, outcome) => {
    const page = await chromium.open(address);
    const popup = await chromium.clickIcon(page);
    await popup.type('.other-name input', 'example.com');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('main[data-host="example.com"]');
    await popup.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const button = await popup.waitForSelector(`${check ? `[data-check=${check}]` : '.coverage'} .found button`);
    expect(await button?.evaluate((element) => element.textContent)).toBe(name);
    await button?.click();
    if (check && outcome) await untilOutcome(popup, check, outcome);
    else await popup.waitForFunction(() => document.querySelector('.coverage .found') === null);
    await popup.close();
    await page.close();
  });
});

describe('storage that fails', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({ executable: requireBrowser('chromium'), extension: join(ROOT, 'dist/chrome') });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  test('what cannot be read is set aside, said, and costs nothing else', async () => {
    const first = await chromium.openPopup('example.com');
    await first.evaluate(() =>
      chrome.storage.local.set({
        'case:example.com': { version: 1, answers: { realName: 'done', expiresOn: 'never' }, hosts: {} },
        profile: 'not a profile',
      }),
    );
    await first.close();
    const page = await chromium.openPopup('example.com');
    expect(await page.$$eval('.notice', (all) => all.length)).toBe(1);
    expect((await outcomesOf(page))['real-name-done']).toBe('pass');
    const aside = await page.evaluate(() => chrome.storage.local.get(['aside:profile', 'aside:case:example.com']));
    expect(aside).toEqual({
      'aside:profile': 'not a profile',
      'aside:case:example.com': { version: 1, answers: { realName: 'done', expiresOn: 'never' }, hosts: {} },
    });
    await page.close();
  });

  test('a full storage is said, and the answer counts all the same', async () => {
    const page = await chromium.openPopup('full.example.org');
    await page.evaluate(async () => {
      // To the last byte: whatever is added then is too much.
      await chrome.storage.local.clear();
      const quota = chrome.storage.local.QUOTA_BYTES;
      await chrome.storage.local.set({ ballast: 'x'.repeat(quota - 'ballast'.length - 2) });
    });
    await page.click('[data-check=filing-needed] .choice label:nth-of-type(1) span');
    await page.waitForSelector('.notice');
    expect((await outcomesOf(page))['filing-needed']).toBe('pass');
    await page.close();
  });
});
