/** The project's page: shown where `package.json` names it, and nowhere as long as it does not. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import type { Chromium } from '../support/browser/chromium.ts';
import { copyWithHosts } from '../support/browser/granted.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import { startChromium } from '../support/browser/started.ts';

const PAGE = 'https://project.example/';
const OPTIONS = 'src/entries/options/index.html#about';

const BUILD = join(ROOT, 'dist/chrome');

describe('as it is built', () => {
  const { homepage_url: address } = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8'));
  testProjectPage(startChromium(), address === undefined ? [] : [address]);
});

describe('with the other', () => {
  const extension = copyWithHosts(BUILD, []);
  const path = join(extension, 'manifest.json');
  const { homepage_url: address, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(address === undefined ? { ...manifest, homepage_url: PAGE } : manifest));
  afterAll(() => rmSync(extension, { recursive: true, force: true }));
  testProjectPage(startChromium({ extension }), address === undefined ? [PAGE] : []);
});

function testProjectPage(chromium: () => Chromium, shown: readonly string[]): void {
  test(`popup and options show ${shown.length === 0 ? 'none' : shown.join()}`, async () => {
    const popup = await chromium().openPopup('docs.example.io');
    await openScreen(popup, 'more');
    const links = () => popup.$$eval('.project a', (all) => all.map((one) => (one as HTMLAnchorElement).href));
    await expect.poll(links).toEqual(shown);
    expect(await popup.$$eval('.project button', (all) => all.length)).toBe(shown.length);
    const options = await chromium().openPage(OPTIONS, 'main section');
    expect(await options.$$eval('a.project', (all) => all.map((one) => (one as HTMLAnchorElement).href))).toEqual(
      shown,
    );
    const field = await options.$('.wrong input');
    expect(field !== null).toBe(shown.length > 0);
    if (field !== null) {
      await field.type('docs.example.io');
      await options.waitForSelector('.wrong button');
      await field.type(' x');
      await options.waitForFunction(() => document.querySelector('.wrong button') === null);
    }
    await options.close();
    await popup.close();
  });
}
