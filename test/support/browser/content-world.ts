/**
 * Runs code where our content script runs in a page, which is what a renderer that was taken over
 * can do. Chromium only.
 */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';

/**
 * Evaluates an expression in the content script's world of the page's top frame, and returns what
 * it comes to.
 */
export async function inContentWorld(page: Page, expression: string): Promise<unknown> {
  const cdp = await page.createCDPSession();
  try {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      contextId: await contentWorld(cdp),
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await cdp.detach();
  }
}

/**
 * Waits until the content script of a page has been told what is wanted there, and so reads its
 * fields, and shows what it will: the same is answered to who asks behind it.
 */
export async function untilTold(page: Page): Promise<void> {
  for (let times = 0; times < 2; times++)
    await inContentWorld(page, `chrome.runtime.sendMessage({ kind: 'page' }).then(() => {})`);
}

async function contentWorld(cdp: CDPSession): Promise<number> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const found = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }: Protocol.Runtime.ExecutionContextCreatedEvent) => {
      const { frameId } = context.auxData as { readonly frameId: string };
      if (context.origin.startsWith('chrome-extension://') && frameId === frameTree.frame.id) resolve(context.id);
    });
  });
  await cdp.send('Runtime.enable');
  return found;
}
