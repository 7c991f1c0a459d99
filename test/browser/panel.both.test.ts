import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Chromium } from '../support/browser/chromium.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { choose, openScreen } from '../support/browser/outcomes.ts';
import { PANEL, putStored, shows } from '../support/browser/panel.ts';
import { borrowChromium } from '../support/browser/started.ts';

const DRAWN = 'main:not([data-loading])';

function storedAt(page: Page, key: string): Promise<unknown> {
  return page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], key);
}

describe.each(RUNS)('the case in view, in $kind', ({ kind, first, further }) => {
  let started: Chromium | Firefox;
  beforeAll(async () => {
    started = await (kind === 'chromium' ? borrowChromium() : launchFirefox());
  });
  afterAll(async () => {
    await started?.close();
  });

  /** Nothing else is stored then. */
  const keepOnly = (values: Readonly<Record<string, unknown>>) =>
    started.evaluate((all) => chrome.storage.local.clear().then(() => chrome.storage.local.set(all)), values);

  first('what is answered in any window shows in every other at once, and nothing of it is lost', async () => {
    const panel = await started.openPage(PANEL, DRAWN);
    await putStored(panel, { 'in-view.v1': 'live.example.com.cn' });
    await shows(panel, 'main[data-host="live.example.com.cn"]:not([data-loading])');
    const popup = await started.openPopup('live.example.com.cn');
    await choose(popup, 'filing-needed', 1);
    await shows(panel, 'main[data-findings~="filing-needed:pass"]');
    await choose(panel, 'real-name-done', 1);
    await shows(popup, 'main[data-findings~="real-name-done:pass"]');
    await shows(popup, 'main[data-findings~="filing-needed:pass"]');
    // Taken back there, it is gone here.
    await choose(popup, 'filing-needed', 4);
    await shows(panel, 'main[data-findings~="filing-needed:needs-answer"]');
    await shows(panel, 'main[data-findings~="real-name-done:pass"]');
    await popup.close();
    await panel.close();
  });

  further(
    'of two answers in quick succession the first never comes back, whatever the storage says of it meanwhile',
    async () => {
      const panel = await started.openPage(PANEL, DRAWN);
      await putStored(panel, { 'in-view.v1': 'quick.com' });
      await shows(panel, 'main[data-host="quick.com"]:not([data-loading])');
      await openScreen(panel, 'filing-needed');
      const seen = await panel.evaluate(async () => {
        const main = document.querySelector('main');
        const inputs = document.querySelectorAll<HTMLInputElement>('[data-detail=filing-needed] .choice input');
        const outcomes: string[] = [];
        const told = () => /filing-needed:(\S+)/.exec(main?.dataset.findings ?? '')?.[1] ?? '';
        new MutationObserver(() => outcomes.push(told())).observe(main as Element, {
          attributeFilter: ['data-findings'],
        });
        inputs[0]?.click();
        await Promise.resolve();
        inputs[2]?.click();
        // Writes are done in order, and so are the browser's words about them: behind this one, all
        // of them came.
        await navigator.locks.request('case:quick.com', () => {});
        const isTold = new Promise<void>((resolve) =>
          chrome.storage.onChanged.addListener((changes) => {
            if ('mark' in changes) resolve();
          }),
        );
        await chrome.storage.local.set({ mark: Math.random() });
        await isTold;
        // What they made the page read is read behind this.
        await chrome.storage.local.get(null);
        await new Promise((resolve) => setTimeout(resolve));
        return outcomes;
      });
      expect(seen.at(-1)).toBe('not-applicable');
      expect(seen.slice(seen.indexOf('not-applicable'))).not.toContain('pass');
      await panel.close();
    },
  );

  further(
    'another name is asked about and stays; a slip of the pen changes nothing and is explained; it is put away',
    async () => {
      const panel = await started.openPage(PANEL, DRAWN);
      await panel.type('.name-field input', 'www.kept.example.io');
      await panel.keyboard.press('Enter');
      await shows(panel, 'main[data-host="www.kept.example.io"][data-standing=ineligible]');
      await panel.type('.name-field input', '10.0.0.1');
      await panel.keyboard.press('Enter');
      await shows(panel, '.bar [role=alert]');
      expect(await panel.$eval('.bar [role=alert]', (notice) => notice.textContent)).toMatch(
        /^10\.0\.0\.1: IP address/,
      );
      expect(await panel.$eval('main', (main) => main.dataset.host)).toBe('www.kept.example.io');
      await expect.poll(() => storedAt(panel, 'in-view.v1')).toBe('www.kept.example.io');
      expect(await panel.$eval('.bar [role=status]', (status) => status.textContent)).toContain('www.kept.example.io');

      // Closed and opened again, it is there again.
      await panel.close();
      const again = await started.openPage(PANEL, 'main[data-host="www.kept.example.io"]:not([data-loading])');
      await again.click('.put-away');
      await shows(again, 'main.empty');
      await again.waitForFunction(
        async () => (await chrome.storage.local.get('in-view.v1'))['in-view.v1'] === undefined,
        { polling: 50 },
      );
      await again.close();
    },
  );

  first('cases with answers are a click away, each with its verdict, the last seen first', async () => {
    const one = (answers: object) => ({ version: 1, answers, hosts: {} });
    // No panel is open that would note what is in view meanwhile.
    await keepOnly({
      'case:abc.cn': one({ realName: 'done' }),
      'case:brand.io': one({ realName: 'done' }),
      'case:zzz.com': one({ realName: 'not-done' }),
      'seen.v1': ['www.zzz.com', 'left-no-answers.org'],
      'in-view.v1': 'abc.cn',
    });
    const again = await started.openPage(PANEL, 'main[data-host="abc.cn"]:not([data-loading])');
    await again.click('.cases summary');
    const listed = () => again.$$eval('[data-case]', (all) => all.map((item) => item.getAttribute('data-case')));
    expect(await listed()).toEqual(['www.zzz.com', 'brand.io']);
    expect(await again.$eval('[data-case="brand.io"]', (item) => item.textContent)).toContain(
      'Not eligible for ICP filing',
    );
    await again.click('[data-case="www.zzz.com"]');
    await shows(again, 'main[data-host="www.zzz.com"]');
    await again.waitForFunction(
      () =>
        [...document.querySelectorAll('[data-case]')].map((item) => item.getAttribute('data-case')).join() ===
        'abc.cn,brand.io',
      { polling: 50 },
    );
    await again.close();
  });

  first.each([[7], ['Not A Host'], [{ host: 'example.com' }], ['localhost']])(
    '%j in the storage puts nothing in view',
    async (value) => {
      await keepOnly({ 'in-view.v1': value });
      const again = await started.openPage(PANEL, 'main.empty');
      await again.close();
    },
  );
});
