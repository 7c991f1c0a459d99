import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { borrowChromium } from '../support/browser/started.ts';

test('the icon tells what is known of a suffix, in Chromium, and not when switched off', async () => {
  const chromium = await borrowChromium();
  try {
    const options = await chromium.openPage('src/entries/options/index.html', 'main .hints');
    const groups = () =>
      options.evaluate(
        () =>
          new Promise<string[]>((resolve) =>
            chrome.declarativeContent.onPageChanged.getRules((found) =>
              resolve(found.map((rule) => `${rule.id}: ${rule.conditions.length}`)),
            ),
          ),
      );
    await expect.poll(groups).toContainEqual(expect.stringMatching(/^not-approved 1: \d{2,}$/));
    await options.click('.toolbar input');
    await expect.poll(groups).toEqual([]);
    await options.reload();
    await options.waitForSelector('main .hints');
    expect(await groups()).toEqual([]);
  } finally {
    await chromium.close();
  }
});

test.each(['chrome', 'firefox'])(
  'in the build for %s a page’s own style sheet comes after those it shares',
  (target) => {
    const folder = join(ROOT, 'dist', target, 'src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    const pages = files.map((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
        ([, href]) => href,
      ),
    );
    const all = pages.flat();
    const shared = all.filter((sheet, at) => all.indexOf(sheet) !== at);
    expect(new Set(shared).size).toBeGreaterThan(1);
    const several = pages.filter((sheets) => sheets.length > 1);
    expect(several.length).toBeGreaterThan(3);
    for (const sheets of several) expect(shared).not.toContain(sheets.at(-1));
  },
);
