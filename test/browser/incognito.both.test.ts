import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { readFiles } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { eventually } from '../support/browser/eventually.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { serveFixtures, storedIn, waitForCards } from '../support/browser/fixtures.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { copyWithOpenRoots } from '../support/browser/roots.ts';
import { withoutUndo } from '../support/browser/worlds.ts';

const CONSOLE = 'https://console.huaweicloud.com/';
const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });

describe.each(RUNS)('an incognito window in $kind', ({ kind, further }) => {
  let folder: string;
  let started: Chromium | Firefox;
  beforeAll(async () => {
    folder = copyWithOpenRoots(kind === 'chromium' ? 'chrome' : 'firefox');
    const options = { extension: folder, serve, incognito: true };
    started = kind === 'chromium' ? await launchChromium(options) : await launchFirefox(options);
  });
  afterAll(async () => {
    await started?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  further('pages that are only looked at leave nothing behind', async () => {
    const before = await storedIn(started);
    const page = await started.openIncognito(CONSOLE);
    await waitForCards(page, 2);
    const windows = () => chrome.windows.getAll().then((all) => all.map((one) => one.incognito));
    expect((await started.evaluate(windows)).sort(), 'one window of each kind').toEqual([false, true]);
    if ('clickIcon' in started) {
      const popup = await started.clickIcon(page);
      expect(await popup.$eval('main', (main) => main.dataset.host)).toBe('console.huaweicloud.com');
      await popup.close();
    }
    await page.close();
    expect(await storedIn(started)).toEqual(before);
  });

  further('what a person does there is kept for all windows, and stays when it is closed', async () => {
    const page = await started.openIncognito(CONSOLE);
    await waitForCards(page, 2);
    if ('extensionId' in started) await withoutUndo(page, started.extensionId);
    // By mouse: a private window of a driven Firefox gets no focus.
    const dismiss = '[data-guidance=registrar-not-approved] >>> .card.open:not(.away) button:has(.dismiss)';
    // What changes within a root is not seen by those who watch the page.
    await eventually(async () => (await page.$(dismiss)) !== null).toBe(true);
    await page.click(dismiss);
    await waitForCards(page, 1);
    await eventually(async () => (await storedIn(started))['hints.v1']).toMatchObject({ 'huawei-cloud': {} });
    await page.close();
    const ordinary = await started.open(CONSOLE);
    await waitForCards(ordinary, 1);
    await ordinary.close();
  });

  further.runIf(kind === 'firefox')(
    'pages of ours there have the rules that were loaded, though no database',
    async () => {
      const file = {
        form: 'icp-filing-guide/rules/1',
        files: { ...readFiles(), 'stamp.json': { date: '2026-11-28' } },
      };
      const keep = (given: unknown) =>
        chrome.runtime.sendMessage({ kind: 'keepRules', file: given }).then(JSON.stringify);
      expect(JSON.parse(await started.evaluate(keep, file))).toEqual({ ok: true, reply: true });
      const page = await started.openIncognito(CONSOLE);
      const popup = await started.evaluate(() =>
        chrome.runtime.getURL('src/entries/popup/index.html?input=example.com'),
      );
      // Load is never reported for these pages.
      page.goto(popup).catch(() => {});
      await eventually(() => page.$eval('footer', (one) => one.textContent).catch(() => '')).toContain('2026-11-28');
      await page.close();
      await started.evaluate(keep, null);
    },
  );
});
