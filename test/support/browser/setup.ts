/**
 * Runs before every file of browser tests: what a test looks at or acts on is waited for, and a
 * wait that ends in vain says what it waited for, and what there was instead.
 */
import { Browser, Page, TimeoutError } from 'puppeteer-core';

const EXPLAINED = 'icp-filing-guide: waits explain themselves';
/** The half of a minute that Puppeteer waits is short on a machine that is busy with more. */
const LONGEST = 90_000;
const MISSING = /^(?:Error: )?(?:failed to find element matching|No element found for) selector/;

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
    this.setDefaultTimeout(LONGEST);
    try {
      return await wait.apply(this, given);
    } catch (error) {
      throw await explained(this, given, error);
    }
  } as unknown as Wait;
}

/**
 * Lets a page act on what a selector names once it is there. Nothing was done before: Puppeteer
 * looks for the element first.
 */
function whenThere<Act extends (selector: never, ...given: never[]) => Promise<unknown>>(act: Act): Act {
  return async function (this: Page, ...given: Parameters<Act>) {
    for (const deadline = performance.now() + LONGEST; ; ) {
      try {
        return await act.apply(this, given);
      } catch (error) {
        if (!(error instanceof Error) || !MISSING.test(error.message)) throw error;
        if (performance.now() > deadline) throw await explained(this, given, new TimeoutError(error.message));
      }
      // Watching the page would not see what comes in a shadow root.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } as unknown as Act;
}

// Files share a worker's modules, and this runs before each of them.
if (!Object.hasOwn(globalThis, EXPLAINED)) {
  Object.assign(globalThis, { [EXPLAINED]: true });
  Page.prototype.waitForSelector = explain(Page.prototype.waitForSelector);
  Page.prototype.waitForFunction = explain(Page.prototype.waitForFunction);
  Page.prototype.goto = explain(Page.prototype.goto);
  for (const act of ['$eval', 'click', 'focus', 'hover', 'select', 'tap', 'type'] as const)
    Object.assign(Page.prototype, { [act]: whenThere(Page.prototype[act]) });
  const { waitForTarget } = Browser.prototype;
  Browser.prototype.waitForTarget = function (predicate, options) {
    return waitForTarget.call(this, predicate, { timeout: LONGEST, ...options });
  };
}
