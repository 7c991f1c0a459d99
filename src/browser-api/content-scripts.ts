/** The content script on hosts that a person added. */
import browser from 'webextension-polyfill';
import { contentScript, grantedHosts } from './permissions.ts';

const ADDED = 'added-sites';

let lastRegistering: Promise<void> = Promise.resolve();

/**
 * Returns where the content script is to run, as match patterns, given the hosts that were granted.
 */
export type MatchesOf = (hosts: readonly string[]) => Promise<readonly string[]>;

/**
 * Makes the content script run on the hosts that a person granted, in their open tabs at once,
 * besides where the manifest has it run.
 */
export function syncDynamicContentScripts(matchesOf: MatchesOf): Promise<void> {
  // One after the other: of two at once, the later would find the script of the earlier neither
  // there nor gone.
  lastRegistering = lastRegistering
    .then(() => registerDynamicContentScripts(matchesOf))
    .catch(() => {
      // The browser keeps what was registered before, and we are asked again at the next start.
    });
  return lastRegistering;
}

async function registerDynamicContentScripts(matchesOf: MatchesOf): Promise<void> {
  const { files, sheets: css = [] } = contentScript() ?? {};
  const matches = [...(await matchesOf(await grantedHosts()))];
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
