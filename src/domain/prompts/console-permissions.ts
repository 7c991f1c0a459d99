/**
 * Which consoles the browser lets the extension into from the installation on, and which ones a
 * person has to allow first.
 */
import type { Console, ConsoleSite } from '../ruleset/console.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

/** A console, or some of its hosts, where hints need the person's permission. */
export interface OptionalConsole {
  readonly console: Console;
  /** The hosts to ask for; `*.` before one stands for its sub-domains. */
  readonly hosts: readonly string[];
  /** Whether no other host of it is there from the installation on. */
  readonly isWhole: boolean;
}

/** Returns the consoles that have hosts besides those of the installation, given these. */
export function optionalConsoles(rules: Ruleset, installed: readonly string[]): OptionalConsole[] {
  return rules.consoles.flatMap((console) => {
    const hosts = console.sites.map(({ host }) => host).filter((host) => !installed.includes(host));
    return hosts.length === 0 ? [] : [{ console, hosts, isWhole: hosts.length === console.sites.length }];
  });
}

/** Returns the optional console that a host belongs to; null where it is none's. */
export function optionalConsoleOf(rules: Ruleset, installed: readonly string[], host: string): OptionalConsole | null {
  return optionalConsoles(rules, installed).find(({ hosts }) => hosts.some((one) => covers(one, host))) ?? null;
}

/** Whether a host of a match pattern, perhaps with `*.` before it, stands for a host. */
export function covers(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : pattern === host;
}

/** Returns the match patterns of a console's site: https only, and its paths where it has some. */
export function matchesOf({ host, paths = ['/'] }: Pick<ConsoleSite, 'host' | 'paths'>): string[] {
  return paths.map((path) => `https://${host}${path}*`);
}

/**
 * Returns where the content script is to run on hosts that a person allowed: on those of a console
 * on its paths alone.
 */
export function grantedMatches(rules: Ruleset, granted: readonly string[]): string[] {
  const sites = rules.consoles.flatMap((one) => one.sites);
  return granted.flatMap((host) => {
    const site = sites.find((one) => one.host === host) ?? sites.find((one) => covers(one.host, host));
    return matchesOf({ host, ...(site?.paths && { paths: site.paths }) });
  });
}
