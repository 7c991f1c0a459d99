/** The project's page: shown where `package.json` names it, and nowhere as long as it does not. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { copyWithHosts } from '../support/browser/granted.ts';
import { openScreen } from '../support/browser/outcomes.ts';
import { startChromium } from '../support/browser/started.ts';

const PAGE = 'https://project.example/';
const OPTIONS = 'src/entries/options/index.html#about';

describe.each([
  ['without an address', ''],
  ['with an address', PAGE],
])('%s', (_, address) => {
  const extension = copyWithHosts(join(ROOT, 'dist/chrome'), []);
  const path = join(extension, 'manifest.json');
  const { homepage_url: __, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(address === '' ? manifest : { ...manifest, homepage_url: address }));
  const chromium = startChromium({ extension });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));
  const shown = address === '' ? [] : [address];

  test('popup and options show what there is', async () => {
    const popup = await chromium().openPopup('docs.example.io');
    await openScreen(popup, 'more');
    const links = () => popup.$$eval('.project a', (all) => all.map((one) => (one as HTMLAnchorElement).href));
    await expect.poll(links).toEqual(shown);
    expect(await popup.$$eval('.project button', (all) => all.length)).toBe(shown.length);
    const options = await chromium().openPage(OPTIONS, 'main section');
    expect(await options.$$eval('a.project', (all) => all.map((one) => (one as HTMLAnchorElement).href))).toEqual(
      shown,
    );
  });
});
