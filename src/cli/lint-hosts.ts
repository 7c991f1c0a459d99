/**
 * Hosts in the facts, held against `psl`: one with a typing error has no registrable domain. Node
 * only, as only a build loads `psl`.
 */
import psl from 'psl';
import type { ValidationIssue } from '../domain/common/decoder.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';

/** Returns which hosts of consoles, sites of registrars and suffixes of platforms are unsound. */
export function lintHosts({
  consoles,
  registrars,
  platforms,
}: Pick<Ruleset, 'consoles' | 'registrars' | 'platforms'>): ValidationIssue[] {
  const issue = (file: string, at: string, found: string): ValidationIssue => ({
    file,
    at,
    expected: 'a host that has a registrable domain',
    found: JSON.stringify(found),
  });
  const isSound = (host: string) => psl.get(host) !== null;
  return [
    ...consoles.flatMap(({ id, sites }) =>
      sites.flatMap(({ host }, at) =>
        isSound(host.replace(/^\*\./, '')) ? [] : [issue(`consoles/${id}.json`, `sites.${at}.host`, host)],
      ),
    ),
    ...registrars.flatMap(({ id, websites }) =>
      websites.flatMap((host, at) => (isSound(host) ? [] : [issue(`registrars/${id}.json`, `websites.${at}`, host)])),
    ),
    // A suffix is below a registrable domain, or the list has it for one.
    ...platforms.flatMap(({ suffixes }, of) =>
      suffixes.flatMap((suffix, at) =>
        isSound(`a.name.${suffix.replace(/^[*!]\.?/, '')}`)
          ? []
          : [issue('platforms.json', `${of}.suffixes.${at}`, suffix)],
      ),
    ),
  ];
}
