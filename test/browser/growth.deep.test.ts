/**
 * Translations into other languages are longer: everything must hold words half as long again, also
 * in narrow windows.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../support/browser/chromium.ts';
import { serveFixtures, waitForCards } from '../support/browser/fixtures.ts';
import { untilSeen } from '../support/browser/guests.ts';
import { badlyLaid } from '../support/browser/laid.ts';
import { choose } from '../support/browser/outcomes.ts';
import { inRoots } from '../support/browser/roots.ts';

const NARROW = 320;
const CARD = '[data-icp-filing-guide=card]';
const PILL = '[data-icp-filing-guide=pill]';
/** A brand under several suffixes, what people have besides, and a line that is no name. */
const NAMES = [
  'example.com',
  'example.cn',
  'www.example.com',
  'example.io',
  'brand.xyz',
  'brand.com.cn',
  'me.github.io',
  'no name',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-'));
  buildGrown(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// The longest words, and a language that puts no spaces between them.
describe.each(['en-US', 'ja'])('with every word half as long again, %s', (language) => {
  const { serve } = serveFixtures({ 'console.huaweicloud.com': 'huawei-cloud' });
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({ extension: join(folder, 'dist/chrome'), language, serve });
  });
  afterAll(async () => {
    await chromium?.close();
  });

  /** Looks at a page at both widths, with all that can be unfolded folded, and unfolded. */
  async function expectSound(page: Page, width: number): Promise<void> {
    for (const unfold of [false, true]) {
      await page.evaluate((open) => {
        for (const one of document.querySelectorAll('details')) one.open = open;
      }, unfold);
      for (const one of [width, NARROW]) {
        await page.setViewport({ width: one, height: 700 });
        expect(await page.evaluate(badlyLaid), `${one} px, unfolded: ${unfold}`).toEqual([]);
      }
    }
  }

  test('words are really longer', async () => {
    const page = await chromium.openPage('src/entries/welcome/index.html', 'main .pin');
    const real = JSON.parse(readFileSync(join(ROOT, 'public/_locales', language.slice(0, 2), 'messages.json'), 'utf8'));
    const title = await page.$eval('h1', (one) => one.textContent ?? '');
    expect(title.length).toBeGreaterThanOrEqual(1.4 * real.welcome_title.message.length);
    await page.close();
  });

  test.each(['shop.example.com.cn', 'foo.io', 'foo.github.io', 'a.foo.me', 'www.beijing.gov.cn', 'localhost'])(
    'popup, %s',
    async (input) => {
      const popup = await chromium.openPopup(input);
      await expectSound(popup, 400);
      await popup.close();
    },
  );

  test.each([
    ['welcome', 'main .pin'],
    ['options', 'main .data'],
    ['facts', '#sources'],
  ])('%s', async (name, ready) => {
    const page = await chromium.openPage(`src/entries/${name}/index.html`, ready);
    await expectSound(page, 1000);
    await page.close();
  });

  test('panel, empty and with a case among others', async () => {
    const page = await chromium.openPage('src/entries/side-panel/index.html', 'main.empty');
    await expectSound(page, 400);
    for (const name of ['foo.io', 'shop.example.com.cn']) {
      await page.type('.name-field input', name);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`main[data-host="${name}"]:not([data-loading])`);
      // Only a case with an answer is kept among the others.
      await choose(page, 'filing-needed', 1);
    }
    await page.waitForSelector('header .cases');
    await expectSound(page, 400);
    await page.close();
  });

  test('portfolio', async () => {
    const page = await chromium.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
    await page.type('.intake textarea', NAMES.join('\n'));
    await page.click('.intake button[type=submit]');
    await page.waitForSelector('.plan');
    await page.select('.about select', 'hb');
    await page.waitForSelector('.changes');
    await expectSound(page, 1000);
    await page.close();
  });

  test.each([1000, NARROW])('cards and the pill at %i px', async (width) => {
    const page = await chromium.open('https://console.huaweicloud.com/beian/');
    await page.setViewport({ width, height: 700 });
    await waitForCards(page, 2);
    expect(await inRoots(page, CARD, badlyLaid)).toEqual([[], []]);
    await inRoots(page, CARD, (root) => root.querySelector<HTMLElement>('button.text')?.focus());
    await page.keyboard.press('Enter');
    expect((await inRoots(page, CARD, badlyLaid)).flat()).toEqual([]);
    await untilSeen(page, 'pill', 1);
    expect(await inRoots(page, PILL, badlyLaid)).toEqual([[]]);
    await inRoots(page, PILL, (root) => root.querySelector('button')?.focus());
    await page.keyboard.press('Enter');
    await expect
      .poll(() => inRoots(page, PILL, (root) => root.querySelectorAll('.text').length))
      .toEqual([expect.toSatisfy((count: number) => count > 0)]);
    await inRoots(page, PILL, (root) => root.querySelector<HTMLElement>('.text')?.focus());
    await page.keyboard.press('Enter');
    await expect.poll(() => inRoots(page, PILL, (root) => root.querySelector('.answer') !== null)).toEqual([true]);
    expect(await inRoots(page, PILL, badlyLaid)).toEqual([[]]);
    await page.close();
  });
});

/**
 * Builds the extension in an empty folder, from a copy of this project in which every text has
 * grown.
 */
function buildGrown(to: string): void {
  for (const name of readdirSync(ROOT)) {
    if (!['.git', 'dist', 'docs', 'node_modules', 'out', 'test'].includes(name))
      cpSync(join(ROOT, name), join(to, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'), 'junction');
  for (const name of readdirSync(join(to, 'public/_locales')))
    growFile(join(to, 'public/_locales', name, 'messages.json'));
  for (const name of readdirSync(join(to, 'src/data'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.json')) growFile(join(to, 'src/data', name));
  }
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--mode', 'chrome', '--logLevel', 'error'], {
    cwd: to,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The grown copy cannot be built:\n${stderr}`);
}

function growFile(path: string): void {
  const isWords = basename(dirname(dirname(path))) === '_locales';
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(grown(value, isWords ? 'message' : 'en')));
}

/** Returns a value with all its texts grown. `tells` is the property that tells a text. */
function grown(value: unknown, tells: string): unknown {
  if (Array.isArray(value)) return value.map((one) => grown(one, tells));
  if (typeof value !== 'object' || value === null) return value;
  const isText = tells in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      isText && (tells === 'en' || key === tells) ? all(one) : grown(one, tells),
    ]),
  );
}

/** Grows every string of a text or of blocks but what is no text. */
function all(value: unknown): unknown {
  if (typeof value === 'string') return longer(value);
  if (Array.isArray(value)) return value.map(all);
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [key, key === 'kind' || key === 'url' ? one : all(one)]),
  );
}

/**
 * Returns a text with each of its words half as long again; parameters and addresses as they are.
 */
function longer(text: string): string {
  return text.replace(/\$[A-Za-z_]+\$|https?:\/\/\S+|[\p{L}\p{M}\p{N}’]+/gu, (word) =>
    /^\$|:\/\//.test(word) ? word : word + word.slice(0, Math.ceil(word.length / 2)),
  );
}
