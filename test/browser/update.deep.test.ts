/**
 * An older version that is installed and used, updated to this one: what was there stays, and it
 * stays on.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { requireBrowser } from '../support/browser/find-browser.ts';
import { type Firefox, launchFirefox } from '../support/browser/firefox.ts';
import { type Installed, packer } from '../support/browser/packed.ts';
import { firefoxPacker, installPacked, UNSIGNED } from '../support/browser/packed-firefox.ts';
import { addNames, until } from '../support/browser/portfolio.ts';
import type { Serve } from '../support/browser/served-pages.ts';

const BUILD = join(ROOT, 'dist/chrome');
const OPTIONS = 'src/entries/options/index.html';
const PORTFOLIO = 'src/entries/portfolio/index.html';
const CONSOLE = 'https://wanwang.aliyun.com/domain/searchresult';
const ABROAD = 'https://porkbun.com/account/domainsSpeedy';
const ANSWERS = { 'case:example.io': { answers: { realName: 'done' }, hosts: {} } };

const serve: Serve = () => ({ body: '<!doctype html><title>Names</title><main><p>example.io</p></main>' });

const { content_scripts: written } = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8'));
const [script] = written;
/** The same content script with hosts besides. */
const withMore = (...matches: readonly string[]) => ({
  content_scripts: [{ ...script, matches: [...script.matches, ...matches] }],
});

type Opened = Pick<Installed | Firefox, 'openPage'>;

/** Stores answers and a portfolio, as a person who uses this version. */
async function use(older: Opened, options: Page): Promise<void> {
  await options.evaluate((stored) => chrome.storage.local.set(stored), ANSWERS);
  const portfolio = await older.openPage(PORTFOLIO, 'main');
  await addNames(portfolio, 'example.io\nexample.com.cn');
  await until(portfolio, 2);
  // Another page shows what is stored.
  await until(await older.openPage(PORTFOLIO, 'main'), 2);
}

/** All that was stored and granted is there, and hints come as before. */
async function expectKept(newer: Opened, open: (address: string) => Promise<Page>): Promise<void> {
  const after = await newer.openPage(OPTIONS, 'main section');
  expect(await after.evaluate((key) => chrome.storage.local.get(key), Object.keys(ANSWERS))).toEqual(ANSWERS);
  const { origins } = await after.evaluate(() => chrome.permissions.getAll());
  expect(origins).toContain('https://porkbun.com/*');
  expect(await after.$eval('main', (main) => main.textContent)).toContain('example.io');
  await until(await newer.openPage(PORTFOLIO, 'main'), 2);
  for (const address of [CONSOLE, ABROAD]) {
    const page = await open(address);
    await page.waitForSelector('[data-icp-filing-guide]');
  }
}

describe('Chromium, packed', { timeout: 400_000 }, () => {
  const packed = packer(requireBrowser('chromium'));
  let started: Installed | undefined;
  beforeAll(() => {
    // The list of 0.0.x had every console; that version was granted one more host by the person.
    packed.pack(BUILD, '0.0.1', {
      ...withMore('https://dcc.godaddy.com/*', 'https://dash.cloudflare.com/*'),
      host_permissions: ['https://porkbun.com/*'],
    });
    packed.pack(BUILD, '0.0.2');
    packed.pack(BUILD, '0.0.3', withMore('https://new-console.example/*'));
  });
  afterAll(async () => {
    await started?.browser.close().catch(() => {});
    rmSync(packed.folder, { recursive: true, force: true });
  });

  async function restart(version: string): Promise<Installed> {
    await started?.browser.close();
    started = await packed.start(version);
    return started;
  }

  test('this version in the place of an older one keeps answers, portfolios and permissions, and stays on', async () => {
    const older = await restart('0.0.1');
    expect(older.state).toBe('ENABLED');
    const options = await older.openPage(OPTIONS, 'main section');
    await use(older, options);

    const newer = await restart('0.0.2');
    expect(newer.state).toBe('ENABLED');
    await expectKept(newer, (address) => newer.open(address, serve));
  });

  test('one more host at installation would switch it off until the person agrees', async () => {
    expect((await restart('0.0.3')).state).toBe('DISABLED');
  });
});

describe('Firefox, packed', { timeout: 400_000 }, () => {
  const packed = firefoxPacker();
  const FIREFOX = join(ROOT, 'dist/firefox');
  let started: Firefox | undefined;
  afterAll(async () => {
    await started?.close();
    rmSync(packed.folder, { recursive: true, force: true });
  });

  test('this version in the place of an older one keeps answers, portfolios and permissions, asks for nothing and stays on', async () => {
    const more = withMore('https://dcc.godaddy.com/*', 'https://dash.cloudflare.com/*');
    const older = await packed.pack(FIREFOX, '0.0.1', more);
    const newer = await packed.pack(FIREFOX, '0.0.2');
    const { permissions } = JSON.parse(readFileSync(join(FIREFOX, 'manifest.json'), 'utf8'));
    const grown = await packed.pack(FIREFOX, '0.0.3', { permissions: [...permissions, 'downloads'] });
    const granted = ['https://porkbun.com/*'];
    const firefox = await launchFirefox({
      extension: FIREFOX,
      prefs: UNSIGNED,
      serve,
      install: async (browser) => {
        expect(await installPacked(browser, older, granted)).toMatchObject({ version: '0.0.1', isActive: true });
      },
    });
    started = firefox;
    const options = await firefox.openPage(OPTIONS, 'main section');
    await use(firefox, options);

    expect(await installPacked(firefox.browser, newer)).toEqual({
      version: '0.0.2',
      isActive: true,
      asks: { permissions: [], origins: [] },
    });
    await expectKept(firefox, (address) => firefox.open(address));

    // Hosts are the person's own affair in Firefox; what it would ask about is one more permission.
    expect((await installPacked(firefox.browser, grown)).asks.permissions).toEqual(['downloads']);
  });
});
