/**
 * Hosts in the facts, as `psl` reads them: a typing error makes a host that has no registrable
 * domain.
 */
import psl from 'psl';
import { expect, test } from 'vitest';
import { checkLine } from '../../../src/cli/check-line.ts';
import { loadRules } from '../../../src/cli/load-ruleset.ts';
import { createEngine } from '../../../src/domain/eligibility/engine.ts';
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

test('a line tells what `psl` itself answers where that differs from ours, and only there', () => {
  const engine = createEngine(loadRules());
  const below = (rule: string) => `a.b.${rule.replace(/^\*/, 'x').replace(/^!/, '')}`;
  const hosts = [
    ...rules.platforms.flatMap(({ suffixes }) => suffixes.map(below)),
    ...rules.suffixes.flatMap(({ suffix }) => [`example.${suffix}`, `www.example.${suffix}`]),
    ...rules.pslDifferences.retired.map(below),
    ...rules.pslDifferences.icannAdded.map(below),
  ];
  let differing = 0;
  for (const host of hosts) {
    const line = JSON.parse(checkLine(engine, host, {}, '2026-11-27'));
    if (line.problem !== null) continue;
    const theirs = psl.get(line.host);
    expect(line.registrableByPsl, host).toBe(theirs === line.registrable ? undefined : theirs);
    if (theirs !== line.registrable) differing++;
  }
  expect(differing).toBeGreaterThan(100);
});
