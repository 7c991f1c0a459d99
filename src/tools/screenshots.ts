/** `npm run screenshots`: the pictures of the documentation, taken from the real extension in Chromium. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from '../build/build.ts';
import { ROOT } from '../build/load.ts';
import { requireBrowser, requireCjkFonts, requireInterface } from './browsers.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { consolePage } from './demo.ts';
import { type Serve, savePopup } from './pages.ts';

const OUT = join(ROOT, 'docs/screenshots');
const HOSTS = ['shop.example.com.cn', 'docs.example.io', 'foo.github.io'];
const CONSOLE = 'https://beian.aliyun.com/';

/** A brand under several suffixes, and what people have besides. */
const NAMES = [
  'example.com',
  'example.cn',
  'www.example.com',
  'example.io',
  'brand.xyz',
  'brand.com.cn',
  'me.github.io',
];

const LOOKS = [
  { name: 'en-light', language: 'en-US', dark: false },
  { name: 'en-dark', language: 'en-US', dark: true },
  { name: 'zh-light', language: 'zh-CN', dark: false },
  { name: 'zh-dark', language: 'zh-CN', dark: true },
] as const;

const serve: Serve = (url) => (url.host === new URL(CONSOLE).host ? { body: consolePage() } : null);

async function take(chromium: Chromium, look: string): Promise<void> {
  for (const host of HOSTS) {
    const page = await chromium.open(`https://${host}/`);
    const popup = await chromium.clickIcon(page);
    await savePopup(popup, join(OUT, `popup-${host}-${look}.png`));
    await popup.close();
    await page.close();
  }
  const page = await chromium.open(CONSOLE);
  await page.setViewport({ width: 760, height: 470, deviceScaleFactor: 2 });
  await page.waitForSelector('icp-filing-guide-card');
  await page.screenshot({ path: join(OUT, `card-${look}.png`) as `${string}.png` });
  await page.close();
  for (const name of ['welcome', 'options', 'facts'] as const) {
    const opened = await chromium.openPage(`src/${name}/index.html`, 'main');
    await shoot(opened, `${name}-${look}`, 800);
    await opened.close();
  }
  const portfolio = await chromium.openPage('src/portfolio/index.html', 'main[data-rows]');
  await portfolio.type('.intake textarea', NAMES.join('\n'));
  await portfolio.click('.intake button[type=submit]');
  await portfolio.waitForSelector('.plan');
  await portfolio.select('.about select', 'gx');
  await portfolio.waitForSelector('.changes');
  await shoot(portfolio, `portfolio-${look}`, 1000);
  await portfolio.close();
}

/** The upper part of a page, as wide as it likes to be. */
async function shoot(page: Page, name: string, height: number): Promise<void> {
  await page.setViewport({ width: 1000, height, deviceScaleFactor: 1 });
  await page.screenshot({ path: join(OUT, `${name}.png`) as `${string}.png` });
}

mkdirSync(OUT, { recursive: true });
requireCjkFonts();
requireInterface('chromium', 'zh-CN');
const executable = requireBrowser('chromium');
await build(['chrome']);
for (const { name, language, dark } of LOOKS) {
  const chromium = await launchChromium({
    executable,
    extension: join(ROOT, 'dist/chrome'),
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
