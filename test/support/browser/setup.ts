/**
 * Runs before every file of browser tests: a wait that ends in vain says what it waited for, and
 * what there was instead.
 */
import { Page, TimeoutError } from 'puppeteer-core';

const EXPLAINED = 'icp-filing-guide: waits explain themselves';

/** Runs in a page. Returns what tells a state of ours from another. */
function stateOf(): unknown {
  const ours = [...document.querySelectorAll<HTMLElement>('[data-icp-filing-guide]')];
  return {
    address: location.href,
    main: { ...document.querySelector('main')?.dataset },
    hints: ours.map((one) => Object.values(one.dataset).join(' ')),
    said: [...document.querySelectorAll('[role=status], [role=alert], .notice')].map((one) => one.textContent),
    isInFront: document.visibilityState,
    text: document.body?.textContent?.trim().slice(0, 300),
  };
}

/** Returns what a wait threw, with what it was about. */
async function explained(page: Page, given: readonly unknown[], error: unknown): Promise<unknown> {
  if (!(error instanceof TimeoutError)) return error;
  const silence = new Promise((resolve) => setTimeout(resolve, 2000, 'the page does not answer'));
  const state = await Promise.race([page.evaluate(stateOf).catch(String), silence]);
  const [wanted, ...rest] = given.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)));
  return new Error(`Waited in vain for ${wanted}\nwith ${rest.join(', ')}\nThere was ${JSON.stringify(state)}`, {
    cause: error,
  });
}

function explain<Wait extends (...given: never[]) => Promise<unknown>>(wait: Wait): Wait {
  return async function (this: Page, ...given: Parameters<Wait>) {
    // The half of a minute that Puppeteer waits is short on a machine that is busy with more.
    this.setDefaultTimeout(90_000);
    try {
      return await wait.apply(this, given);
    } catch (error) {
      throw await explained(this, given, error);
    }
  } as unknown as Wait;
}

// Files share a worker's modules, and this runs before each of them.
if (!Object.hasOwn(globalThis, EXPLAINED)) {
  Object.assign(globalThis, { [EXPLAINED]: true });
  Page.prototype.waitForSelector = explain(Page.prototype.waitForSelector);
  Page.prototype.waitForFunction = explain(Page.prototype.waitForFunction);
}
