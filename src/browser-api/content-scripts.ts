/** The content script on hosts that a person added. */
import browser from 'webextension-polyfill';
import { contentScript, grantedHosts } from './permissions.ts';

const ADDED = 'added-sites';

let lastRegistering: Promise<void> = Promise.resolve();

/**
 * Makes the content script run on the added sites, in their open tabs at once, besides where the
 * manifest has it run.
 */
export function syncDynamicContentScripts(): Promise<void> {
  // One after the other: of two at once, the later would find the script of the earlier neither
  // there nor gone.
  lastRegistering = lastRegistering.then(registerDynamicContentScripts).catch(() => {
    // The browser keeps what was registered before, and we are asked again at the next start.
  });
  return lastRegistering;
}

async function registerDynamicContentScripts(): Promise<void> {
  const { files, sheets: css = [] } = contentScript() ?? {};
  const anyway = (contentScript()?.matches ?? []).flatMap((match) => /^https:\/\/([^/]+)\//.exec(match)?.[1] ?? []);
  const matches = (await grantedHosts()).filter((host) => !anyway.includes(host)).map((host) => `https://${host}/*`);
  const before = await browser.scripting.getRegisteredContentScripts({ ids: [ADDED] });
  const known = before.flatMap((one) => one.matches ?? []);
  if (before.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ADDED] });
  if (files === undefined || matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: ADDED, js: files, css, matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  const fresh = matches.filter((match) => !known.includes(match));
  const tabs = fresh.length === 0 ? [] : await browser.tabs.query({ url: fresh });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    // A tab that went away meanwhile, or shows an error page, needs nothing.
    await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files }).catch(() => {});
  }
}
