/**
 * Hosts in the facts, held against `psl`: one with a typing error at its end has a suffix that no
 * list has, or no registrable domain.
 */
import psl from 'psl';
import { unsound } from '../../src/cli/load-ruleset.ts';
import type { ValidationIssue } from '../../src/domain/common/decoder.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';

type WithHosts = Pick<Ruleset, 'consoles' | 'registrars' | 'platforms' | 'pslDifferences'>;

/** Throws with every host that {@link lintHosts} finds. */
export function requireSoundHosts(rules: WithHosts): void {
  const issues = lintHosts(rules);
  if (issues.length > 0) throw unsound(issues);
}

/** Returns which hosts of consoles, sites of registrars and suffixes of platforms are unsound. */
export function lintHosts({ consoles, registrars, platforms, pslDifferences }: WithHosts): ValidationIssue[] {
  const issue = (file: string, at: string, found: string): ValidationIssue => ({
    file,
    at,
    expected: 'a host that has a registrable domain below a suffix of the list',
    found: JSON.stringify(found),
  });
  // What the package lacks, as it is older than the list.
  const isAdded = (host: string) => pslDifferences.icannAdded.some((suffix) => host.endsWith(`.${suffix}`));
  // Of a suffix that it does not know `psl.get` makes a registrable domain all the same.
  const isSound = (host: string) => psl.get(host) !== null && (psl.parse(host).listed === true || isAdded(host));
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
