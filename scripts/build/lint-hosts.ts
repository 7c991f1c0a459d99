/** Hosts in the facts, held against `psl`: one with a typing error has no registrable domain. */
import psl from 'psl';
import { unsound } from '../../src/cli/load-ruleset.ts';
import type { ValidationIssue } from '../../src/domain/common/decoder.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';

type WithHosts = Pick<Ruleset, 'consoles' | 'registrars' | 'platforms'>;

/** Throws with every host that {@link lintHosts} finds. */
export function requireSoundHosts(rules: WithHosts): void {
  const issues = lintHosts(rules);
  if (issues.length > 0) throw unsound(issues);
}

/** Returns which hosts of consoles, sites of registrars and suffixes of platforms are unsound. */
export function lintHosts({ consoles, registrars, platforms }: WithHosts): ValidationIssue[] {
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
