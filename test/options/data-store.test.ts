import { beforeEach, expect, test, vi } from 'vitest';
import { keepPersonal } from '../../src/case/keep.ts';
import { eraseEverything, takeIn } from '../../src/options/data-store.ts';
import { locks, storage } from '../fake-browser.ts';
import { rules } from '../rules.ts';

vi.stubGlobal('navigator', { locks: locks() });

const profile = (answers: Readonly<Record<string, string>>) => ({ profile: { version: 1, answers, hosts: {} } });

beforeEach(() => storage.reset(profile({ province: 'gd' })));

/** Lets storage answer in another order than it was asked in. */
async function together(...done: readonly Promise<unknown>[]): Promise<unknown[]> {
  await new Promise((resolve) => setImmediate(resolve));
  await storage.release();
  return Promise.all(done);
}

test('an answer that another window gives while data comes in undoes nothing of that data', async () => {
  storage.hold();
  expect(
    await together(
      keepPersonal(rules, 'filedWith', 'aliyun'),
      takeIn(profile({ province: 'sh', subject: 'organisation' }), [], rules),
    ),
  ).toEqual([true, 'all']);
  expect(storage.all()).toEqual(profile({ province: 'sh', subject: 'organisation', filedWith: 'aliyun' }));
});

test('an answer that was begun before everything is erased does not come back', async () => {
  storage.hold();
  expect(await together(keepPersonal(rules, 'province', 'bj'), eraseEverything(rules))).toEqual([true, true]);
  expect(storage.all()).toEqual({});
});

test('what cannot be stored is said', async () => {
  storage.fail('set');
  expect(await takeIn(profile({ province: 'sh' }), [], rules)).toBe('none');
  storage.fail('remove');
  expect(await eraseEverything(rules)).toBe(false);
  expect(storage.all()).toEqual(profile({ province: 'gd' }));
});
