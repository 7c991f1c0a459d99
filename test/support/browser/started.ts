/** Browsers with the built extension, started for the tests of a block and ended after them. */
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { type Chromium, type ChromiumOptions, launchChromium } from './chromium.ts';
import { requireBrowser } from './find-browser.ts';
import { type Firefox, type FirefoxOptions, launchFirefox } from './firefox.ts';

/** Returns the browser, once the tests of the block run. */
export function startChromium(options: Partial<ChromiumOptions> = {}): () => Chromium {
  return started(() =>
    launchChromium({ executable: requireBrowser('chromium'), extension: join(ROOT, 'dist/chrome'), ...options }),
  );
}

export function startFirefox(options: Partial<FirefoxOptions> = {}): () => Firefox {
  return started(() =>
    launchFirefox({ executable: requireBrowser('firefox'), extension: join(ROOT, 'dist/firefox'), ...options }),
  );
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
