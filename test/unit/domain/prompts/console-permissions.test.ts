import { describe, expect, test } from 'vitest';
import {
  covers,
  grantedMatches,
  optionalConsoleOf,
  optionalConsoles,
} from '../../../../src/domain/prompts/console-permissions.ts';
import type { Console, ConsoleSite } from '../../../../src/domain/ruleset/console.ts';
import { rules as shipped } from '../../../support/shipped-ruleset.ts';

function consoleOf(id: string, ...sites: readonly Omit<ConsoleSite, 'verified'>[]): Console {
  const [first] = shipped.consoles;
  if (first === undefined) throw new Error('no console ships');
  return { ...first, id, sites: sites.map((one) => ({ ...one, verified: true })) };
}

const rules = {
  ...shipped,
  consoles: [
    consoleOf('home', { host: 'filing.home.example' }, { host: 'whois.home.example' }),
    consoleOf('abroad', { host: 'abroad.example', paths: ['/account/', '/domains'] }),
    consoleOf('regions', { host: 'console.cloud.example' }, { host: '*.console.cloud.example', paths: ['/names/'] }),
    consoleOf('app'),
  ],
};
const INSTALLED = ['filing.home.example'];

describe('which consoles wait for a permission', () => {
  test('those of which the manifest lacks a host, with what it lacks', () => {
    expect(optionalConsoles(rules, INSTALLED).map(({ console, ...rest }) => ({ id: console.id, ...rest }))).toEqual([
      { id: 'home', hosts: ['whois.home.example'], isWhole: false },
      { id: 'abroad', hosts: ['abroad.example'], isWhole: true },
      { id: 'regions', hosts: ['console.cloud.example', '*.console.cloud.example'], isWhole: true },
    ]);
  });

  test.each([
    ['filing.home.example', null],
    ['whois.home.example', 'home'],
    ['abroad.example', 'abroad'],
    ['www.abroad.example', null],
    ['eu.console.cloud.example', 'regions'],
    ['xconsole.cloud.example', null],
    ['elsewhere.example', null],
  ])('%s: %s', (host, id) => {
    expect(optionalConsoleOf(rules, INSTALLED, host)?.console.id ?? null).toBe(id);
  });

  test('a pattern with *. stands for the sub-domains, as in the browsers for the host itself, too', () => {
    expect(['a.example', 'b.a.example', 'ba.example'].map((host) => covers('*.a.example', host))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test('granted hosts run the script on the paths of their console, other hosts everywhere', () => {
  const granted = ['abroad.example', '*.console.cloud.example', 'us.console.cloud.example', 'own.example'];
  expect(grantedMatches(rules, granted)).toEqual([
    'https://abroad.example/account/*',
    'https://abroad.example/domains*',
    'https://*.console.cloud.example/names/*',
    'https://us.console.cloud.example/names/*',
    'https://own.example/*',
  ]);
});
