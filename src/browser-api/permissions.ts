/** Permissions for hosts, which a person gives and takes back. */
import browser from 'webextension-polyfill';
import { inTime } from './in-time.ts';
import { onStart } from './runtime.ts';

/**
 * Asks the person for permission to run on hosts, and returns whether it was granted. Must be
 * called in the turn of a click.
 */
export async function requestHostPermissions(hosts: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
  } catch {
    // A host that no pattern can name (an address with a port, say) cannot be asked for.
    return false;
  }
}

/** As {@link requestHostPermissions}, for one. */
export function requestHostPermission(host: string): Promise<boolean> {
  return requestHostPermissions([host]);
}

/** Returns whether the person granted permission to run there. */
export async function hasHostPermission(host: string): Promise<boolean> {
  return (await grantedHosts()).includes(host);
}

/**
 * Returns whether our script may run on a host now, where the manifest or the person wants it: both
 * browsers let people take that back. Rejects where the browser does not say.
 */
export async function mayRunOn(host: string): Promise<boolean> {
  const { origins = [] } = await inTime(browser.permissions.getAll());
  return origins.map(hostOf).some((pattern) => {
    if (pattern === '*' || pattern === host) return true;
    return pattern.startsWith('*.') && `.${host}`.endsWith(pattern.slice(1));
  });
}

/** Revokes the permission. Returns false where the browser does not. */
export async function revokeHostPermission(host: string): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [`https://${host}/*`] });
  } catch {
    // One that an organization gave cannot be taken back.
    return false;
  }
}

/**
 * Returns the hosts that the person granted permission for, sorted, `*.` before those that stand
 * for their sub-domains. Rejects where the browser does not say: none is another answer.
 */
export async function grantedHosts(): Promise<string[]> {
  const { origins = [] } = await inTime(browser.permissions.getAll());
  const own = installedHosts();
  const granted = origins.map(hostOf).filter((host) => host !== '' && host !== '*' && !own.includes(host));
  return [...new Set(granted)].sort();
}

/** Returns the hosts that the content script has from the installation on. */
export function installedHosts(): string[] {
  // Firefox gives patterns back without their paths: hosts are what can be compared.
  return (contentScript()?.matches ?? []).map(hostOf);
}

/** Returns the host of a match pattern; empty for other schemes than https. */
function hostOf(pattern: string): string {
  if (pattern === '<all_urls>') return '*';
  return /^(?:https|\*):\/\/([^/]+)/.exec(pattern)?.[1] ?? '';
}

/**
 * Returns the content script with its files as paths within the extension; Firefox has them as
 * addresses in its manifest.
 */
export function contentScript(): {
  readonly matches: string[];
  readonly files: string[];
  readonly sheets: string[];
} | null {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (script?.js === undefined) return null;
  const within = (file: string) => new URL(file, browser.runtime.getURL('/')).pathname.slice(1);
  return { matches: script.matches ?? [], files: script.js.map(within), sheets: (script.css ?? []).map(within) };
}

/**
 * Calls back when a permission was granted or revoked, and at every start. To be registered in the
 * first tick.
 */
export function onHostPermissionsChanged(run: () => void): void {
  browser.permissions.onAdded.addListener(run);
  browser.permissions.onRemoved.addListener(run);
  onStart(run);
}
