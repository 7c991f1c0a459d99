import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { attributesOf, axeViolations } from '../support/browser/axe.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { tabTo } from '../support/browser/focus.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { choose, openScreen, outcomesOf, untilOutcome } from '../support/browser/outcomes.ts';
import { borrowChromium } from '../support/browser/started.ts';

const HOST = 'shop.example.com.cn';

describe.each(RUNS)('a case in $kind', ({ kind, first, further }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started = kind === 'chromium' ? await borrowChromium() : await launchFirefox();
  });
  afterAll(async () => {
    await started?.close();
  });

  first('is answered by keyboard alone, and found as it was when the popup opens again', async () => {
    const page = await started.openPopup(HOST);
    // The question that is asked first is a click away, and gives way to the next one.
    await tabTo(page, '[data-asks=hosting] .chips button');
    await page.keyboard.press('Enter');
    await untilOutcome(page, 'filing-needed', 'pass');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1');

    await reach(page, 'registrar-licensed');
    await tabTo(page, '[data-detail=registrar-licensed] input[type=search]');
    await page.keyboard.type('阿里');
    await page.keyboard.press('Enter');
    await untilOutcome(page, 'registrar-licensed', 'pass');

    await reach(page, 'real-name-done');
    await tabTo(page, '[data-detail=real-name-done] input[type=radio]');
    await page.keyboard.press('ArrowUp');
    await untilOutcome(page, 'real-name-done', 'fail');
    expect((await attributesOf(page)).standing).toBe('ineligible');
    await tabTo(page, '[data-detail=real-name-done] input[type=radio]');
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

  first('an answer can be taken back, and all of them forgotten', async () => {
    const page = await started.openPopup('forget-me.cn');
    await choose(page, 'filing-needed', 3);
    await page.waitForFunction(() => document.querySelector('main')?.dataset.coverage === 'outside');
    await choose(page, 'filing-needed', 4);
    await untilOutcome(page, 'filing-needed', 'needs-answer');
    await choose(page, 'filing-needed', 1);
    await untilOutcome(page, 'filing-needed', 'pass');
    await openScreen(page, 'more');
    await page.click('.forget');
    await untilOutcome(page, 'filing-needed', 'needs-answer');
    await page.close();
  });

  further('several sub-domains at once, and another name', async () => {
    const page = await started.openPopup('example.com');
    await openScreen(page, 'coverage');
    await page.$$eval('details.settle', (all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    await page.type('.list textarea', 'shop\nwww.example.com, other.org');
    const listed = () => page.$$eval('.list li', (items) => items.map((item) => item.textContent));
    await expect
      .poll(listed)
      .toEqual([
        expect.stringMatching(/^shop Covered/),
        expect.any(String),
        expect.stringMatching(/^other\.org Not a subdomain of/),
      ]);
    const results = await listed();
    // What is told of this host is not told of the others.
    await page.evaluate(async () => {
      const one = { version: 1, answers: {}, hosts: { 'example.com': { hosting: 'elsewhere' } } };
      await chrome.storage.local.set({ 'case:example.com': one });
    });
    await untilOutcome(page, 'filing-needed', 'not-applicable');
    expect(await listed()).toEqual(results);
    await page.type('.name-field input', 'foo.io');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main[data-host="foo.io"]');
    await page.close();
  });

  further('the guidance is searched in both languages, and terms unfold', async () => {
    const page = await started.openPopup('example.com');
    for (const [query, id] of [
      ['how do I trasnfer it in', 'transfer-in'],
      ['转入', 'transfer-in'],
      ['certificate', 'domain-certificate'],
    ] as const) {
      await page.$eval('.name-field input', (input) => (input as HTMLInputElement).select());
      await page.type('.name-field input', query);
      await page.waitForSelector(`.search [data-found-for="${query}"] [data-faq=${id}]`);
    }
    // What nothing is near to leads to the themes of the guidance.
    await page.$eval('.name-field input', (input) => (input as HTMLInputElement).select());
    await page.type('.name-field input', 'pizza');
    await page.waitForSelector('.search [data-found-for="pizza"]');
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

/** Pushes the screen of a check by keyboard, by way of all that is left. */
async function reach(page: Page, check: string): Promise<void> {
  const shows = () => page.$eval('[data-shows]', (at) => (at as HTMLElement).dataset.shows);
  for (let now = await shows(); now !== 'first'; now = await shows()) {
    await tabTo(page, '.back button');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`[data-shows]:not([data-shows="${now}"])`);
  }
  if ((await page.$(`.row[data-opens="${check}"]`)) === null) {
    await tabTo(page, '.row[data-opens=rest]');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, `.row[data-opens="${check}"]`);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`[data-detail="${check}"]`);
}

/** Writes are done in order: once this one is through, those before it are. */
async function untilStored(page: Page): Promise<void> {
  await page.evaluate((key) => navigator.locks.request(key, () => {}), `case:example.com.cn`);
}
