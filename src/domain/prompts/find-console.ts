/** Whose console a page is of. A verdict needs this, and nothing of what consoles say. */
import type { Console, ConsoleSite } from '../ruleset/console.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

/** Returns the console that has a host as one of its sites. */
export function consoleOfHost(rules: Ruleset, host: string): Console | null {
  const has = ({ host: site }: ConsoleSite) => (site.startsWith('*.') ? host.endsWith(site.slice(1)) : site === host);
  return rules.consoles.find((one) => one.sites.some(has)) ?? null;
}

/**
 * Returns the console that a page is of: its host is one of the console's, and its path where that
 * host has other pages too.
 */
export function consoleOfAddress(rules: Ruleset, address: string): Console | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  const found = protocol === 'https:' ? consoleOfHost(rules, hostname) : null;
  const sites = found?.sites.filter(({ host }) =>
    host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === hostname,
  );
  return sites?.some(({ paths = [''] }) => paths.some((path) => pathname.startsWith(path))) ? found : null;
}
