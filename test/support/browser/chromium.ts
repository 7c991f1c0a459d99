/**
 * Drives a browser of the Chromium family with the extension loaded: real pages, a real click on
 * the toolbar icon.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page, type Target } from 'puppeteer-core';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { backstageOf, LIGHTEST } from './backstage.ts';
import { requireBrowser } from './find-browser.ts';
import { answerRequests, type Serve } from './served-pages.ts';

export interface ChromiumOptions {
  /** The browser of this machine, if not given. */
  readonly executable?: string;
  /** Folder of the extension; the one that was built, if not given. */
  readonly extension?: string;
  readonly headless?: boolean;
  /** BCP 47 tag of the browser's interface. */
  readonly language?: string;
  readonly dark?: boolean;
  readonly serve?: Serve;
  /** Folder of a profile that is to be there at the next start; a fresh one if not given. */
  readonly profile?: string;
  /** Further switches of the browser. */
  readonly switches?: readonly string[];
  /** Whether a welcome page is awaited, and closed; true if not given. */
  readonly welcomed?: boolean;
  /** Whether the extension may run in incognito windows. */
  readonly incognito?: boolean;
}

export interface Chromium {
  readonly browser: Browser;
  readonly extensionId: string;
  /**
   * Runs a function where the extension's API is, in a tab behind the others: it takes no focus,
   * and closes no popup.
   */
  readonly evaluate: Page['evaluate'];
  /** Every request that a part of the extension made to anything but its own files. */
  readonly extensionRequests: readonly string[];
  /**
   * A new tab whose requests are all answered from memory. `prepare` gets the tab before it goes
   * anywhere.
   */
  open(address: string, prepare?: (page: Page) => void): Promise<Page>;
  /** The same in a new incognito window. */
  openIncognito(address: string): Promise<Page>;
  /** The popup page in a tab of its own, asked about a given name. */
  openPopup(input: string): Promise<Page>;
  /**
   * A page of the extension in a tab of its own, once it has what the selector names. `prepare`
   * gets the tab before it goes there.
   */
  openPage(path: string, selector: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** Clicks the toolbar icon on a tab, as a person would. Returns the popup, drawn. */
  clickIcon(page: Page): Promise<Page>;
  /** Ends the background worker as the browser does when it was idle. */
  killWorker(): Promise<void>;
  /** Bytes of script memory that the background worker uses, after a clean-up. */
  workerMemory(): Promise<number>;
  /** Loads the extension anew under the open pages, as an update does. */
  reloadExtension(): Promise<void>;
  /** Removes the extension under the open pages. */
  removeExtension(): Promise<void>;
  close(): Promise<void>;
}

/** The popup once all of it is drawn, also what lies below the fold. */
const WHOLE = 'main:not([data-loading])';

/**
 * Starts the browser with a fresh profile. Throws where it does not start or the extension does not
 * load.
 */
export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const { headless = true, language = 'en-US', dark = false, serve = () => null } = options;
  const { executable = requireBrowser('chromium'), extension = join(ROOT, 'dist/chrome') } = options;
  const { profile, switches = [], incognito = false } = options;
  const isFresh = profile === undefined || !existsSync(join(profile, 'Default'));
  const { welcomed = true } = options;
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless,
    pipe: true,
    timeout: 90_000,
    enableExtensions: incognito ? true : [extension],
    ...(profile === undefined ? {} : { userDataDir: profile }),
    defaultViewport: headless ? { width: 1100, height: 800 } : null,
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // Without it the screen is so low that no popup could be as high as browsers allow.
      ...(headless ? ['--disable-gpu', '--screen-info={1280x1024}', '--window-size=1200,1000'] : []),
      ...(dark ? ['--force-dark-mode'] : []),
      `--lang=${language}`,
      '--disable-quic',
      // Of the browser's bubbles and tabs, not of pages: what lies in between need not be drawn.
      '--animation-duration-scale=0',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...switches,
    ],
  });
  const cdp = await browser.target().createCDPSession();
  if (incognito) await cdp.send('Extensions.loadUnpacked', { path: extension, enableInIncognito: true });
  const extensionId = await idOf(browser);
  const own = `chrome-extension://${extensionId}/`;
  if (welcomed && isFresh) {
    // A fresh profile is welcomed; the page must not take the focus later on. Versions before had
    // it in another folder.
    const welcome = await browser.waitForTarget(
      (target) => target.url().startsWith(own) && target.url().includes('/welcome/index.html'),
    );
    await (await welcome.page())?.close();
  }
  const extensionRequests: string[] = [];
  const watched = new Map<Target, Promise<CDPSession>>();

  async function watch(target: Target): Promise<void> {
    if (watched.has(target) || !target.url().startsWith(own)) return;
    // Noted before it is waited for: a second session would be one that nobody ends.
    const attached = target.createCDPSession();
    watched.set(target, attached);
    const session = await attached;
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith(own) && !request.url.startsWith('data:')) extensionRequests.push(request.url);
    });
    await session.send('Network.enable');
  }
  // A target that is gone before it can be watched made no request that matters.
  browser.on('targetcreated', (target) => void watch(target).catch(() => {}));
  for (const target of browser.targets()) await watch(target);

  async function openPage(path: string, selector: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await browser.newPage();
    await prepare?.(page);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await page.goto(`${own}${path}`);
    await page.waitForSelector(selector);
    return page;
  }

  const backstage = backstageOf(async () => {
    const page = await browser.newPage({ type: 'tab', background: true });
    await page.goto(`${own}${LIGHTEST}`);
    return page;
  });

  async function goTo(page: Page, address: string): Promise<Page> {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await answerRequests(page, serve);
    await page.goto(address);
    return page;
  }

  return {
    browser,
    extensionId,
    evaluate: backstage.evaluate,
    extensionRequests,
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
      if (page === null) throw new Error('The incognito window has no page.');
      return goTo(page, address);
    },
    async openPopup(input) {
      const page = await openPage(`src/entries/popup/index.html?input=${encodeURIComponent(input)}`, WHOLE);
      await page.setViewport({ width: 400, height: 600 });
      return page;
    },
    openPage,
    async clickIcon(page) {
      await page.bringToFront();
      // One that is about to close is none, nor is the same page in a tab.
      const known = new Set(browser.targets());
      const opened = browser.waitForTarget(
        (target) => !known.has(target) && target.url().startsWith(own) && target.url().includes('/popup/'),
      );
      const extension = (await browser.extensions()).get(extensionId);
      if (extension === undefined) throw new Error(`No extension ${extensionId}`);
      await page.triggerExtensionAction(extension);
      const popup = await (await opened).asPage();
      if (dark) await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await popup.waitForSelector(WHOLE);
      return popup;
    },
    async killWorker() {
      const target = await browser.waitForTarget(isWorker);
      // A worker that a debugger is attached to never starts again (Chromium bug 1371432).
      // One that was ended before has no session any more.
      await watched
        .get(target)
        ?.then((session) => session.detach())
        .catch(() => {});
      watched.delete(target);
      // By its id: a session that begins in the same moment can leave it neither running nor ended.
      const { targetInfos } = await cdp.send('Target.getTargets');
      const running = targetInfos.find(({ type, url }) => type === 'service_worker' && url === target.url());
      if (running !== undefined) await cdp.send('Target.closeTarget', { targetId: running.targetId });
    },
    async workerMemory() {
      const session = await (await browser.waitForTarget(isWorker)).createCDPSession();
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      await session.detach();
      return usedSize;
    },
    async reloadExtension() {
      const worker = await (await browser.waitForTarget(isWorker)).worker();
      // The reload cuts the line on which the answer would come.
      void worker?.evaluate('chrome.runtime.reload()').catch(() => {});
    },
    async removeExtension() {
      await cdp.send('Extensions.uninstall', { id: extensionId });
    },
    close: () => browser.close(),
  };
}

async function idOf(browser: Browser): Promise<string> {
  return new URL((await browser.waitForTarget(isWorker)).url()).host;
}

function isWorker(target: Target): boolean {
  return target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
}
