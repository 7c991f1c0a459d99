import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { axeViolations } from '../support/browser/axe.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { requireBrowser } from '../support/browser/find-browser.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { answered, serveFixtures } from '../support/browser/fixtures.ts';
import { BROWSERS } from '../support/browser/kinds.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import { canManageChromium, type Managed, manageChromium, manageFirefox } from '../support/browser/policies.ts';

const OPTIONS = 'src/entries/options/index.html';
const CONSOLE = 'console.huaweicloud.com';
const NO_HINTS = 'Your organization has turned off all page hints';
const BY_ORGANISATION = 'Set by your organization';

/** The field of the options that the province is chosen in. */
const PROVINCE = '.you .field:has([value=gd]) select';

describe.each(BROWSERS)('an organisation’s policy in %s', (kind) => {
  if (kind === 'chromium' && !canManageChromium) {
    test('is read from a folder that only root may write to', (context) =>
      context.skip('run as root on Linux to test policies in Chromium'));
    return;
  }

  /** Runs a test in a browser under a policy. */
  function under(policy: { readonly welcomeOff?: boolean; readonly [key: string]: unknown }, run: () => void): void {
    beforeAll(async () => {
      const executable = requireBrowser(kind);
      const { serve } = serveFixtures({ [CONSOLE]: 'huawei-cloud' });
      if (kind === 'chromium') {
        managed = manageChromium(executable, join(ROOT, 'dist/chrome'), policy);
        started = await launchChromium({ ...managed, serve, welcomed: policy.welcomeOff !== true });
      } else {
        managed = manageFirefox(executable, join(ROOT, 'dist/firefox'), policy);
        started = await launchFirefox({ ...managed, serve });
      }
      // Chromium hands a policy over up to five seconds after it installed an extension; an open
      // page follows.
      const page = await started.openPage(OPTIONS, '.managed');
      await page.close();
    });
    afterAll(async () => {
      try {
        await started?.close();
      } finally {
        managed?.undo();
      }
    });
    run();
  }
  let managed: Managed | undefined;
  let started: Chromium | Firefox;

  const open = () => started.openPage(OPTIONS, 'main section');
  const noteOf = (page: Page) => page.$eval('.you .field:has([value=gd]) .field-note', (note) => note.textContent);

  describe('with defaults, consoles of its own, and no welcome', () => {
    under(
      {
        defaults: { province: 'gd', subject: 'organisation', filedWith: 'aliyun' },
        welcomeOff: true,
        consoleHosts: ['console.own.example', 'no host', CONSOLE],
      },
      () => {
        test('the options say what is set, what can be allowed, and what of it cannot be read', async () => {
          const page = await open();
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

        test('an answer of one’s own outweighs it; taken back, the organisation’s counts again', async () => {
          const page = await open();
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

        test('the popup knows the defaults', async () => {
          const popup = await started.openPopup('example.com');
          await openScreen(popup, 'holder-matches');
          expect(
            await popup.$eval('[data-detail=holder-matches] select', (select) => (select as HTMLSelectElement).value),
          ).toBe('gd');
          await popup.close();
        });
      },
    );
  });

  describe('without hints', () => {
    under({ hintsOff: true, consoleHosts: ['console.own.example'] }, () => {
      test('no switch of hints can be set, no site added, and the options say why', async () => {
        const page = await open();
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

      test('nothing is shown on a console', async () => {
        const page = await started.open(`https://${CONSOLE}/`);
        await answered(started);
        await page.bringToFront();
        expect(await page.$('[data-icp-filing-guide=card]')).toBeNull();
        await page.close();
      });

      test.runIf(kind === 'chromium')('the popup offers none either', async () => {
        const page = await started.open('https://names.private.example/');
        const popup = await (started as Chromium).clickIcon(page);
        await openScreen(popup, 'more');
        await popup.waitForSelector('.here');
        expect(await popup.$eval('.here', (line) => line.textContent)).toContain(NO_HINTS);
        expect(await popup.$('.here button')).toBeNull();
        await popup.close();
        await page.close();
      });
    });
  });
});
