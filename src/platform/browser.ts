/** The only file that touches the extension API. Everything here answers with values; nothing throws for an updated extension. */
import browser from 'webextension-polyfill';
import { LOCALES, type Locale } from '../core/model.ts';
import { LANGUAGE_KEY } from './keys.ts';

/** The language of the browser's interface, as far as we speak it: every kind of Chinese reads Simplified, the rest English. */
function uiLanguage(): Locale {
  return /^zh\b/i.test(browser.i18n.getUILanguage()) ? 'zh_CN' : 'en';
}

/** Out: the language that the person chose, or else the browser's. */
export async function pageLanguage(): Promise<Locale> {
  const chosen = await stored(LANGUAGE_KEY);
  return LOCALES.find((locale) => locale === chosen) ?? uiLanguage();
}

/** Out: what the organisation that manages this browser says, unchecked; empty where nobody does. */
export async function managed(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // No policy, or a browser without any.
    return {};
  }
}

/** Out: the extension's version. */
export function version(): string {
  return browser.runtime.getManifest().version;
}

/** Forgets everything that is stored. Out: whether that worked. */
export async function forgetAll(): Promise<boolean> {
  try {
    await browser.storage.local.clear();
    return true;
  } catch {
    return false;
  }
}

/** Out: the address of the current tab; null where the browser does not tell (its own pages, even after a click). */
export async function activeTabUrl(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}

/**
 * In: a function that needs nothing but itself. Runs it in the current tab's page, which the person's click allows.
 * Out: what it returned; null where the browser keeps us out.
 */
export async function runInPage<T>(run: () => T): Promise<T | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return null;
    const [done] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: run });
    return (done?.result as T | undefined) ?? null;
  } catch {
    // The browser's own pages, stores and error pages.
    return null;
  }
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

/** Out: everything that is stored, unchecked; null if storage cannot be read. */
export async function storedAll(): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    return await browser.storage.local.get(null);
  } catch {
    // Nothing may be taken for all that there is.
    return null;
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

const ADDED = 'added-sites';

/** In: hosts. Asks the person for leave to run there; to be called in the turn of a click. Out: whether it was given. */
export async function askForSites(hosts: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: hosts.map((host) => `https://${host}/*`) });
  } catch {
    // A host that no pattern can name (an address with a port, say) cannot be asked for.
    return false;
  }
}

/** As {@link askForSites}, for one. */
export function askForSite(host: string): Promise<boolean> {
  return askForSites([host]);
}

/** In: a host. Out: whether the person gave leave to run there. */
export async function hasSite(host: string): Promise<boolean> {
  return (await addedSites()).includes(host);
}

/** Takes the leave back. */
export async function removeSite(host: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [`https://${host}/*`] });
}

/** Out: the hosts that the person gave leave for, sorted. */
export async function addedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  // Firefox gives patterns back without their paths: hosts are what can be compared.
  const own = (contentScript()?.matches ?? []).map(hostOf);
  return origins
    .map(hostOf)
    .filter((host) => host !== '' && !host.includes('*') && !own.includes(host))
    .sort();
}

/** In: a match pattern. Out: its host; empty for other schemes than https. */
function hostOf(pattern: string): string {
  return /^https:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '';
}

/** Out: the content script with its files as paths within the extension; Firefox has them as addresses in its manifest. */
function contentScript(): { readonly matches: string[]; readonly files: string[] } | null {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (script?.js === undefined) return null;
  const files = script.js.map((file) => new URL(file, browser.runtime.getURL('/')).pathname.slice(1));
  return { matches: script.matches ?? [], files };
}

/** Calls back when leave was given or taken, and at every start. To be registered in the first tick. */
export function onSitesChanged(run: () => void): void {
  browser.permissions.onAdded.addListener(run);
  browser.permissions.onRemoved.addListener(run);
  onStart(run);
}

