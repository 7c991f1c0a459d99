/** The extension API, with the other files of this folder: storage, sites, pages. A failure that can be expected is a value. */
import browser from 'webextension-polyfill';
import { localeOf } from '../core/language.ts';
import { LOCALES, type Locale } from '../core/model.ts';
import type { Place } from './address-bar.ts';
import { LANGUAGE_KEY } from './keys.ts';

/** In: what is kept of the language. Out: the one that the person chose, or else the browser's. */
export function languageFrom(kept: unknown): Locale {
  return LOCALES.find((locale) => locale === kept) ?? localeOf(uiLanguage());
}

/** Out: the tag of the language of the browser's own interface. */
function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** Out: the language that the person chose, or else the browser's. */
export async function pageLanguage(): Promise<Locale> {
  return languageFrom(await stored(LANGUAGE_KEY));
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

/** Calls back when the organisation says something else. Out: what stops that. */
export function onManaged(run: () => void): () => void {
  return onChanged('managed', run);
}

/** Milliseconds that a policy is waited for: Chromium 156 hands it over up to five seconds after it installed an extension. */
const LATE = 10_000;

/** As {@link managed}, right after an installation: where an administrator made it, a policy that is not there yet is waited for. */
export async function managedAtInstall(): Promise<unknown> {
  const now = await managed();
  if (Object.keys(Object(now)).length > 0 || !(await isAdministered())) return now;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, LATE);
    const stop = onManaged(done);
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
  return managed();
}

async function isAdministered(): Promise<boolean> {
  try {
    return (await browser.management.getSelf()).installType === 'admin';
  } catch {
    // Firefox for Android does not tell; it has no policies either.
    return false;
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

/** Takes a handler that returns undefined synchronously for messages that are not its own, so that others may answer. Returns what stops it. */
export function onMessage(handler: (message: unknown, sender: unknown) => Promise<unknown> | undefined): () => void {
  const listen = (message: unknown, sender: unknown) => handler(message, sender);
  browser.runtime.onMessage.addListener(listen);
  return () => browser.runtime.onMessage.removeListener(listen);
}

/** Returns what messages of our own pages are known by: the extension's id, and how their addresses begin. */
export function own(): { readonly id: string; readonly base: string } {
  return { id: browser.runtime.id, base: browser.runtime.getURL('/') };
}

/**
 * Keeps content scripts, and so a renderer that was taken over, out of everything that is stored. Chromium can do it for all areas
 * since version 140; Firefox gives content scripts all of them but `session`, and has no such switch.
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

/** Out: the stored value, unchecked; undefined if there is none or storage cannot be read. */
export async function stored(key: string): Promise<unknown> {
  return (await look(key))?.value;
}

/**
 * For whoever is about to write. Out: the stored value, unchecked; null where storage cannot be read: what is in it is not
 * known then, and must not be written over.
 */
export async function look(key: string): Promise<{ readonly value: unknown } | null> {
  try {
    return { value: (await browser.storage.local.get(key))[key] };
  } catch {
    return null;
  }
}

/**
 * In: a key and what was found under it and cannot be read. Keeps a copy under a key of its own, never over what was set aside
 * before. Out: whether there is one now; else nothing may be written over what was found.
 */
export async function setAside(key: string, value: unknown): Promise<boolean> {
  for (let count = 1; ; count++) {
    const place = count === 1 ? `aside:${key}` : `aside:${key}:${count}`;
    const there = await look(place);
    if (there === null) return false;
    if (there.value === undefined) return store({ [place]: value });
    if (asText(there.value) === asText(value)) return true;
  }
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Firefox keeps what JSON cannot say; none of it was ever ours.
    return '';
  }
}

/** Out: the stored values by key, unchecked; those that are not there are undefined. null where storage cannot be read. */
export async function storedMany<K extends string>(keys: readonly K[]): Promise<Readonly<Record<K, unknown>> | null> {
  try {
    return (await browser.storage.local.get([...keys])) as Record<K, unknown>;
  } catch {
    return null;
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

/** Calls back with the keys that any part of the extension changed in its storage. Out: what stops that. */
export function onStored(run: (keys: readonly string[]) => void): () => void {
  return onChanged('local', run);
}

/**
 * In: which keys are meant, and what reads them. Reads now, and whenever one of them changes: what was stored since the page
 * first read it, before anybody listened, is not missed. Out: ends it.
 */
export function follow(isMeant: (key: string) => boolean, read: () => void): () => void {
  const stop = onStored((keys) => {
    if (keys.some(isMeant)) read();
  });
  read();
  return stop;
}

function onChanged(wanted: 'local' | 'managed', run: (keys: readonly string[]) => void): () => void {
  function listen(changes: Readonly<Record<string, unknown>>, area: string): void {
    if (area === wanted) run(Object.keys(changes));
  }
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
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

/** Takes the leave back. Out: false where the browser does not. */
export async function removeSite(host: string): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [`https://${host}/*`] });
  } catch {
    // One that an organisation gave cannot be taken back.
    return false;
  }
}

