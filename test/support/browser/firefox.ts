/**
 * Drives Firefox with the extension installed: its pages in tabs, and what a person does in the
 * window around them.
 */
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { backstageOf, LIGHTEST } from './backstage.ts';
import { requireBrowser } from './find-browser.ts';
import { type Connection, type FirefoxWindow, windowOf } from './firefox-window.ts';
import { answerRequests, type Serve } from './served-pages.ts';

/** Fixes the address of the extension's own pages. */
const UUID = '11111111-2222-4333-8444-555555555555';
const GECKO_ID = 'icp-filing-guide@icp-filing-guide.org';

export interface FirefoxOptions {
  /** The browser of this machine, if not given. */
  readonly executable?: string;
  /** Folder of the extension; the one that was built, if not given. */
  readonly extension?: string;
  readonly headless?: boolean;
  readonly dark?: boolean;
  /** BCP 47 tag of the browser's interface. */
  readonly language?: string;
  readonly serve?: Serve;
  /** Whether the extension may run in private windows. */
  readonly incognito?: boolean;
  /** Installs the extension in another way than as developers do. */
  readonly install?: (browser: Browser) => Promise<void>;
  /** Preferences besides ours. */
  readonly prefs?: Readonly<Record<string, unknown>>;
}

export interface Firefox {
  readonly browser: Browser;
  /**
   * Runs a function where the extension's API is, in a tab behind the others: it takes no focus,
   * and closes no popup.
   */
  readonly evaluate: Page['evaluate'];
  /** What is around the pages. */
  readonly window: FirefoxWindow;
  /**
   * A new tab whose requests are all answered from memory. `prepare` gets the tab before it goes
   * anywhere.
   */
  open(address: string, prepare?: (page: Page) => void): Promise<Page>;
  /** The same in a new private window. */
  openIncognito(address: string): Promise<Page>;
  /** The popup page, asked about a given name. */
  openPopup(input: string): Promise<Page>;
  /**
   * A page of the extension in a tab of its own, once it has what the selector names. `prepare`
   * gets the tab before it goes there.
   */
  openPage(path: string, selector: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** Removes the extension under the open pages. */
  removeExtension(): Promise<void>;
  close(): Promise<void>;
}

/** Returns a preference that fixes the addresses of other extensions, by their ids, and ours. */
export function uuidsWith(others: Readonly<Record<string, string>>): string {
  return JSON.stringify({ [GECKO_ID]: UUID, ...others });
}

/** Starts Firefox with a fresh profile. Throws where it does not start or refuses the extension. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<Firefox> {
  const {
    executable = requireBrowser('firefox'),
    extension = join(ROOT, 'dist/firefox'),
    headless = true,
    dark = false,
    language = 'en-US',
    serve = () => null,
    incognito = false,
    prefs,
  } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless,
    timeout: 90_000,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': uuidsWith({}),
      // The list of downloads would take the focus from the page that saved a file.
      'browser.download.alwaysOpenPanel': false,
      'intl.locale.requested': language,
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      ...prefs,
    },
  });
  // Puppeteer's own way leaves private windows out.
  const { connection } = browser as unknown as { readonly connection: Connection };
  if (options.install) await options.install(browser);
  else
    await connection.send('webExtension.install', {
      extensionData: { type: 'path', path: extension },
      'moz:allowPrivateBrowsing': incognito,
    });
  async function openPage(path: string, selector: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await browser.newPage();
    await prepare?.(page);
    await show(page, path, selector);
    return page;
  }

  const backstage = backstageOf(async () => {
    const page = await browser.newPage({ type: 'tab', background: true });
    await show(page, LIGHTEST, 'img');
    return page;
  });

  async function goTo(page: Page, address: string): Promise<Page> {
    await answerRequests(page, serve);
    await page.goto(address);
    return page;
  }

  return {
    browser,
    evaluate: backstage.evaluate,
    window: await windowOf(browser, GECKO_ID),
    async open(address, prepare) {
      const page = await browser.newPage();
      prepare?.(page);
      return goTo(page, address);
    },
    async openIncognito(address) {
      await backstage.evaluate(() => null);
      const known = new Set(browser.targets());
      const opened = browser.waitForTarget((target) => target.type() === 'page' && !known.has(target));
      await backstage.evaluate(() => chrome.windows.create({ incognito: true, url: 'about:blank' }).then(() => {}));
      const page = await (await opened).page();
      if (page === null) throw new Error('The private window has no page.');
      await page.bringToFront();
      return goTo(page, address);
    },
    async openPopup(input) {
      const page = await openPage(
        `src/entries/popup/index.html?input=${encodeURIComponent(input)}`,
        'main[data-standing]:not([data-loading])',
      );
      await page.setViewport({ width: 400, height: 600 });
      return page;
    },
    openPage,
    async removeExtension() {
      await connection.send('webExtension.uninstall', { extension: GECKO_ID });
    },
    close: () => browser.close(),
  };
}

/**
 * Goes to a page of the extension. Load is never reported for these: what they draw is waited for
 * instead.
 */
async function show(page: Page, path: string, selector: string): Promise<void> {
  page.goto(new URL(path, `moz-extension://${UUID}/`).href).catch(() => {});
  await drawn(page, selector);
}

/**
 * Firefox reports no navigation of extension pages, so the wait may begin on the blank page before;
 * a look at it while it is swapped for the real one fails with this one error, which says nothing
 * about the real page.
 */
async function drawn(page: Page, selector: string): Promise<void> {
  for (const deadline = performance.now() + page.getDefaultTimeout(); ; ) {
    try {
      await page.waitForSelector(selector, { timeout: Math.max(1, deadline - performance.now()) });
      return;
    } catch (error) {
      const causes = causesOf(error);
      const isSwap = causes.some((one) => one.includes("right-hand side of 'in' should be an object"));
      if (!isSwap || performance.now() > deadline) throw error;
      // The error comes at once, without a word to the browser: the next look must let the
      // browser's answers in first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Returns the message of what was thrown and those of what caused it, the outermost first. */
function causesOf(error: unknown): string[] {
  const messages: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) messages.push(at.message);
  return messages;
}
