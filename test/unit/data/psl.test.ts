/** Hosts, as `psl` itself reads them. */
import psl from 'psl';
import { expect, test } from 'vitest';
import { lintHosts } from '../../../scripts/build/lint-hosts.ts';
import { ByteSink } from '../../../src/cli/byte-sink.ts';
import { checkLine, csvWriter, jsonWriter, judgeInput } from '../../../src/cli/check-line.ts';
import { loadRules } from '../../../src/cli/load-ruleset.ts';
import { createEngine } from '../../../src/domain/eligibility/engine.ts';
import { rules } from '../../support/shipped-ruleset.ts';

test('the build refuses a host without a registrable domain or with a suffix of no list, and names each place', () => {
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
          { host: 'console.example.cmo', verified: true },
          // Of a suffix that is newer than psl.
          { host: 'console.example.web', verified: true },
        ],
      },
    ],
    registrars: [{ ...registrar, id: 'typed', websites: ['www.example.cn', 'com.cn', 'example.con'] }],
    platforms: [{ ...platform, suffixes: ['github.io', '*.-x.io', 'its-pages.c0m'] }],
    pslDifferences: rules.pslDifferences,
  };
  expect(lintHosts(typed).map(({ file, at, found }) => `${file} ${at} ${found}`)).toEqual([
    'consoles/typed.json sites.0.host "*.com.cn"',
    'consoles/typed.json sites.1.host "console_cloud"',
    'consoles/typed.json sites.2.host "console.example.cmo"',
    'registrars/typed.json websites.1 "com.cn"',
    'registrars/typed.json websites.2 "example.con"',
    'platforms.json 0.suffixes.1 "*.-x.io"',
    'platforms.json 0.suffixes.2 "its-pages.c0m"',
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

test('fields that are asked for have what `psl` answers of every name, and nothing beside', () => {
  const engine = createEngine(loadRules());
  const write = (writer: typeof jsonWriter | typeof csvWriter, host: string) => {
    const sink = new ByteSink();
    writer(['registrable', 'registrableByPsl'])(sink, host, judgeInput(engine, host, {}, '2026-11-27'));
    return new TextDecoder().decode(sink.take());
  };
  const hosts = ['foo.github.io', 'a.example.com', 'github.io', 'com.cn'];
  expect(hosts.map((host) => JSON.parse(write(jsonWriter, host)))).toEqual([
    { registrable: 'github.io', registrableByPsl: 'foo.github.io' },
    { registrable: 'example.com', registrableByPsl: 'example.com' },
    { registrable: 'github.io', registrableByPsl: null },
    { registrable: null, registrableByPsl: null },
  ]);
  expect(hosts.map((host) => write(csvWriter, host))).toEqual([
    'github.io,foo.github.io',
    'example.com,example.com',
    'github.io,',
    ',',
  ]);
  const sink = new ByteSink();
  jsonWriter(['registrable'])(sink, '', judgeInput(engine, 'foo.github.io', {}, '2026-11-27'));
  expect(new TextDecoder().decode(sink.take())).toBe('{"registrable":"github.io"}');
});