/** Out: the hosts that the person gave leave for, sorted. Rejects where the browser does not say: none is another answer. */
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
function contentScript(): { readonly matches: string[]; readonly files: string[]; readonly sheets: string[] } | null {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (script?.js === undefined) return null;
  const within = (file: string) => new URL(file, browser.runtime.getURL('/')).pathname.slice(1);
  return { matches: script.matches ?? [], files: script.js.map(within), sheets: (script.css ?? []).map(within) };
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

let lastRegistering: Promise<void> = Promise.resolve();

/** Makes the content script run on the added sites, in their open tabs at once, besides where the manifest has it run. */
export function runOnAddedSites(): Promise<void> {
  // One after the other: of two at once, the later would find the script of the earlier neither there nor gone.
  lastRegistering = lastRegistering.then(registerAddedSites).catch(() => {
    // The browser keeps what was registered before, and we are asked again at the next start.
  });
  return lastRegistering;
}

async function registerAddedSites(): Promise<void> {
  const { files, sheets: css = [] } = contentScript() ?? {};
  const anyway = (contentScript()?.matches ?? []).flatMap((match) => /^https:\/\/([^/]+)\//.exec(match)?.[1] ?? []);
  const matches = (await addedSites()).filter((host) => !anyway.includes(host)).map((host) => `https://${host}/*`);
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [ADDED] });
  const known = before.flatMap((one) => one.matches ?? []);
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ADDED] });
  if (files === undefined || matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: ADDED, js: files, css, matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  const fresh = matches.filter((match) => !known.includes(match));
  const tabs = fresh.length === 0 ? [] : await browser.tabs.query({ url: fresh });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    // A tab that went away meanwhile, or shows an error page, needs nothing.
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files }).catch(() => {});
  }
}

/** In: what the popup's page is asked. Opens it in a small window of its own. */
export async function openWindow(query: string): Promise<void> {
  const url = browser.runtime.getURL(`src/popup/index.html?${query}`);
  // Phones have no windows.
  if (browser.windows) await browser.windows.create({ url, type: 'popup', width: 440, height: 640 });
  else await browser.tabs.create({ url });
}

/** In: names to bring along, if any, and where the person wants the page. Opens the page for many domains. */
export async function openPortfolio(names = '', place?: Place): Promise<void> {
  await openPage(`src/portfolio/index.html${names === '' ? '' : `?names=${encodeURIComponent(names)}`}`, place);
}

/** In: a name, and where the person wants the page. Opens the verdict on it. */
export async function openVerdict(name: string, place?: Place): Promise<void> {
  await openPage(`src/popup/index.html?input=${encodeURIComponent(name)}`, place);
}

async function openPage(path: string, place: Place = 'newForegroundTab'): Promise<void> {
  const url = browser.runtime.getURL(path);
  if (place === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: place === 'newForegroundTab' });
}

export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'firefox-android';

/** Out: whose interface is around this page, for words about its buttons. Browsers that call themselves Chrome look like it. */
export function browserKind(): BrowserKind {
  if (browser.runtime.getBrowserInfo === undefined) return / Edg\//.test(navigator.userAgent) ? 'edge' : 'chrome';
  return /\bAndroid\b/.test(navigator.userAgent) ? 'firefox-android' : 'firefox';
}

/** Calls back once after the extension was installed by a person; not for updates, nor for temporary installs by tools. */
export function onFirstRun(run: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    if (reason === 'install' && !temporary) run();
  });
}

/** Opens the page that says what this is. */
export async function openWelcome(): Promise<void> {
  await openPage('src/welcome/index.html');
}

/** Opens the page with all facts in use. */
export async function openFacts(): Promise<void> {
  await openPage('src/facts/index.html');
}

/** Opens the options page. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

let optionsTab: Promise<number | undefined> = Promise.resolve(undefined);

/** Opens the options at one of their sections: in the tab that shows them already, or in a new one. A page may make us do so any number of times. */
export async function openOptionsAt(section: string): Promise<void> {
  const before = optionsTab;
  optionsTab = before.catch(() => undefined).then((last) => showOptionsAt(section, last));
  await optionsTab;
}

async function showOptionsAt(section: string, last: number | undefined): Promise<number | undefined> {
  const page = browser.runtime.getURL('src/options/index.html');
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

/** Closes the tab of this page. */
export async function closeThisTab(): Promise<void> {
  const [tab, all] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({ currentWindow: true })]);
  // The window, and on some systems the browser, would close with its last tab.
  if (all.length < 2) await browser.tabs.create({});
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
