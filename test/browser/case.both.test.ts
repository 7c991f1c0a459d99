import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { attributesOf, axeViolations } from '../support/browser/axe.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { requireBrowser } from '../support/browser/find-browser.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { tabTo } from '../support/browser/focus.ts';
import { BROWSERS } from '../support/browser/kinds.ts';
import { outcomesOf, untilOutcome } from '../support/browser/outcomes.ts';

const HOST = 'shop.example.com.cn';

describe.each(BROWSERS)('a case in %s', (kind) => {
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
    expect(results[0]).toMatch(/^shop Covered/);
    expect(results[2]).toMatch(/^other\.org Not a subdomain of/);
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
      ['how do I trasnfer it in', 'transfer-in'],
      ['转入', 'transfer-in'],
      ['certificate', 'domain-certificate'],
    ] as const) {
      await page.$eval('.search input', (input) => {
        (input as HTMLInputElement).value = '';
      });
      await page.type('.search input', query);
      await page.waitForSelector(`.search [data-found-for="${query}"] [data-faq=${id}]`);
    }
    // What nothing is near to leads to the themes of the guidance.
    await page.$eval('.search input', (input) => {
      (input as HTMLInputElement).value = '';
    });
    await page.type('.search input', 'pizza');
    await (await page.waitForSelector('.search [data-theme=domain] > summary', { visible: true }))?.click();
    const answer = '.search [data-theme=domain] [data-faq=domain-certificate] > summary';
    await (await page.waitForSelector(answer, { visible: true }))?.click();

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
