/**
 * What a content script needs of the extension API; pages of ours send by it, too. Apart from browser.ts and without the polyfill: that is a quarter of
 * what may be loaded into a console's page, and both browsers give promises here.
 */
interface Api {
  readonly runtime?: { readonly id?: string; sendMessage(message: unknown): Promise<unknown> };
}

function api(): Api | undefined {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
  return browser ?? chrome;
}

/** Whether this script's extension is still there: after an update, scripts in open pages are cut off from it. */
export function isAlive(): boolean {
  try {
    return api()?.runtime?.id !== undefined;
  } catch {
    // Firefox throws where Chromium answers undefined.
    return false;
  }
}

/**
 * In: a message. Out: the unchecked reply; undefined where the extension is gone or nobody answers. The worker may be ended in
 * the middle of answering; every message can be sent twice, and wakes it anew.
 */
export async function send(message: unknown, tries = 2): Promise<unknown> {
  try {
    return await api()?.runtime?.sendMessage(message);
  } catch {
    return tries > 1 && isAlive() ? send(message, tries - 1) : undefined;
  }
}
