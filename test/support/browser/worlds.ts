/**
 * The world of the content script, beside the page's own: only the browser's own tools reach it.
 */
import type { Page } from 'puppeteer-core';

/** Runs code in the content script's world of a page of Chromium. */
export type InWorld = (expression: string) => Promise<unknown>;

/**
 * Returns a way into the content script's world of a page's main frame; throws where no content
 * script runs there.
 */
export async function worldOf(page: Page, extensionId: string): Promise<InWorld> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const found: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(extensionId) && context.auxData?.frameId === frameTree.frame.id) found.push(context.id);
  });
  await session.send('Runtime.enable');
  const contextId = found.at(-1);
  if (contextId === undefined) throw new Error('No content script runs in this page.');
  return async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

/**
 * Takes the clock out of dismissals in a page of Chromium: they can be taken back until what is
 * returned is called, and from then on none can.
 */
export async function undoIn(page: Page, extensionId: string): Promise<() => Promise<void>> {
  const world = await worldOf(page, extensionId);
  await world(`{
    const { setTimeout, clearTimeout } = globalThis;
    const held = new Map();
    let isOver = false;
    globalThis.setTimeout = (run, delay, ...given) => {
      if (delay !== 10_000) return setTimeout(run, delay, ...given);
      if (isOver) return setTimeout(run, 0);
      held.set(--held.last, run);
      return held.last;
    };
    held.last = 0;
    globalThis.clearTimeout = (timer) => held.delete(timer) || clearTimeout(timer);
    globalThis.endUndo = () => {
      isOver = true;
      for (const run of held.values()) run();
      held.clear();
    };
  }`);
  return async () => void (await world('endUndo()'));
}

/** Makes dismissals in a page of Chromium final at once. */
export async function withoutUndo(page: Page, extensionId: string): Promise<void> {
  const end = await undoIn(page, extensionId);
  await end();
}

/**
 * Returns every exception that anything in the page throws from now on, the world of the content
 * script included.
 */
export async function exceptionsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  const session = await page.createCDPSession();
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    found.push(exceptionDetails.exception?.description ?? exceptionDetails.text),
  );
  await session.send('Runtime.enable');
  return found;
}
