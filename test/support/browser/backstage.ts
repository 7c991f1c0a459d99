/** A tab of the extension that nobody looks at, for what needs its API and not its pages. */
import type { Page } from 'puppeteer-core';

/**
 * A file of the extension as a page by itself: it has the whole API, and nothing to load or draw.
 */
export const LIGHTEST = 'icons/icon-16.png';

/**
 * Returns a way to run functions in a tab behind the others; it is opened when it is first needed,
 * and when it is gone.
 */
export function backstageOf(open: () => Promise<Page>): { readonly evaluate: Page['evaluate'] } {
  let opening: Promise<Page> | null = null;
  async function ready(): Promise<Page> {
    // An extension that is loaded anew takes its tabs with it.
    if (opening === null || (await opening).isClosed()) opening = open();
    return opening;
  }
  return { evaluate: (run, ...given) => ready().then((page) => page.evaluate(run, ...given)) };
}
