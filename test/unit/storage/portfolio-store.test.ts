import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PATIENCE } from '../../../src/browser-api/in-time.ts';
import { emptyPortfolio, type Portfolio, packed } from '../../../src/domain/portfolio/portfolio-record.ts';
import { storeFor } from '../../../src/storage/portfolio-store.ts';
import { rules } from '../../support/shipped-ruleset.ts';

const one: Portfolio = {
  ...emptyPortfolio('one', 'One'),
  entries: packed([{ line: 1, input: 'example.com' }]),
  answers: { province: 'gd' },
  sites: [['example.com', 'a']],
};
const store = storeFor(rules);
const put = IDBObjectStore.prototype.put;
const unhandled = vi.fn();
process.on('unhandledRejection', unhandled);

const database = () => openDB('portfolios', 1);
/** What lies in a part of the database, past all decoding. */
async function raw(part: 'portfolios' | 'aside'): Promise<unknown[]> {
  const opened = await database();
  const all: unknown[] = await opened.getAll(part);
  opened.close();
  return all;
}
async function plant(value: unknown): Promise<void> {
  const opened = await database();
  await opened.put('portfolios', value);
  opened.close();
}

beforeEach(async () => {
  await store.all();
  const opened = await database();
  await opened.clear('portfolios');
  await opened.clear('aside');
  opened.close();
});
afterEach(async () => {
  IDBObjectStore.prototype.put = put;
  vi.restoreAllMocks();
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).not.toHaveBeenCalled();
});

test('what is saved is read again; a save on what another window saved meanwhile is refused and loses nothing', async () => {
  expect(await store.save(one)).toEqual({ kind: 'saved', revision: 1 });
  const [mine, theirs] = [await store.all(), await store.all()].map(([first]) => first);
  if (!mine || !theirs) throw new Error('Nothing was read');
  const saves = await Promise.all([
    store.save({ ...mine, name: 'Mine' }),
    storeFor(rules).save({ ...theirs, name: 'Theirs' }),
  ]);
  expect(saves.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
  const [kept] = await store.all();
  expect(kept).toMatchObject({
    revision: 2,
    name: saves[0]?.kind === 'saved' ? 'Mine' : 'Theirs',
    answers: one.answers,
    sites: one.sites,
  });
});

test.each([
  [
    'throws',
    () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  ],
  [
    'is aborted afterwards',
    function (this: IDBObjectStore, value: unknown) {
      const request = put.call(this, value);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    },
  ],
  [
    'cannot be copied',
    function (this: IDBObjectStore, value: object) {
      return put.call(this, { ...value, broken: () => {} });
    },
  ],
])('a write that %s: said to have failed, the one before stays, and the next works', async (_, broken) => {
  await store.save(one);
  const before = await raw('portfolios');
  IDBObjectStore.prototype.put = broken as IDBObjectStore['put'];
  expect(await store.save({ ...one, revision: 1, name: 'New' })).toEqual({ kind: 'failed' });
  IDBObjectStore.prototype.put = put;
  expect(await raw('portfolios')).toEqual(before);
  expect(await store.save({ ...one, revision: 1, name: 'New' })).toEqual({ kind: 'saved', revision: 2 });
});

test('a database that does not open: nothing to read, saves are said to have failed, and both work once it opens', async () => {
  const fresh = storeFor(rules);
  await store.save(one);
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('broken', 'UnknownError');
  });
  expect(await fresh.all()).toEqual([]);
  expect(await fresh.save(one)).toEqual({ kind: 'failed' });
  expect(await fresh.remove('one')).toBe(false);
  vi.restoreAllMocks();
  expect((await fresh.all()).map(({ id }) => id)).toEqual(['one']);
});

test('a number that is none is what it is: it is set aside no further time', async () => {
  const rejected = [{ line: Number.NaN, input: 'x', why: 'too-long' }] as const;
  let portfolio: Portfolio = { ...emptyPortfolio('nan', 'Maple'), rejected };
  const before = (await store.everything())?.unreadable;
  for (let times = 0; times < 3; times++) {
    const saved = await store.save(portfolio);
    portfolio = { ...portfolio, revision: saved.kind === 'saved' ? saved.revision : -1 };
  }
  expect(portfolio.revision).toBe(3);
  expect((await store.everything())?.unreadable).toBe(before);
  await store.remove('nan');
});

test('a database that another tab keeps from opening: nothing waits for ever, and both work once it is free', async () => {
  const fresh = storeFor(rules);
  const holder = await openDB('portfolios', 1);
  const deleted = indexedDB.deleteDatabase('portfolios');
  await new Promise((resolve) => deleted.addEventListener('blocked', resolve));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = [fresh.all(), fresh.save(one), fresh.remove('one'), fresh.erase()];
  await vi.advanceTimersByTimeAsync(PATIENCE);
  vi.useRealTimers();
  expect(await Promise.race([Promise.all(asked), new Promise((resolve) => setTimeout(resolve))])).toEqual([
    [],
    { kind: 'failed' },
    false,
    null,
  ]);
  holder.close();
  expect(await fresh.save(one)).toEqual({ kind: 'saved', revision: 1 });
  expect((await fresh.all()).map(({ id }) => id)).toEqual(['one']);
});

test('a database of a newer version, after a step back to this one: nothing is read, saves are said to have failed, nothing is lost', async () => {
  await store.save(one);
  const newer = await openDB('portfolios', 2, { upgrade: (made) => void made.createObjectStore('later') });
  const before = await newer.getAll('portfolios');
  const fresh = storeFor(rules);
  expect(await fresh.all()).toEqual([]);
  expect(await fresh.save({ ...one, revision: 1, name: 'Old' })).toEqual({ kind: 'failed' });
  expect(await fresh.erase()).toBeNull();
  expect(await newer.getAll('portfolios')).toEqual(before);
  newer.close();
  await deleteDB('portfolios');
});

test.each([
  { id: 'one', name: 5 },
  { id: 'one' },
  { ...one, entries: null },
  { ...one, entries: { names: 'a.com\nb.com', lines: Uint32Array.of(1) } },
  { ...one, entries: { names: 'a.com', lines: [1] } },
  { ...one, rejected: [{ line: 1, input: 'x', why: 'unknown' }] },
  { ...one, answers: { province: { toString: 1 } } },
  { ...one, answers: JSON.parse('{"__proto__": {"province": "gd"}}') },
  { ...one, sites: [['a.com']] },
  { ...one, later: 'a field of a newer version' },
  { ...one, name: 'n'.repeat(300) },
])('what cannot be read in whole is set aside before it is written over: %j', async (value) => {
  await plant(value);
  const found = await raw('portfolios');
  await expect(store.all()).resolves.toBeInstanceOf(Array);
  expect(await store.save(one)).toEqual({ kind: 'saved', revision: 1 });
  expect(await raw('aside')).toEqual(found);
  // From now on it is ours again.
  await store.save({ ...one, revision: 1, rejected: [{ line: 2, input: 'x', why: 'no-domain' }] });
  expect((await raw('aside')).length).toBe(1);
});

test('one that cannot be read costs no other', async () => {
  await plant({ id: 'broken', name: [] });
  await store.save(one);
  expect((await store.all()).map(({ id }) => id)).toEqual(['one']);
  expect((await raw('portfolios')).length).toBe(2);
});
