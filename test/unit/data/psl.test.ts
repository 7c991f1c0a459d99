/** Hosts, as `psl` itself reads them. */
import psl from 'psl';
import { expect, test } from 'vitest';
import { lintHosts } from '../../../scripts/build/lint-hosts.ts';
import { checkLine } from '../../../src/cli/check-line.ts';
import { loadRules } from '../../../src/cli/load-ruleset.ts';
import { createEngine } from '../../../src/domain/eligibility/engine.ts';
import { rules } from '../../support/shipped-ruleset.ts';

test('the build refuses a host without a registrable domain, and names each place', () => {
  expect(lintHosts(rules)).toEqual([]);
  const [console, registrar, platform] = [rules.consoles[0], rules.registrars[0], rules.platforms[0]];
  if (!console || !registrar || !platform) throw new Error('the facts have no such thing');
  const typed = {
    consoles: [
      {
        ...console,
        id: 'typed',
        sites: [
          { host: '*.com.cn', verified: true },
          { host: 'console_cloud', verified: true },
        ],
      },
    ],
    registrars: [{ ...registrar, id: 'typed', websites: ['www.example.cn', 'com.cn'] }],
    platforms: [{ ...platform, suffixes: ['github.io', '*.-x.io'] }],
  };
  expect(lintHosts(typed).map(({ file, at, found }) => `${file} ${at} ${found}`)).toEqual([
    'consoles/typed.json sites.0.host "*.com.cn"',
    'consoles/typed.json sites.1.host "console_cloud"',
    'registrars/typed.json websites.1 "com.cn"',
    'platforms.json 0.suffixes.1 "*.-x.io"',
  ]);
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
