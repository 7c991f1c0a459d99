import { beforeEach, expect, test, vi } from 'vitest';
import { SEEN_KEY } from '../../../src/domain/answers/recently-pinned.ts';
import { markSeen } from '../../../src/storage/pinned-domain.ts';
import { locks, storage } from '../../support/fake-browser.ts';

vi.stubGlobal('navigator', { locks: locks() });

const ANSWERS = { 'case:example.com': { version: 1, answers: { province: 'gd' }, hosts: {} } };
beforeEach(() => storage.reset(ANSWERS));

test('what was in view is kept, the last first; one without answers leaves no trace', async () => {
  await markSeen('www.example.com');
  await markSeen('example.com');
  await markSeen('example.org');
  expect(storage.all()[SEEN_KEY]).toEqual(['example.com', 'www.example.com']);
  expect(Object.keys(storage.all())).not.toContain(`aside:${SEEN_KEY}`);
});

test.each([
  [{ version: 2, hosts: [{ host: 'example.com', at: 1 }] }],
  [['example.com', { host: 'example.org' }]],
  ['example.com'],
])('what a newer version keeps, or what is broken, is set aside before it is written over: %j', async (kept) => {
  storage.reset({ ...ANSWERS, [SEEN_KEY]: kept });
  await markSeen('www.example.com');
  expect(storage.all()[`aside:${SEEN_KEY}`]).toEqual(kept);
  expect(storage.all()[SEEN_KEY]).toContain('www.example.com');
});

test('without room for the copy nothing is written over', async () => {
  storage.reset({ ...ANSWERS, [SEEN_KEY]: { version: 2 } });
  storage.limit(storage.size() + 30);
  await markSeen('www.example.com');
  expect(storage.all()[SEEN_KEY]).toEqual({ version: 2 });
});
