import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyPortfolio } from '../../../src/domain/portfolio/portfolio-record.ts';
import { loadPortfolioKnowledge } from '../../../src/storage/portfolio-answers.ts';
import { storeFor } from '../../../src/storage/portfolio-store.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const { facts } = engine;
const store = storeFor(rules);

beforeEach(async () => {
  await store.all();
  // What other files of this worker left.
  await empty();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await empty();
});

async function empty(): Promise<void> {
  const opened = await openDB('portfolios', 1);
  await opened.clear('portfolios');
  opened.close();
}

test('every portfolio that knows the domain tells of it; one that is damaged is passed over', async () => {
  expect(await loadPortfolioKnowledge('shili-a.com', facts)).toEqual([]);
  const first = await store.save({ ...emptyPortfolio('one', 'One'), told: [['shili-a.com', { realName: 'done' }]] });
  await store.save({ ...emptyPortfolio('two', 'Two'), told: [['shili-b.com', { realName: 'done' }]] });
  await store.save({ ...emptyPortfolio('three', 'Three'), told: [['shili-a.com', { record: 'own' }]] });
  expect(first).toMatchObject({ kind: 'saved' });
  const opened = await openDB('portfolios', 1);
  await opened.put('portfolios', { id: 'four', name: 4, told: [['shili-a.com', {}]] });
  opened.close();
  const found = await loadPortfolioKnowledge('shili-a.com', facts);
  expect(found.map(({ name, told }) => [name, told]).sort()).toEqual([
    ['One', { realName: 'done' }],
    ['Three', { record: 'own' }],
  ]);
});

test('a database that is not there is made as the portfolio page makes it, and is left open by nobody', async () => {
  await deleteDB('portfolios', { blocked: () => expect.unreachable('somebody holds on to it') });
  expect(await loadPortfolioKnowledge('shili-a.com', facts)).toEqual([]);
  await deleteDB('portfolios', { blocked: () => expect.unreachable('somebody holds on to it') });
  expect(await store.save(emptyPortfolio('one', 'One'))).toMatchObject({ kind: 'saved' });
});

test('where the browser keeps no data there are no portfolios', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('not allowed', 'SecurityError');
  });
  expect(await loadPortfolioKnowledge('shili-a.com', facts)).toEqual([]);
});
