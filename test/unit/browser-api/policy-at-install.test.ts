import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readManagedPolicyAtInstall } from '../../../src/browser-api/managed-policy.ts';
import { storage } from '../../support/fake-browser.ts';

const POLICY = { welcomeOff: true };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  storage.reset();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Returns what was answered so far; `waiting` where nothing was. */
async function answered(asked: Promise<unknown>): Promise<unknown> {
  for (let turns = 0; turns < 10; turns++) await new Promise((resolve) => setImmediate(resolve));
  return Promise.race([asked, Promise.resolve('waiting')]);
}

test('a policy that is there is read at once, whoever installed', async () => {
  for (const who of ['normal', 'admin'] as const) {
    storage.installedBy(who);
    storage.manage(POLICY);
    expect(await answered(readManagedPolicyAtInstall())).toEqual(POLICY);
  }
});

test('a person is not kept waiting for a policy that there is not', async () => {
  expect(await answered(readManagedPolicyAtInstall())).toEqual({});
});

test('an administrator’s policy that comes late counts', async () => {
  storage.installedBy('admin');
  const asked = readManagedPolicyAtInstall();
  expect(await answered(asked)).toBe('waiting');
  storage.manage(POLICY);
  expect(await answered(asked)).toEqual(POLICY);
  expect(vi.getTimerCount()).toBe(0);
});

test('and one that never comes is not waited for for ever', async () => {
  storage.installedBy('admin');
  const asked = readManagedPolicyAtInstall();
  expect(await answered(asked)).toBe('waiting');
  vi.runAllTimers();
  expect(await answered(asked)).toEqual({});
});
