/** Where records are shown. */

import { registrarOfHost } from '../ruleset/find-registrars.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { consoleOfHost } from './find-console.ts';

/**
 * Whether a host is known to show records: of registries, registrars, consoles, the ministry and
 * look-up sites. What any other page shows is offered and never filled in by itself: it could tell
 * of somebody else's name whatever it likes.
 */
export function showsRecords(place: string, rules: Ruleset): boolean {
  const isBelow = (site: string) => place === site || place.endsWith(`.${site}`);
  return (
    rules.records.lookupSites.some(isBelow) ||
    rules.lookUps.rdap.some(({ url }) => hostOf(url.replace('{suffix}', '')) === place) ||
    consoleOfHost(rules, place) !== null ||
    registrarOfHost(rules.registrars, place) !== null
  );
}

/** Returns expressions' sources for the labels of a domain's last day. */
export function expiryLabels({ records }: Pick<Ruleset, 'records'>): string[] {
  const labels = records.fields.flatMap(({ field, labels }) => (field === 'expires' ? labels : []));
  return labels.map((label) => label.replace(/[^\p{L}\p{N} ]/gu, '.'));
}

/**
 * Returns an expression's source for blocks of a page that begin with one of these labels: where
 * there is one, the page may show a record.
 */
export function labelSource(labels: readonly string[]): string {
  return `^\\s*(?:${labels.join('|') || '(?!)'})\\s*(?:[:：]|$|\\d|[a-z]{3,9}\\.? \\d)`;
}

/** Returns the host of an address; null where it has none. */
export function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname || null : null;
}
