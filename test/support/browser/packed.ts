/**
 * Chromium with packed builds, installed and updated as from a store: not as developers load
 * folders.
 */
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { answerRequests, type Serve } from './served-pages.ts';

/** What is changed of a build's manifest before it is packed. */
export type Change = Readonly<Record<string, unknown>>;

export interface Installed {
  readonly browser: Browser;
  /** What Chromium says of the extension. */
  readonly state: 'ENABLED' | 'DISABLED';
  /** A page of the extension. */
  openPage(path: string, selector: string): Promise<Page>;
  /** A page of the web, answered from memory. */
  open(address: string, serve: Serve): Promise<Page>;
}

interface Info {
  readonly id: string;
  readonly version: string;
  readonly state: Installed['state'];
}

/**
 * Returns what packs builds under one key, and starts one profile with the newest of them.
 * Everything is below a folder that the caller removes.
 */
export function packer(executable: string): {
  readonly folder: string;
  pack(build: string, version: string, change?: Change): void;
  start(version: string): Promise<Installed>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-packed-'));
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = join(folder, 'key.pem');
  writeFileSync(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const digest = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const id = [...digest.slice(0, 32)].map((sign) => String.fromCharCode(97 + Number.parseInt(sign, 16))).join('');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const profile = join(folder, 'profile');

  return {
    folder,
    pack(build, version, change = {}) {
      const copy = join(folder, version);
      cpSync(build, copy, { recursive: true });
      const path = join(copy, 'manifest.json');
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change, version }));
      const args = [...sandbox, '--headless', `--user-data-dir=${join(folder, 'packing')}`];
      spawnSync(executable, [...args, `--pack-extension=${copy}`, `--pack-extension-key=${pem}`], { timeout: 120_000 });
      if (!existsSync(`${copy}.crx`)) throw new Error(`${executable} packed no ${copy}.crx`);
    },
    async start(version) {
      // Chromium on Linux installs and updates what stands here, and asks what it would ask for an
      // extension of the store.
      const external = join(profile, 'External Extensions');
      mkdirSync(external, { recursive: true });
      const wanted = { external_crx: join(folder, `${version}.crx`), external_version: version };
      writeFileSync(join(external, `${id}.json`), JSON.stringify(wanted));
      const browser = await puppeteer.launch({
        executablePath: executable,
        userDataDir: profile,
        pipe: true,
        enableExtensions: true,
        // With these Chromium does not look for external extensions.
        ignoreDefaultArgs: [
          '--disable-background-networking',
          '--disable-component-extensions-with-background-pages',
          '--disable-component-update',
          '--disable-default-apps',
          '--disable-sync',
        ],
        args: [...sandbox, '--disable-gpu', '--lang=en-US'],
      });
      const page = await browser.newPage();
      await page.goto('chrome://extensions/');
      const find = async () =>
        (
          await page.evaluate(() =>
            (
              chrome as unknown as { developerPrivate: { getExtensionsInfo(what: object): Promise<readonly Info[]> } }
            ).developerPrivate.getExtensionsInfo({ includeDisabled: true, includeTerminated: true }),
          )
        ).find((one) => one.id === id && one.version === version)?.state;
      // An update waits until the worker of the version before has ended, which takes half a
      // minute.
      await expect.poll(find, { timeout: 90_000, interval: 500 }).toBeDefined();
      const state = (await find()) ?? 'DISABLED';
      return {
        browser,
        state,
        async openPage(path, selector) {
          const own = await browser.newPage();
          await own.goto(`chrome-extension://${id}/${path}`);
          await own.waitForSelector(selector);
          return own;
        },
        async open(address, serve) {
          const other = await browser.newPage();
          await answerRequests(other, serve);
          await other.goto(address);
          return other;
        },
      };
    },
  };
}
