/** What the toolbar icon says when the pointer rests on it. */
import type { Page } from 'puppeteer-core';

/** The title where nothing is known of the page, and no sign is shown. */
export const QUESTION = 'Check ICP filing eligibility';

/** Returns the title of the icon on the tab with this address (null: on any other). */
export function titleOn(started: Pick<Page, 'evaluate'>, address: string | null): Promise<string> {
  return started.evaluate(async (url) => {
    if (url === null) return chrome.action.getTitle({});
    const tabs = await chrome.tabs.query({});
    // The click let us see this address; where it did not, the tab is the one in front.
    const tab = tabs.find((one) => one.url === url) ?? tabs.find((one) => one.active);
    return chrome.action.getTitle(tab?.id === undefined ? {} : { tabId: tab.id });
  }, address);
}
