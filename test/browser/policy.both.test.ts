import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { axeViolations } from '../support/browser/axe.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { requireBrowser } from '../support/browser/find-browser.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { answered, serveFixtures } from '../support/browser/fixtures.ts';
import { RUNS } from '../support/browser/kinds.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import { canManageChromium, manageChromium, manageFirefox } from '../support/browser/policies.ts';

const OPTIONS = 'src/entries/options/index.html';
const CONSOLE = 'console.huaweicloud.com';
const NO_HINTS = 'Your organization has turned off all page hints';
const BY_ORGANISATION = 'Set by your organization';

const WITH_DEFAULTS = {
  defaults: { province: 'gd', subject: 'organisation', filedWith: 'aliyun' },
  welcomeOff: true,
  consoleHosts: ['console.own.example', 'no host', CONSOLE],
};
const WITHOUT_HINTS = { hintsOff: true, consoleHosts: ['console.own.example'] };

/** The field of the options that the province is chosen in. */
const PROVINCE = '.you .field:has([value=gd]) select';

describe.each(RUNS)('an organisation’s policy in $kind', ({ kind, further }) => {
  if (kind === 'chromium' && !canManageChromium) {
    further('is read from a folder that only root may write to', (context) =>
      context.skip('run as root on Linux to test policies in Chromium'),
    );
    return;
  }

  const undo: (() => Promise<void>)[] = [];
  let withDefaults: Chromium | Firefox;
  let withoutHints: Chromium | Firefox;
  beforeAll(async () => {
    // At once: both wait for the policy.
    [withDefaults, withoutHints] = await Promise.all([startUnder(WITH_DEFAULTS), startUnder(WITHOUT_HINTS)]);
  });
  afterAll(async () => {
    for (const one of undo.reverse()) await one();
  });

  async function startUnder(policy: typeof WITH_DEFAULTS | typeof WITHOUT_HINTS): Promise<Chromium | Firefox> {
    const executable = requireBrowser(kind);
    const { serve } = serveFixtures({ [CONSOLE]: 'huawei-cloud' });
    const manage = kind === 'chromium' ? manageChromium : manageFirefox;
    const managed = manage(executable, join(ROOT, kind === 'chromium' ? 'dist/chrome' : 'dist/firefox'), policy);
    undo.push(async () => managed.undo());
    const started =
      kind === 'chromium'
        ? await launchChromium({ ...managed, serve, welcomed: !('welcomeOff' in policy) })
        : await launchFirefox({ ...managed, serve });
    undo.push(() => started.close());
    // Chromium hands a policy over up to five seconds after it installed an extension; an open
    // page follows.
    const page = await started.openPage(OPTIONS, '.managed');
    await page.close();
    return started;
  }

  const open = (started: Chromium | Firefox) => started.openPage(OPTIONS, 'main section');
  const noteOf = (page: Page) => page.$eval('.you .field:has([value=gd]) .field-note', (note) => note.textContent);

  describe('with defaults, consoles of its own, and no welcome', () => {
    further('the options say what is set, what can be allowed, and what of it cannot be read', async () => {
      const page = await open(withDefaults);
      const notes = await page.$$eval('.you .field-note', (all) => all.map((one) => one.textContent));
      expect(notes).toEqual([`${BY_ORGANISATION}.`, `${BY_ORGANISATION}.`, `${BY_ORGANISATION}.`]);
      expect(await page.$eval(PROVINCE, (select) => (select as HTMLSelectElement).value)).toBe('gd');
      const notice = await page.$eval('main > .managed', (one) => one.textContent);
      expect(notice).toContain('turned off the welcome page');
      expect(notice).toContain('consoleHosts[1]');
      const offered = await page.$$eval('.added .cases li > span', (all) => all.map((one) => one.textContent));
      expect(offered).toEqual(['console.own.example']);
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    });

    further('an answer of one’s own outweighs it; taken back, the organisation’s counts again', async () => {
      const page = await open(withDefaults);
      await page.select(PROVINCE, 'bj');
      await page.waitForFunction(() =>
        document.querySelector('.you .field:has([value=gd]) .field-note')?.textContent?.includes('Guangdong'),
      );
      await page.select(PROVINCE, '');
      await page.waitForFunction(
        (selector) => document.querySelector<HTMLSelectElement>(selector)?.value === 'gd',
        {},
        PROVINCE,
      );
      expect(await noteOf(page)).toContain(BY_ORGANISATION);
      await page.close();
    });

    further('the popup knows the defaults', async () => {
      const popup = await withDefaults.openPopup('example.com');
      await openScreen(popup, 'holder-matches');
      expect(
        await popup.$eval('[data-detail=holder-matches] select', (select) => (select as HTMLSelectElement).value),
      ).toBe('gd');
      await popup.close();
    });
  });

  describe('without hints', () => {
    further('no switch of hints can be set, no site added, and the options say why', async () => {
      const page = await open(withoutHints);
      expect(await page.$eval('.hints .managed', (one) => one.textContent)).toContain(NO_HINTS);
      const switches = await page.$$eval('.all-hints input, .kinds input, .consoles input', (all) =>
        all.map((one) => [(one as HTMLInputElement).checked, (one as HTMLInputElement).disabled].join()),
      );
      expect(new Set(switches)).toEqual(new Set(['false,true']));
      expect(await page.$('.added form')).toBeNull();
      expect(await page.$('.added .cases li')).toBeNull();
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    });

    further('nothing is shown on a console', async () => {
      const page = await withoutHints.open(`https://${CONSOLE}/`);
      await answered(withoutHints);
      await page.bringToFront();
      expect(await page.$('[data-icp-filing-guide=card]')).toBeNull();
      await page.close();
    });

    further.runIf(kind === 'chromium')('the popup offers none either', async () => {
      const page = await withoutHints.open('https://names.private.example/');
      const popup = await (withoutHints as Chromium).clickIcon(page);
      await openScreen(popup, 'more');
      await popup.waitForSelector('.here');
      expect(await popup.$eval('.here', (line) => line.textContent)).toContain(NO_HINTS);
      expect(await popup.$('.here button')).toBeNull();
      await popup.close();
      await page.close();
    });
  });
});
