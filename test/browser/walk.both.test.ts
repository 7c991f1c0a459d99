import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { tabTo } from '../support/browser/focus.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { untilOutcome } from '../support/browser/outcomes.ts';
import { borrowChromium } from '../support/browser/started.ts';

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return `${at?.localName} ${at?.getAttribute('aria-label') ?? at?.textContent ?? ''}`.trim();
  });

describe.each(RUNS)('by keyboard alone, in $kind', ({ kind, first, further }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started = kind === 'chromium' ? await borrowChromium() : await launchFirefox({ serve: () => null });
  });
  afterAll(async () => {
    await started?.close();
  });

  first('another name: its title takes the focus, and says its verdict', async () => {
    const page = await started.openPopup('example.com');
    await tabTo(page, '.name-field input');
    await page.keyboard.type('foo.io');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main:not([data-loading])[data-host="foo.io"]');
    expect(await focused(page)).toBe('h1 foo.io');
    const described = await page.$eval(
      'h1',
      (title) => document.getElementById(title.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(described).toContain('Not eligible for ICP filing');
    // On from there, not from the top of the page.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await tabTo(page, '.name-field input');
    await page.keyboard.type('about:blank');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main[data-problem=browser-page]');
    expect(await focused(page)).toBe('h1 ICP Filing Guide');
    await page.close();
  });

  first(
    'an answer changes the verdict, which is said; answers are taken back and forgotten without losing the focus',
    async () => {
      const page = await started.openPopup('walk.example.cn');
      await tabTo(page, '[data-asks=hosting] .chips button');
      const status = () => page.$eval('.headline [role=status]', (one) => one.textContent);
      const before = await status();
      await page.keyboard.press('Enter');
      await untilOutcome(page, 'filing-needed', 'pass');
      expect(await status()).not.toBe(before);
      // Below .cn the registrar is none of the first questions: it stands with all that is left.
      await tabTo(page, '.row[data-opens=rest]');
      await page.keyboard.press('Enter');
      await tabTo(page, '.row[data-opens=registrar-licensed]');
      await page.keyboard.press('Enter');
      await tabTo(page, '[data-detail=registrar-licensed] input[type=search]');
      await page.keyboard.type('godaddy');
      await page.waitForSelector('[data-detail=registrar-licensed] .found button');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await untilOutcome(page, 'registrar-licensed', 'fail');
      expect(await page.evaluate(() => document.activeElement?.matches('[data-detail=registrar-licensed] input'))).toBe(
        true,
      );
      await tabTo(page, '[data-detail=registrar-licensed] .field button');
      await page.keyboard.press('Enter');
      await untilOutcome(page, 'registrar-licensed', 'needs-answer');
      expect(await page.evaluate(() => document.activeElement?.matches('[data-detail=registrar-licensed] input'))).toBe(
        true,
      );
      // Back, the focus is on what led here, or on the title where that is gone.
      await tabTo(page, '.back button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-detail=rest]');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-opens'))).toBe('registrar-licensed');
      await tabTo(page, '.back button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-shows=first]');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-opens'))).toBe('rest');
      await tabTo(page, '.beside [data-opens=more]');
      await page.keyboard.press('Enter');
      await tabTo(page, '.forget');
      await page.keyboard.press('Enter');
      await untilOutcome(page, 'filing-needed', 'needs-answer');
      expect(await focused(page)).toBe('h1 walk.example.cn');
      await page.close();
    },
  );

  further('the portfolio, from the names to the file', async () => {
    const page = await started.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        Object.assign(window, { saved: blob.text() });
        return make.call(URL, blob);
      };
    });
    await tabTo(page, '.intake textarea');
    await page.keyboard.type('example.com example.cn foo.io');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.plan');
    await tabTo(page, '.about select');
    await page.select('.about select', 'hb');
    await page.waitForSelector('.changes');
    await tabTo(page, '.grid');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.waitForSelector('.chosen');
    await page.keyboard.down('Shift');
    for (
      let presses = 0;
      presses < 10 && !(await page.evaluate(() => document.activeElement?.matches('.chosen .remove')));
      presses++
    )
      await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.chosen') === null);
    // The form is gone; the table that it was about is where one goes on.
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('grid');
    await page.waitForFunction(() => document.querySelector('main')?.dataset.busy === 'false');
    await page.evaluate(() => scrollTo(0, 0));
    await tabTo(page, '.out summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.out button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => 'saved' in window);
    const table = await page.evaluate(() => (window as unknown as { saved: Promise<string> }).saved);
    expect(table).toContain('foo.io');
    expect(table).not.toContain('example.cn');
    await page.close();
  });

  further(
    'the options: to a section by its list, a console switched, a site refused with the reason, all data erased',
    async () => {
      const page = await started.openPage('src/entries/options/index.html', '#about .all-licences');
      await tabTo(page, 'nav a[href="#hints"]');
      await page.keyboard.press('Enter');
      await tabTo(page, '#hints .consoles summary');
      await page.keyboard.press('Enter');
      await tabTo(page, '.consoles [data-site=aliyun] input');
      await page.keyboard.press(' ');
      // All but that one.
      await page.waitForFunction(() => {
        const [on, all] = document.querySelector('.consoles summary')?.textContent?.match(/\d+/g) ?? [];
        return Number(all) > 1 && Number(on) === Number(all) - 1;
      });
      expect(await page.$eval('.consoles [data-site=aliyun] input', (one) => (one as HTMLInputElement).checked)).toBe(
        false,
      );
      await tabTo(page, '.add input');
      await page.keyboard.type('no host');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.added [role=status]')?.textContent !== '');
      expect(await page.evaluate(() => document.activeElement?.matches('.add input'))).toBe(true);
      await tabTo(page, '.data .danger');
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog[open]');
      expect(await focused(page)).toBe('button Cancel');
      // Nothing behind the question can be reached.
      for (let presses = 0; presses < 4; presses++) {
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate(
            () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
          ),
        ).toBe(true);
      }
      await tabTo(page, 'dialog .danger');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.undo')?.textContent?.includes('erased'));
      expect(await focused(page)).toBe('h2 Your data');
      expect(await page.evaluate(() => chrome.storage.local.get(null))).toEqual({});
      await page.close();
    },
  );
});
