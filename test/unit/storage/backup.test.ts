import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { readRules, writeRules } from '../../../src/browser-api/rules-store.ts';
import { readFiles } from '../../../src/cli/load-ruleset.ts';
import { emptyPortfolio } from '../../../src/domain/portfolio/portfolio-record.ts';
import { handlers } from '../../../src/entries/background/handlers.ts';
import { dispatch } from '../../../src/messaging/protocol.ts';
import { eraseEverything, readEverything, takeIn } from '../../../src/storage/backup.ts';
import { RULES_KEY } from '../../../src/storage/keys.ts';
import { storeFor } from '../../../src/storage/portfolio-store.ts';
import { savePersonalAnswer } from '../../../src/storage/stored-answers.ts';
import { locks, storage } from '../../support/fake-browser.ts';
import { rules } from '../../support/shipped-ruleset.ts';

vi.stubGlobal('navigator', { locks: locks() });
/** Pages of ours reach the worker. */
const sendMessage = (message: unknown) => dispatch(message, { kind: 'own' }, handlers);
vi.stubGlobal('chrome', { runtime: { id: 'own-id', sendMessage }, action: { setTitle: async () => {} } });

const RULES = { form: 'icp-filing-guide/rules/1', files: readFiles() };

const profile = (answers: Readonly<Record<string, string>>) => ({ profile: { version: 1, answers, hosts: {} } });

beforeEach(async () => {
  storage.reset(profile({ province: 'gd' }));
  await writeRules(null);
});

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
      savePersonalAnswer(rules, 'filedWith', 'aliyun'),
      takeIn(profile({ province: 'sh', subject: 'organisation' }), [], rules),
    ),
  ).toEqual([true, 'all']);
  expect(storage.all()).toEqual(profile({ province: 'sh', subject: 'organisation', filedWith: 'aliyun' }));
});

test('an answer that was begun before everything is erased does not come back', async () => {
  storage.hold();
  expect(await together(savePersonalAnswer(rules, 'province', 'bj'), eraseEverything(rules))).toMatchObject([
    true,
    { isWhole: true },
  ]);
  expect(storage.all()).toEqual({});
});

test('what was erased comes back as it was: what cannot be read, too; what came meanwhile stays', async () => {
  const store = storeFor(rules);
  const portfolio = { ...emptyPortfolio('one', 'One'), revision: 0 };
  await store.save(portfolio);
  const database = await openDB('portfolios', 1);
  await database.put('portfolios', { id: 'broken', form: 'of no build' });
  await database.add('aside', 'set aside');
  const found = () => Promise.all([database.getAll('portfolios'), database.getAll('aside')]);
  const before = {
    stored: { ...profile({ province: 'gd' }), 'case:example.com': 'makes no sense' },
    found: await found(),
  };
  storage.reset(before.stored);

  const erased = await eraseEverything(rules);
  expect([storage.all(), await found()]).toEqual([{}, [[], []]]);
  expect(await erased.undo?.()).toBe(true);
  expect({ stored: storage.all(), found: await found() }).toEqual(before);

  const again = await eraseEverything(rules);
  await store.save({ ...portfolio, name: 'Begun anew' });
  await savePersonalAnswer(rules, 'filedWith', 'aliyun');
  expect(await again.undo?.()).toBe(true);
  expect((await store.all()).map(({ name }) => name)).toEqual(['Begun anew']);
  storage.fail('set');
  expect(await again.undo?.()).toBe(false);
  database.close();
});

test('what cannot be stored is said', async () => {
  storage.fail('set');
  expect(await takeIn(profile({ province: 'sh' }), [], rules)).toBe('none');
  storage.fail('remove');
  expect(await eraseEverything(rules)).toMatchObject({ isWhole: false });
  expect(storage.all()).toEqual(profile({ province: 'gd' }));
});

test('a rules file goes in and out with the rest, and away with it; what is left in the other place is in no export', async () => {
  storage.reset({ ...profile({ province: 'gd' }), [RULES_KEY]: 'left' });
  expect((await readEverything(rules))?.all.stored).toEqual(profile({ province: 'gd' }));
  const stored = { ...profile({ province: 'sh' }), [RULES_KEY]: RULES };
  expect(await takeIn(stored, [], rules)).toBe('all');
  expect(storage.all()).toEqual(profile({ province: 'sh' }));
  expect((await readEverything(rules))?.all.stored).toMatchObject(stored);
  const { isWhole, undo } = await eraseEverything(rules);
  expect(isWhole).toBe(true);
  expect(await readRules()).toEqual({ value: undefined });
  expect(await undo?.()).toBe(true);
  expect((await readEverything(rules))?.all.stored).toMatchObject(stored);
});

test('a rules file that is not kept is said', async () => {
  expect(await takeIn({ ...profile({ province: 'sh' }), [RULES_KEY]: { form: 'other' } }, [], rules)).toBe('some');
  expect(storage.all()).toEqual(profile({ province: 'sh' }));
});
