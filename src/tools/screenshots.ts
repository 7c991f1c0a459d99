/** `npm run screenshots`: the pictures of the documentation, taken from the real extension in Chromium. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { ROOT } from '../build/load.ts';
import { requireBrowser, requireChineseInterface, requireCjkFonts } from './browsers.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { consolePage } from './demo.ts';
import { type Serve, savePopup } from './pages.ts';

const OUT = join(ROOT, 'docs/screenshots');
const HOSTS = ['shop.example.com.cn', 'docs.example.io', 'foo.github.io'];
const CONSOLE = 'https://beian.aliyun.com/';

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
}

mkdirSync(OUT, { recursive: true });
requireCjkFonts();
requireChineseInterface('chromium');
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
