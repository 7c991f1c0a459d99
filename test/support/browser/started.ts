import { afterAll, beforeAll } from 'vitest';
import { LIGHTEST } from './backstage.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from './chromium.ts';
import { type Firefox, type FirefoxOptions, launchFirefox } from './firefox.ts';
import type { Serve } from './served-pages.ts';

/**
 * Returns the browser, once the tests of the block run: one that is lent (`borrowChromium`), where
 * nothing is asked of it but what it serves.
 */
export function startChromium(options: ChromiumOptions = {}): () => Chromium {
  const { serve = NOTHING, language = 'en-US', dark = false, ...others } = options;
  const isOrdinary = language === 'en-US' && !dark && Object.keys(others).length === 0;
  return started(() => (isOrdinary ? borrowChromium({ serve }) : launchChromium(options)));
}

export function startFirefox(options: FirefoxOptions = {}): () => Firefox {
  return started(() => launchFirefox(options));
}

function started<T extends { close(): Promise<void> }>(launch: () => Promise<T>): () => T {
  let browser: T | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (browser === undefined) throw new Error('The browser is started when the tests run, and not before.');
    return browser;
  };
}

const NOTHING: Serve = () => null;
/** What the browser that is lent serves now. */
let serving = NOTHING;
/** The browser of this worker that waits to be lent, with what was granted when it was new. */
let waiting: { readonly chromium: Chromium; readonly granted: string } | null = null;

/**
 * Returns a Chromium with the extension as a person has it who has done nothing yet. `close`
 * empties it for the next file of the same worker, which need not wait for a start. For tests that
 * leave nothing but open pages and what the extension stores: no new or removed extension.
 */
export async function borrowChromium({ serve = NOTHING }: Pick<ChromiumOptions, 'serve'> = {}): Promise<Chromium> {
  const lent = waiting?.chromium.browser.connected ? waiting : await fresh();
  waiting = null;
  serving = serve;
  const before = lent.chromium.extensionRequests.length;
  return {
    ...lent.chromium,
    get extensionRequests() {
      return lent.chromium.extensionRequests.slice(before);
    },
    async close() {
      serving = NOTHING;
      const isAsNew = await empty(lent.chromium).then(async () => (await grantedTo(lent.chromium)) === lent.granted);
      if (isAsNew && waiting === null) waiting = lent;
      else await lent.chromium.close();
    },
  };
}

async function fresh(): Promise<NonNullable<typeof waiting>> {
  const chromium = await launchChromium({
    serve: (url) => serving(url),
  });
  return { chromium, granted: await grantedTo(chromium) };
}

/** Returns which sites and rights the extension has, in writing. */
function grantedTo(chromium: Chromium): Promise<string> {
  return chromium.evaluate(async () => {
    const { origins = [], permissions = [] } = await chrome.permissions.getAll();
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return JSON.stringify([origins.sort(), permissions.sort(), scripts.map(({ id }) => id).sort()]);
  });
}

async function empty(chromium: Chromium): Promise<void> {
  const [first, ...others] = await chromium.browser.pages();
  for (const page of others) if (!page.url().endsWith(LIGHTEST)) await page.close();
  if (first && !first.url().endsWith(LIGHTEST)) await first.goto('about:blank');
  // What the worker remembers, or has open, goes with it.
  if (chromium.browser.targets().some((one) => one.type() === 'service_worker')) await chromium.killWorker();
  await chromium.evaluate(async () => {
    localStorage.clear();
    await chrome.storage.session.clear();
    await chrome.storage.local.clear();
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    }
  });
  await chromium.browser.defaultBrowserContext().clearPermissionOverrides();
}
