/** Firefox with packed builds, installed for good and updated as from a store. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { entriesOf, fast, zipOf } from '../../../scripts/package/pack-zip.ts';
import type { Connection } from './firefox-window.ts';
import type { Change } from './packed.ts';

/** What lets Firefox install packages that no store has signed; Release has no such switch. */
export const UNSIGNED = { 'xpinstall.signatures.required': false, 'extensions.autoDisableScopes': 0 };

/** Returns what packs builds. Everything is below a folder that the caller removes. */
export function firefoxPacker(): {
  readonly folder: string;
  pack(build: string, version: string, change?: Change): Promise<string>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'icp-filing-guide-xpi-'));
  return {
    folder,
    async pack(build, version, change = {}) {
      const entries = entriesOf(build).map((entry) => {
        if (entry.path !== 'manifest.json') return entry;
        const manifest = { ...JSON.parse(Buffer.from(entry.bytes).toString()), ...change, version };
        return { ...entry, bytes: Buffer.from(JSON.stringify(manifest)) };
      });
      const file = join(folder, `${version}.xpi`);
      writeFileSync(file, await zipOf(entries, fast));
      return file;
    },
  };
}

/** What Firefox says of an add-on after it was installed. */
export interface InstalledAddon {
  readonly version: string;
  readonly isActive: boolean;
  /** What the person would have to agree to before it takes the place of an older version. */
  readonly asks: { readonly permissions: readonly string[]; readonly origins: readonly string[] };
}

/**
 * Installs a package for good, in the place of an older one if there is any, and grants it what a
 * person would grant in the browser's own prompt. Returns what Firefox says of it.
 */
export async function installPacked(
  browser: Browser,
  xpi: string,
  granted: readonly string[] = [],
): Promise<InstalledAddon> {
  const { connection } = browser as unknown as { readonly connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { readonly contexts: readonly { readonly context: string }[] };
  const expression = `(async () => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const { ExtensionData } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(${JSON.stringify(xpi)});
    const install = await AddonManager.getInstallForFile(file);
    const before = await AddonManager.getAddonByID(install.addon.id);
    const asks = before === null
      ? { permissions: [], origins: [] }
      : ExtensionData.comparePermissions(before.userPermissions, install.addon.userPermissions);
    await install.install();
    const addon = await AddonManager.getAddonByID(install.addon.id);
    const { extension } = WebExtensionPolicy.getByID(addon.id);
    await extension.startupPromise;
    const origins = ${JSON.stringify(granted)};
    if (origins.length > 0) await ExtensionPermissions.add(addon.id, { permissions: [], origins }, extension);
    return { version: addon.version, isActive: addon.isActive, asks: { permissions: asks.permissions, origins: asks.origins } };
  })().then((value) => JSON.stringify(value))`;
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  const done = result as {
    readonly type: string;
    readonly result?: { readonly value: string };
    readonly exceptionDetails?: { readonly text: string };
  };
  if (done.type !== 'success') throw new Error(`Firefox did not install ${xpi}: ${done.exceptionDetails?.text}`);
  return JSON.parse(done.result?.value ?? 'null');
}
