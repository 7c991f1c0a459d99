/** Pages served from memory under any host name; nothing reaches the network. */
import type { Page } from 'puppeteer-core';

export interface Served {
  readonly body: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Returns what to serve for an address; null for a plain page that names the host. */
export type Serve = (url: URL) => Served | null;

/** Returns the answer; there always is one. */
function answerTo(serve: Serve, address: string): Required<Served> {
  const url = new URL(address);
  const { body, contentType = 'text/html; charset=utf-8', headers = {} } = serve(url) ?? { body: plainPage(url.host) };
  return { body, contentType, headers };
}

/** A page that says under which name it was served. */
export function plainPage(host: string): string {
  const name = host.replace(/[&<>"']/g, '');
  return `<!doctype html><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"><h1>${name}</h1><p>A plain page, served from this machine.</p>`;
}

/** Saves a popup as it stands on the screen; what lies below its fold is not in the picture. */
export async function savePopup(popup: Page, path: string): Promise<void> {
  await popup.screenshot({ path: path as `${string}.png`, captureBeyondViewport: false });
}

/** Returns from now on every request of the page for the web is answered from memory. */
export async function answerRequests(page: Page, serve: Serve): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().startsWith('http')) return void request.continue();
    const { body, contentType, headers } = answerTo(serve, request.url());
    void request.respond({ body, contentType, headers });
  });
}
