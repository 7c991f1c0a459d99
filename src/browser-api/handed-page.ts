/**
 * A page that the worker hands to a window that it opens. It is kept in memory, where no page
 * reaches, as long as the browser runs, and until the window takes it.
 */
import browser from 'webextension-polyfill';

/** What the window's address says of it, and what it is kept under. */
export const HANDED = 'handed';

/** Keeps a page for the next window. Returns whether it is kept. */
export async function handPage(page: unknown): Promise<boolean> {
  try {
    await browser.storage.session.set({ [HANDED]: page });
    return true;
  } catch {
    return false;
  }
}

/** Returns the page that was kept, unchecked, and forgets it; undefined where there is none. */
export async function takeHandedPage(): Promise<unknown> {
  try {
    const { [HANDED]: page } = await browser.storage.session.get(HANDED);
    await browser.storage.session.remove(HANDED);
    return page;
  } catch {
    return undefined;
  }
}
