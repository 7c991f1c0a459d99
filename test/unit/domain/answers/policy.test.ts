import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';
import { PERSONAL } from '../../../../src/domain/answers/answers.ts';
import { isManaged, readPolicy } from '../../../../src/domain/answers/policy.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const NOTHING = { defaults: {}, hintsOff: false, welcomeOff: false, consoleHosts: [], wrong: [] };

test('a policy is read as it is meant', () => {
  const meant = {
    defaults: { province: 'gd', subject: 'organisation', filedWith: 'aliyun' },
    hintsOff: true,
    welcomeOff: true,
    consoleHosts: ['console.example.com'],
  };
  expect(readPolicy(meant, rules)).toEqual({ ...meant, wrong: [] });
  expect(readPolicy({ consoleHosts: [' Console.Example.com '] }, rules).consoleHosts).toEqual(['console.example.com']);
});

test('what cannot be read is left out and named, so that an administrator finds it', () => {
  const policy = readPolicy(
    {
      defaults: { province: 'atlantis', subject: 'organisation', registrar: 'aliyun' },
      hintsOff: 'yes',
      welcomeOff: true,
      consoleHosts: ['a b', 1, 'https://x', 'intranet', 'ok.example.com'],
      hintsOf: true,
    },
    rules,
  );
  expect(policy).toEqual({
    defaults: { subject: 'organisation' },
    hintsOff: false,
    welcomeOff: true,
    consoleHosts: ['ok.example.com'],
    wrong: [
      'hintsOff',
      'consoleHosts[0]',
      'consoleHosts[1]',
      'consoleHosts[2]',
      'consoleHosts[3]',
      'hintsOf',
      'defaults.province',
      'defaults.registrar',
    ],
  });
  expect(isManaged(policy)).toBe(true);
  expect(isManaged(readPolicy({ consoleHosts: 'x' }, rules))).toBe(true);
});

test('whatever the browser hands over, there is a policy', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      readPolicy(value, rules);
    }),
  );
  for (const nothing of [undefined, null, {}]) {
    expect(readPolicy(nothing, rules)).toEqual(NOTHING);
    expect(isManaged(readPolicy(nothing, rules))).toBe(false);
  }
});

test('the schema for administrators names just what is read', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'public/managed-schema.json'), 'utf8'));
  const { wrong: _, ...read } = NOTHING;
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(read).sort());
  expect(Object.keys(schema.properties.defaults.properties).sort()).toEqual([...PERSONAL].sort());
});

test.each([null, undefined, 'text', 7, true, []])('%j is no policy', (value) => {
  expect(readPolicy(value, rules)).toEqual(NOTHING);
});

test('each part of a policy is read by itself', () => {
  expect(readPolicy({ hintsOff: true }, rules)).toEqual({ ...NOTHING, hintsOff: true });
  expect(readPolicy({ welcomeOff: true }, rules)).toEqual({ ...NOTHING, welcomeOff: true });
  expect(readPolicy({ defaults: { province: 'gd' } }, rules)).toEqual({ ...NOTHING, defaults: { province: 'gd' } });
  for (const consoleHosts of ['a.example', null, {}, 7])
    expect(readPolicy({ consoleHosts }, rules)).toEqual({ ...NOTHING, wrong: ['consoleHosts'] });
});

test('hosts of consoles are host names in A-labels', () => {
  const read = (host: unknown) => readPolicy({ consoleHosts: [host] }, rules).consoleHosts.length === 1;
  const longest = `${'abcdefg.'.repeat(31)}abcde`;
  for (const host of ['a.b', 'console.example.com', 'xn--fiqs8s.cn', '10.0.0.1', 'A.Example', ' a.b ', longest])
    expect(read(host), host).toBe(true);
  const odd = [
    '',
    'a',
    'a b.c',
    'a.b/c',
    'a.b:1',
    '-a.b',
    'a-.b',
    'a..b',
    'a.',
    '中国.cn',
    `${'a'.repeat(64)}.b`,
    `${longest}a`,
  ];
  for (const host of [...odd, null, 7, ['a.b']]) expect(read(host), String(host)).toBe(false);
});
