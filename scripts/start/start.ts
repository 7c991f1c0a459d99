/** `npm start [-- HOST…]`: builds the extension and shows it at work in a real browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import type { Result } from '../../src/domain/common/result.ts';
import { readHost } from '../../src/domain/hostname/read-host.ts';
import { launchChromium } from '../../test/support/browser/chromium.ts';
import {
  BROWSERS,
  type BrowserKind,
  requireBrowser,
  requireCjkFonts,
  requireInterface,
} from '../../test/support/browser/find-browser.ts';
import { launchFirefox } from '../../test/support/browser/firefox.ts';
import { plainPage, type Serve, savePopup } from '../../test/support/browser/served-pages.ts';
import { build } from '../build/build.ts';
import { demoPage } from './demo-page.ts';

/** Tags of the browser's interface, by what is asked for. */
const LANGUAGES: Readonly<Record<string, string>> = { en: 'en-US', zh: 'zh-CN', 'zh-TW': 'zh-TW', ja: 'ja' };
const USAGE = `Usage: npm start [-- [--browser ${BROWSERS.join('|')}] [--language ${Object.keys(LANGUAGES).join('|')}] HOST…]`;
const DEMO = ['www.example.com', 'shop.example.com.cn', 'docs.example.io', '例子.中国', 'foo.github.io'];
const OUT = join(ROOT, 'out');

interface Plan {
  readonly browser: BrowserKind;
  readonly language: string;
  readonly hosts: readonly string[];
}

/** Returns what to show where, or what is wrong with the command's arguments. */
export function readPlan(argv: readonly string[]): Result<Plan, { readonly wrong: string }> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { browser: { type: 'string', default: 'chromium' }, language: { type: 'string', default: 'en' } },
    });
    const browser = BROWSERS.find((kind) => kind === values.browser);
    if (browser === undefined)
      return { ok: false, wrong: `--browser: expected one of ${BROWSERS.join(', ')}, found "${values.browser}"` };
    const language = Object.hasOwn(LANGUAGES, values.language) ? LANGUAGES[values.language] : undefined;
    if (language === undefined)
      return {
        ok: false,
        wrong: `--language: expected one of ${Object.keys(LANGUAGES).join(', ')}, found "${values.language}"`,
      };
    return { ok: true, browser, language, hosts: positionals };
  } catch (error) {
    return { ok: false, wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the address to open for what a person typed; browser pages as they are. */
export function addressOf(input: string): string {
  if (/^(?:about|chrome|edge):/i.test(input)) return input;
  const read = readHost(input);
  const host = 'type' in read && read.type !== 'ip-address' ? null : read.host;
  return host ? `https://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}/` : '';
}

async function main(): Promise<void> {
  const plan = readPlan(process.argv.slice(2));
  if (!plan.ok) {
    console.error(`${plan.wrong}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const executable = requireBrowser(plan.browser);
  requireCjkFonts();
  if (plan.browser === 'chromium' || plan.browser === 'firefox') requireInterface(plan.browser, plan.language);
  const target = plan.browser === 'firefox' ? 'firefox' : 'chrome';
  await build([target]);
  const extension = join(ROOT, 'dist', target);
  if (hasDisplay()) await showWindow(plan, executable, extension);
  else await showHeadless(plan, executable, extension);
}

function hasDisplay(): boolean {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens a window and stays until it is closed. Only the first pages come from here; what a person
 * opens is the live web.
 */
async function showWindow({ browser, language, hosts }: Plan, executable: string, extension: string): Promise<void> {
  const serve: Serve = (url) => ({ body: hosts.length > 0 ? plainPage(url.host) : demoPage(DEMO) });
  const started =
    browser === 'firefox'
      ? await launchFirefox({ executable, extension, language, headless: false, serve })
      : await launchChromium({ executable, extension, headless: false, language, serve });
  const closed = new Promise<void>((resolve) => started.browser.once('disconnected', () => resolve()));
  for (const address of hosts.length > 0
    ? hosts.map(addressOf).filter(Boolean)
    : ['https://demo.icp-filing-guide.org/']) {
    const page = await started.open(address);
    // From here on the tab is the person's.
    await page.setRequestInterception(false);
  }
  console.log('The extension is loaded. Pin its icon, open any site and click it; close the browser to end.');
  await closed;
}

async function showHeadless({ browser, language, hosts }: Plan, executable: string, extension: string): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const started =
    browser === 'firefox'
      ? await launchFirefox({ executable, extension, language })
      : await launchChromium({ executable, extension, language });
  try {
    for (const input of hosts.length > 0 ? hosts : DEMO) {
      const shown = await showOne(input, started).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      );
      if (!(shown instanceof Error)) console.log(shown);
      else {
        console.log(`${input}  could not be shown: ${shown.message.split('\n')[0]}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await started.close();
  }
}

type Started = Awaited<ReturnType<typeof launchChromium>> | Awaited<ReturnType<typeof launchFirefox>>;

/** Shows one input. Returns the line to print. */
async function showOne(input: string, started: Started): Promise<string> {
  const pages: Page[] = [];
  try {
    if (!('clickIcon' in started)) pages.push(await started.openPopup(input));
    else {
      const address = addressOf(input);
      if (address === '') throw new Error('it is no address that a browser could open');
      const page = await started.open(address);
      pages.push(page, await started.clickIcon(page));
    }
    const popup = pages.at(-1);
    if (popup === undefined) throw new Error('no popup');
    const line = await popup.$eval('main', (main) => {
      const { host, registrable, standing, problem, coverage } = main.dataset;
      const headline = main.querySelector('[data-part=headline]')?.textContent ?? '';
      return problem
        ? `${problem}  “${headline}”`
        : `${standing}  “${headline}”  host=${host} registrable=${registrable} coverage=${coverage}`;
    });
    const file = join('out', `${input.replace(/[^\p{L}\p{N}.-]+/gu, '_').slice(0, 80) || 'empty'}.png`);
    await savePopup(popup, join(ROOT, file));
    return `${input}  ${line}  → ${file}`;
  } finally {
    for (const page of pages.reverse()) await page.close().catch(() => {});
  }
}

if (process.argv[1]?.endsWith('start.ts')) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
