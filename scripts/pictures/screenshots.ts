/**
 * `npm run screenshots`: the pictures of the documentation, taken from the real extension in
 * Chromium.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { type Chromium, launchChromium } from '../../test/support/browser/chromium.ts';
import { requireBrowser, requireInterface } from '../../test/support/browser/find-browser.ts';
import { openScreen } from '../../test/support/browser/outcomes.ts';
import { openChip } from '../../test/support/browser/roots.ts';
import { type Serve, savePopup } from '../../test/support/browser/served-pages.ts';
import { build } from '../build/build.ts';
import { consolePage } from '../start/demo-page.ts';
import { useSystemLikeFonts } from './fonts.ts';
import { openExport } from './sample-export.ts';
import { OFFERS, PILL_PLACED, searchPage, shopPage } from './sample-pages.ts';

const OUT = join(ROOT, 'docs/screenshots');
const SHOP = 'shop.example.com.cn';
const HOSTS = [SHOP, 'docs.example.io', 'foo.github.io'];
const CONSOLE = 'https://beian.aliyun.com/';
const SEARCH = 'https://wanwang.aliyun.com/domain/searchresult';

/** What is kept of a name, and the state in which its popup is a picture. */
const STATES = [
  { name: 'not-yet', host: 'www.example.com', kept: { registrar: 'godaddy' } },
  { name: 'cannot-tell', host: 'example.me', kept: {} },
  { name: 'filed', host: 'www.example.net', kept: { record: 'own', registrar: 'alibaba-cloud' } },
] as const;

const LOOKS = [
  { name: 'en-light', language: 'en-US', locale: 'en', dark: false },
  { name: 'en-dark', language: 'en-US', locale: 'en', dark: true },
  { name: 'zh-light', language: 'zh-CN', locale: 'zh_CN', dark: false },
  { name: 'zh-dark', language: 'zh-CN', locale: 'zh_CN', dark: true },
] as const;

async function take(chromium: Chromium, look: string): Promise<void> {
  for (const host of HOSTS) {
    const page = await chromium.open(`https://${host}/`);
    const popup = await chromium.clickIcon(page);
    // What the page shows comes a moment later.
    await popup.waitForSelector('main[data-page=read]');
    await savePopup(popup, join(OUT, `popup-${host}-${look}.png`));
    if (host === SHOP) {
      const numbers = await popup.waitForSelector('.on-page .evidence li');
      await numbers?.scrollIntoView();
      await savePopup(popup, join(OUT, `numbers-${look}.png`));
    }
    await popup.close();
    await page.close();
  }
  for (const { name, host, kept } of STATES) {
    const domain = host.replace('www.', '');
    await chromium.evaluate(
      (key, answers) => chrome.storage.local.set({ [key]: { version: 1, answers, hosts: {} } }),
      `case:${domain}`,
      kept,
    );
    const popup = await chromium.openPopup(host);
    await savePopup(popup, join(OUT, `popup-${name}-${look}.png`));
    if (name === 'not-yet') {
      await openScreen(popup, 'compare');
      await popup.waitForSelector('[data-quicker]');
      await savePopup(popup, join(OUT, `compare-${look}.png`));
    }
    await popup.close();
    await chromium.evaluate((key) => chrome.storage.local.remove(key), `case:${domain}`);
  }
  const form = await chromium.open(CONSOLE);
  const console = await chromium.clickIcon(form);
  await console.waitForSelector('main[data-page=read]');
  await savePopup(console, join(OUT, `console-${look}.png`));
  await console.close();
  await form.close();
  const explained = await chromium.openPage(
    'src/entries/popup/index.html?explain=TLD%E6%9C%AA%E6%89%B9%E5%A4%8D',
    'main',
  );
  await shoot(explained, `explain-${look}`, 600, 430);
  await explained.close();
  const offers = await chromium.open(SEARCH);
  await offers.setViewport({ width: 900, height: 600 });
  await offers.waitForFunction(
    (count) => document.querySelectorAll('[data-icp-filing-guide=chip]').length === count,
    { polling: 50 },
    OFFERS.length,
  );
  await openChip(offers, 'unknown');
  await offers.waitForSelector(PILL_PLACED);
  await offers.screenshot({ path: join(OUT, `signs-${look}.png`) as `${string}.png` });
  await offers.close();
  const page = await chromium.open(CONSOLE);
  await page.setViewport({ width: 760, height: 470, deviceScaleFactor: 2 });
  await page.waitForSelector('[data-icp-filing-guide=card]');
  await page.waitForSelector(PILL_PLACED);
  await page.screenshot({ path: join(OUT, `card-${look}.png`) as `${string}.png` });
  await page.close();
  for (const name of ['welcome', 'options', 'facts'] as const) {
    const opened = await chromium.openPage(`src/entries/${name}/index.html`, 'main');
    await shoot(opened, `${name}-${look}`, name === 'options' ? 1000 : 800, 1200);
    await opened.close();
  }
  const panel = await chromium.openPage('src/entries/side-panel/index.html', 'main');
  for (const host of ['www.example.com', 'shop.example.com.cn']) {
    await panel.type('.name-field input', host);
    await panel.keyboard.press('Enter');
    await panel.waitForSelector(`main[data-host="${host}"]:not([data-loading])`);
    await panel.click('[data-asks=hosting] .chips button');
    await panel.waitForSelector('main[data-findings~="filing-needed:pass"]');
  }
  await panel.waitForSelector('.cases summary');
  await panel.click('.cases summary');
  await shoot(panel, `panel-${look}`, 800, 360);
  await panel.close();
  const portfolio = await chromium.openPage('src/entries/portfolio/index.html', 'main[data-rows]');
  await shoot(portfolio, `portfolio-empty-${look}`, 620, 1200);
  await openExport(portfolio);
  await portfolio.click('[data-fix=move-registrar]');
  await portfolio.waitForSelector('.todo .all');
  await shoot(portfolio, `portfolio-${look}`, 1000, 1200);
  await portfolio.click('.grid [data-host]');
  await portfolio.waitForSelector('.case');
  await shoot(portfolio, `case-${look}`, 1000, 1440);
  await portfolio.close();
}

/** The upper part of a page, as wide as it likes to be if nothing else is said. */
async function shoot(page: Page, name: string, height: number, width = 1000): Promise<void> {
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.screenshot({ path: join(OUT, `${name}.png`) as `${string}.png` });
}

mkdirSync(OUT, { recursive: true });
useSystemLikeFonts();
requireInterface('chromium', 'zh-CN');
const executable = requireBrowser('chromium');
await build(['chrome']);
for (const { name, language, locale, dark } of LOOKS) {
  const serve: Serve = ({ href }) => {
    const body = { [`https://${SHOP}/`]: shopPage(locale), [CONSOLE]: consolePage(), [SEARCH]: searchPage(locale) }[
      href
    ];
    return body === undefined ? null : { body };
  };
  const chromium = await launchChromium({
    executable,
    language,
    dark,
    headless: true,
    serve,
  });
  try {
    await take(chromium, name);
  } finally {
    await chromium.close();
  }
}
console.log(`Saved below ${OUT}`);
