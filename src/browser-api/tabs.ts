/** Tabs and windows: the page that is open, and pages of the extension. */
import browser from 'webextension-polyfill';
import { inTime } from './in-time.ts';
import type { Place } from './omnibox.ts';

/**
 * Returns the address of the current tab; null where the browser does not tell (its own pages, even
 * after a click), or not in time.
 */
export async function activeTabUrl(): Promise<string | null> {
  const [tab] = await inTime(browser.tabs.query({ active: true, currentWindow: true })).catch(() => []);
  return tab?.url ?? null;
}

/**
 * Runs a function that needs nothing but itself in the current tab's page, which the person's click
 * allows, with what it is given. Returns what it returned; null where the browser keeps us out.
 */
export async function runInPage<T, A extends (boolean | number | string)[]>(
  run: (...args: A) => T,
  ...args: A
): Promise<T | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return null;
    const [done] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      func: run as (...given: unknown[]) => T,
      args,
    });
    return (done?.result as T | undefined) ?? null;
  } catch {
    // The browser's own pages, stores and error pages.
    return null;
  }
}

const POPUP = 'src/entries/popup/index.html';

/** Opens the popup's page in a small window of its own. `query` is what the page is asked. */
export async function openWindow(query: string): Promise<void> {
  const url = browser.runtime.getURL(`${POPUP}?${query}`);
  // Phones have no windows.
  if (browser.windows) await browser.windows.create({ url, type: 'popup', width: 440, height: 640 });
  else await browser.tabs.create({ url });
}

/** Returns how many such windows are open. */
export async function countWindows(): Promise<number> {
  return (await browser.tabs.query({ url: `${browser.runtime.getURL(POPUP)}*`, windowType: 'popup' })).length;
}

/** Opens the page for many domains, with names if any are given, where the person wants it. */
export async function openPortfolio(names = '', place?: Place): Promise<void> {
  await openPage(`src/entries/portfolio/index.html${names === '' ? '' : `?names=${encodeURIComponent(names)}`}`, place);
}

/** Opens the verdict on a name, where the person wants it. */
export async function openVerdict(name: string, place?: Place): Promise<void> {
  await openPage(`${POPUP}?input=${encodeURIComponent(name)}`, place);
}

async function openPage(path: string, place: Place = 'newForegroundTab'): Promise<void> {
  const url = browser.runtime.getURL(path);
  if (place === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: place === 'newForegroundTab' });
}

/** Opens the page that says what this is. */
export async function openWelcome(): Promise<void> {
  await openPage('src/entries/welcome/index.html');
}

/** Opens the page with all facts in use. */
export async function openFacts(): Promise<void> {
  await openPage('src/entries/facts/index.html');
}

/** Opens the options page. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/**
 * Returns whether the person called us to a tab by a click on the icon, a menu or a key, since it
 * shows what it shows.
 */
export async function isCalledTo(id: number): Promise<boolean> {
  // Of other tabs we are not told the address.
  return (await browser.tabs.get(id).catch(() => null))?.url !== undefined;
}

/** Returns whether a tab is what the person looks at: in front, in the window that is used. */
export async function isLookedAt(id: number | undefined): Promise<boolean> {
  if (id === undefined) return false;
  try {
    const { active, windowId } = await browser.tabs.get(id);
    // Phones have no windows.
    if (!active || windowId === undefined || browser.windows === undefined) return active;
    return (await browser.windows.get(windowId)).focused;
  } catch {
    // It is gone.
    return false;
  }
}

/**
 * Tells all frames of all tabs; those without a script of ours do not hear it. Needs no permission:
 * nothing is learned of any tab.
 */
export async function tellAllTabs(message: unknown): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) browser.tabs.sendMessage(id, message).catch(() => {});
  }
}

/** Closes the tab of this page. */
export async function closeThisTab(): Promise<void> {
  const [tab, all] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({ currentWindow: true })]);
  // The window, and on some systems the browser, would close with its last tab.
  if (all.length < 2) await browser.tabs.create({});
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
