/** The only file that touches the extension API. Everything here answers with values; nothing throws for an updated extension. */
import browser from 'webextension-polyfill';
import type { Locale } from '../core/model.ts';

/** The language of the browser's interface, as far as we speak it: every kind of Chinese reads Simplified, the rest English. */
export function uiLanguage(): Locale {
  return /^zh\b/i.test(browser.i18n.getUILanguage()) ? 'zh_CN' : 'en';
}

/** Out: the address of the current tab; null where the browser does not tell (its own pages, even after a click). */
export async function activeTabUrl(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}

/** Whether this page is shown in the popup of the toolbar icon and not in a tab. */
export function isPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** Whether this script's extension is still there: after an update, scripts in open pages are cut off from it. */
export function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    // Firefox throws where Chromium answers undefined.
    return false;
  }
}

/** In: a message. Out: the unchecked reply; undefined where the extension is gone or nobody answers. */
export async function send(message: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    // Both "context invalidated" and "no receiver" mean the same to the caller: no reply.
    return undefined;
  }
}

/** In: a handler that returns undefined synchronously for messages that are not its own, so that others may answer. */
export function onMessage(handler: (message: unknown) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((message: unknown) => handler(message));
}

/** Out: the stored value, unchecked; undefined if there is none or storage cannot be read. */
export async function stored(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch {
    // Storage that cannot be read holds nothing for us; what is in it stays untouched.
    return undefined;
  }
}

/** Out: whether the value was stored; false when storage is full or broken. */
export async function store(values: Readonly<Record<string, unknown>>): Promise<boolean> {
  try {
    await browser.storage.local.set({ ...values });
    return true;
  } catch {
    return false;
  }
}

/** Out: everything that is stored, unchecked; empty if storage cannot be read. */
export async function storedAll(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.local.get(null);
  } catch {
    return {};
  }
}

/** Out: whether the value is gone. */
export async function forget(key: string): Promise<boolean> {
  try {
    await browser.storage.local.remove(key);
    return true;
  } catch {
    return false;
  }
}

/** Opens the options page. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
