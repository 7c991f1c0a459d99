/** What an organization says by the browser's policies. */
import browser from 'webextension-polyfill';
import { inTime } from './in-time.ts';
import { onChanged } from './storage.ts';

/**
 * Returns what the organization that manages this browser says, unchecked; empty where nobody does.
 */
export async function readManagedPolicy(): Promise<unknown> {
  try {
    return await inTime(browser.storage.managed.get(null));
  } catch {
    // No policy, or a browser without any, or without an answer.
    return {};
  }
}

/** Calls back when the organization says something else. Returns what stops that. */
export function onManagedPolicyChanged(run: () => void): () => void {
  return onChanged('managed', run);
}

/**
 * Milliseconds that a policy is waited for: Chromium 156 hands it over up to five seconds after it
 * installed an extension.
 */
const LATE = 10_000;

/**
 * As {@link readManagedPolicy}, right after an installation: where an administrator made it, a
 * policy that is not there yet is waited for.
 */
export async function readManagedPolicyAtInstall(): Promise<unknown> {
  const now = await readManagedPolicy();
  if (Object.keys(Object(now)).length > 0 || !(await isAdministered())) return now;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, LATE);
    const stop = onManagedPolicyChanged(done);
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
  return readManagedPolicy();
}

async function isAdministered(): Promise<boolean> {
  try {
    return (await browser.management.getSelf()).installType === 'admin';
  } catch {
    // Firefox for Android does not tell; it has no policies either.
    return false;
  }
}
