/**
 * `npm run store:screenshots`: the pictures that the stores show, composed of pictures of the real
 * extension in Chromium.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../../test/support/browser/chromium.ts';
import { requireInterface } from '../../test/support/browser/find-browser.ts';
import { openChip } from '../../test/support/browser/roots.ts';
import type { Serve } from '../../test/support/browser/served-pages.ts';
import { build } from '../build/build.ts';
import { ICON, iconHtml, LOGO, SCREENSHOT, sceneHtml, TILE, tileHtml, WINDOW } from './compose-scene.ts';
import { useSystemLikeFonts } from './fonts.ts';
import { openExport } from './sample-export.ts';
import { formPage, OFFERS, PILL_PLACED, type StoreLocale, searchPage, shopPage } from './sample-pages.ts';
import { SCENES, type SceneName, TILES } from './scene-words.ts';

const OUT = join(ROOT, 'docs/store/screenshots');
const SHOP = 'https://shop.example.com.cn/';
const FORM = 'https://beian.aliyun.com/';
const SEARCH = 'https://wanwang.aliyun.com/domain/searchresult';
const LANGUAGES: Readonly<Record<StoreLocale, string>> = { en: 'en-US', zh_CN: 'zh-CN' };

interface Shot {
  readonly page: Uint8Array;
  readonly popup?: Uint8Array;
}

const SHOTS: Readonly<Record<SceneName, (chromium: Chromium) => Promise<Shot>>> = {
  '1-verdict': async (chromium) => {
    const page = await chromium.open(SHOP);
    const popup = await chromium.clickIcon(page);
    await popup.waitForSelector('main[data-page=read]');
    const picture = await popup.screenshot({ captureBeyondViewport: false });
    await popup.close();
    return { page: await shoot(page), popup: picture };
  },
  '2-card': async (chromium) => {
    const page = await chromium.open(FORM);
    await page.waitForSelector('[data-icp-filing-guide=card]');
    await page.waitForSelector(PILL_PLACED);
    return { page: await shoot(page) };
  },
  '3-chips': async (chromium) => {
    const page = await chromium.open(SEARCH);
    await page.setViewport({ ...WINDOW });
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-icp-filing-guide=chip]').length === count,
      {},
      OFFERS.length,
    );
    await openChip(page, 'no');
    await page.waitForSelector(PILL_PLACED);
    return { page: await shoot(page) };
  },
  '4-portfolio': async (chromium) => {
    const page = await chromium.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
    await page.setViewport({ ...WINDOW });
    await openExport(page);
    return { page: await shoot(page) };
  },
  '5-facts': async (chromium) => {
    const page = await chromium.openPage('src/entries/facts/index.html', 'main');
    await page.type('input', 'com');
    // Without the mark of the field that is typed into.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    return { page: await shoot(page) };
  },
};

/** The part of a page that the frame shows. */
async function shoot(page: Page): Promise<Uint8Array> {
  await page.setViewport({ ...WINDOW });
  await page.bringToFront();
  const picture = await page.screenshot({ captureBeyondViewport: false });
  await page.close();
  return picture;
}

/** Draws a page of ours and saves it; what it leaves clear is clear in the picture. */
async function compose(
  chromium: Chromium,
  size: Readonly<{ width: number; height: number }>,
  html: string,
  file: string,
) {
  const page = await chromium.browser.newPage();
  await page.setViewport({ ...size });
  await page.setContent(html);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  writeFileSync(file, await page.screenshot({ optimizeForSpeed: false, omitBackground: true }));
  await page.close();
}

useSystemLikeFonts();
requireInterface('chromium', 'zh-CN');
await build(['chrome']);
rmSync(OUT, { recursive: true, force: true });
for (const locale of Object.keys(LANGUAGES) as StoreLocale[]) {
  const serve: Serve = ({ href }) => {
    const body = { [SHOP]: shopPage(locale), [FORM]: formPage(), [SEARCH]: searchPage(locale) }[href];
    return body === undefined ? null : { body };
  };
  const folder = join(OUT, locale);
  mkdirSync(folder, { recursive: true });
  const chromium = await launchChromium({
    language: LANGUAGES[locale],
    serve,
  });
  try {
    for (const [name, take] of Object.entries(SHOTS) as [SceneName, (typeof SHOTS)[SceneName]][]) {
      const scene = { ...SCENES[locale][name], ...(await take(chromium)) };
      await compose(chromium, SCREENSHOT, sceneHtml(locale, scene), join(folder, `${name}.png`));
    }
    await compose(chromium, TILE, tileHtml(locale, TILES[locale]), join(folder, 'tile.png'));
    await compose(chromium, ICON, iconHtml(), join(OUT, 'icon.png'));
    await compose(chromium, LOGO, iconHtml(), join(OUT, 'logo.png'));
  } finally {
    await chromium.close();
  }
}
console.log(`Saved below ${OUT}`);
