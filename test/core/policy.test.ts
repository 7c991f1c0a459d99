import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/build/load.ts';
import { readPolicy } from '../../src/core/policy.ts';
import { rules } from '../rules.ts';

const NOTHING = { defaults: {}, hintsOff: false, welcomeOff: false, consoleHosts: [] };

test('a policy is read as it is meant; what is none is left out', () => {
  expect(
    readPolicy(
      {
        defaults: { province: 'gd', subject: 'organisation', filedWith: 'aliyun', registrar: 'aliyun' },
        hintsOff: true,
        welcomeOff: true,
        consoleHosts: ['console.example.com', 'a b', 1, 'https://x'],
      },
      rules,
    ),
  ).toEqual({
    defaults: { province: 'gd', subject: 'organisation', filedWith: 'aliyun' },
    hintsOff: true,
    welcomeOff: true,
    consoleHosts: ['console.example.com'],
  });
  expect(readPolicy({ defaults: { province: 'atlantis' }, hintsOff: 'yes' }, rules)).toEqual(NOTHING);
});

test('whatever the browser hands over, there is a policy', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      readPolicy(value, rules);
    }),
  );
  expect(readPolicy(undefined, rules)).toEqual(NOTHING);
});

test('the schema for administrators names just what is read', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'public/managed-schema.json'), 'utf8'));
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(NOTHING).sort());
});
