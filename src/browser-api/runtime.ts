/** The extension as it runs in this browser: its version, its messages, its starts. */
import browser from 'webextension-polyfill';

/** Returns the tag of the language of the browser's own interface. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** Returns the extension's version. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

/** Returns the address of the project's own page; null as long as there is none. */
export function projectPage(): string | null {
  const address = browser.runtime.getManifest().homepage_url ?? '';
  return address === '' ? null : address;
}

/** Whether this page is in a private window. Chromium has no pages of ours there. */
export function isPrivate(): boolean {
  return browser.extension.inIncognitoContext === true;
}

/** Tells pages of ours, wherever they are open; that there is none is fine. */
export async function tellOwnPages(message: unknown): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => {});
}

/** Whether this page is shown in the popup of the toolbar icon and not in a tab. */
export function isPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/**
 * Takes a handler that returns undefined synchronously for messages that are not its own, so that
 * others may answer. Returns what stops it.
 */
export function onMessage(handler: (message: unknown, sender: unknown) => Promise<unknown> | undefined): () => void {
  const listen = (message: unknown, sender: unknown) => handler(message, sender);
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
}

/**
 * Returns what messages of our own pages are known by: the extension's id, and how their addresses
 * begin.
 */
export function own(): { readonly id: string; readonly base: string } {
  return { id: browser.runtime.id, base: browser.runtime.getURL('/') };
}

/**
 * Keeps content scripts, and so a renderer that was taken over, out of everything that is stored.
 * Chromium can do it for all areas since version 140; Firefox gives content scripts all of them but
 * `session`, and has no such switch.
 */
export function keepStorageToOwnPages(): void {
  const { local, sync, session, managed } = browser.storage as unknown as Readonly<
    Record<string, Partial<chrome.storage.StorageArea> | undefined>
  >;
  for (const area of [local, sync, session, managed]) {
    // An area that refuses is as it was before; the next start asks again.
    area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
  }
}

/**
 * Calls back after an install or an update, and when the browser starts. To be registered in the
 * first tick.
 */
export function onStart(run: () => void): void {
  browser.runtime.onInstalled.addListener(run);
  browser.runtime.onStartup.addListener(run);
}

export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'firefox-android';

/**
 * Returns whose interface is around this page, for words about its buttons. Browsers that call
 * themselves Chrome look like it.
 */
export function browserKind(): BrowserKind {
  if (browser.runtime.getBrowserInfo === undefined) return / Edg\//.test(navigator.userAgent) ? 'edge' : 'chrome';
  return /\bAndroid\b/.test(navigator.userAgent) ? 'firefox-android' : 'firefox';
}

/**
 * Calls back once after the extension was installed by a person; not for updates, nor for temporary
 * installs by tools.
 */
export function onFirstRun(run: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    if (reason === 'install' && !temporary) run();
  });
}

let optionsTab: Promise<number | undefined> = Promise.resolve(undefined);

/**
 * Opens the options at one of their sections: in the tab that shows them already, or in a new one.
 * A page may make us do so any number of times.
 */
export async function openOptionsAt(section: string): Promise<void> {
  const before = optionsTab;
  optionsTab = before.catch(() => undefined).then((last) => showOptionsAt(section, last));
  await optionsTab;
}

async function showOptionsAt(section: string, last: number | undefined): Promise<number | undefined> {
  const page = browser.runtime.getURL('src/entries/options/index.html');
  const there = { url: `${page}#${section}`, active: true };
  const [open] = await browser.tabs.query({ url: `${page}*` });
  // One that is still being opened has no address yet.
  const id = open?.id ?? last;
  const tab = id === undefined ? undefined : await browser.tabs.update(id, there).catch(() => undefined);
  if (tab === undefined) return (await browser.tabs.create(there)).id;
  // Phones have no windows.
  if (tab.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
  return id;
}
