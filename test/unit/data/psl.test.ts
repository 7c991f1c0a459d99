/**
 * Hosts in the facts, as `psl` reads them: a typing error makes a host that has no registrable
 * domain.
 */
import psl from 'psl';
import { expect, test } from 'vitest';
import { rules } from '../../support/shipped-ruleset.ts';

test('each host of a console and each site of a registrar has a registrable domain', () => {
  const hosts = [
    ...rules.consoles.flatMap(({ sites }) => sites.map(({ host }) => host.replace(/^\*\./, ''))),
    ...rules.registrars.flatMap(({ websites }) => websites),
  ];
  expect(hosts.length).toBeGreaterThan(150);
  expect(hosts.filter((host) => psl.get(host) === null)).toEqual([]);
});

test('a platform’s suffix is below a registrable domain, or the list has it for a suffix', () => {
  const suffixes = rules.platforms.flatMap((platform) => platform.suffixes.map((one) => one.replace(/^[*!]\.?/, '')));
  expect(suffixes.filter((suffix) => psl.get(`a.name.${suffix}`) === null)).toEqual([]);
});