/** Calls back after an install or an update, and when the browser starts. To be registered in the first tick. */
export function onStart(run: () => void): void {
  browser.runtime.onInstalled.addListener(run);
  browser.runtime.onStartup.addListener(run);
}

/** In: hosts where the content script runs anyway. Makes it run on the added sites, in their open tabs at once, and nowhere else. */
export async function runOnAddedSites(anyway: readonly string[]): Promise<void> {
  const files = contentScript()?.files;
  const matches = (await addedSites()).filter((host) => !anyway.includes(host)).map((host) => `https://${host}/*`);
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [ADDED] });
  const known = before.flatMap((one) => one.matches ?? []);
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ADDED] });
  if (files === undefined || matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: ADDED, js: files, matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  const fresh = matches.filter((match) => !known.includes(match));
  const tabs = fresh.length === 0 ? [] : await browser.tabs.query({ url: fresh });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    // A tab that went away meanwhile, or shows an error page, needs nothing.
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files }).catch(() => {});
  }
}

/** Puts "explain this" into the menu of selected text, and the page for many domains into that of the icon. Registered in the first tick. */
export function onMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: 'explain',
      contexts: ['selection'],
      title: browser.i18n.getMessage('menu_explain'),
    });
    browser.contextMenus.create({
      id: 'verdict',
      contexts: ['link', 'selection'],
      title: browser.i18n.getMessage('menu_verdict'),
    });
    browser.contextMenus.create({
      id: 'portfolio',
      contexts: ['action'],
      title: browser.i18n.getMessage('menu_portfolio'),
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, linkUrl }) => {
    const name = linkUrl ?? selectionText;
    if (menuItemId === 'verdict' && name) void openWindow(`input=${encodeURIComponent(name.slice(0, 2000))}`);
    if (menuItemId === 'explain' && selectionText) void openExplanation(selectionText);
    if (menuItemId === 'portfolio') void openPortfolio();
  });
}

function openExplanation(text: string): Promise<void> {
  return openWindow(`explain=${encodeURIComponent(text.slice(0, 1000))}`);
}

/** In: what the popup's page is asked. Opens it in a small window of its own. */
async function openWindow(query: string): Promise<void> {
  const url = browser.runtime.getURL(`src/popup/index.html?${query}`);
  // Phones have no windows.
  if (browser.windows) await browser.windows.create({ url, type: 'popup', width: 440, height: 640 });
  else await browser.tabs.create({ url });
}

/** In: names to bring along, if any. Opens the page for many domains. */
export async function openPortfolio(names = ''): Promise<void> {
  const query = names === '' ? '' : `?names=${encodeURIComponent(names.slice(0, 2000))}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`src/portfolio/index.html${query}`) });
}

/** In: names. Opens the verdict on one, or the page for many. */
export async function openNames(names: string): Promise<void> {
  if (/[\s,;，；、]/.test(names.trim())) return openPortfolio(names);
  await browser.tabs.create({
    url: browser.runtime.getURL(`src/popup/index.html?input=${encodeURIComponent(names.trim())}`),
  });
}

/** In: what is said of names while they are typed after the keyword in the address bar. Registered in the first tick. */
export function onAddressBar(suggest: (names: string) => Promise<string>): void {
  // Firefox for Android has no address bar for extensions.
  browser.omnibox?.onInputChanged.addListener((text, show) => {
    if (text.trim() === '') return;
    void suggest(text).then((words) => {
      browser.omnibox.setDefaultSuggestion({ description: escapeXml(words) });
      show([]);
    });
  });
  browser.omnibox?.onInputEntered.addListener((text) => void openNames(text));
}

/** Chromium reads suggestions as XML. */
function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Calls back once after the extension was installed by a person; not for updates, nor for temporary installs by tools. */
export function onFirstRun(run: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    if (reason === 'install' && !temporary) run();
  });
}

/** Opens the page that says what this is. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') });
}

/** Opens the page with all facts in use. */
export async function openFacts(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/facts/index.html') });
}

/** Opens the options page. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
