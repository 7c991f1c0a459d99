import { beforeEach, expect, test, vi } from 'vitest';
import { keepSwitched, readOff } from '../../src/case/off.ts';
import { NOTHING_OFF, OFF_KEY } from '../../src/messages/settings.ts';
import { locks, storage } from '../fake-browser.ts';

vi.stubGlobal('navigator', { locks: locks() });

beforeEach(() => storage.reset());

test('what windows switch in the same moment all counts, whatever order storage answers in', async () => {
  storage.hold();
  const done = [
    keepSwitched({ kind: 'chips' }, false),
    keepSwitched({ site: 'aliyun' }, false),
    keepSwitched({ kind: 'cards' }, false),
    keepSwitched({ site: 'aliyun' }, true),
    keepSwitched({ site: 'dnspod' }, false),
  ];
  await new Promise((resolve) => setImmediate(resolve));
  await storage.release();
  expect(await Promise.all(done)).toEqual([true, true, true, true, true]);
  expect(await readOff()).toEqual({ all: false, kinds: ['cards', 'chips'], sites: ['dnspod'] });
});

test('what a newer version says besides is set aside before it is written over', async () => {
  const newer = { all: false, kinds: [], sites: [], until: { 'x.example': '2027-01-01' } };
  storage.reset({ [OFF_KEY]: newer });
  expect(await keepSwitched({ all: true }, false)).toBe(true);
  expect(storage.all()[`aside:${OFF_KEY}`]).toEqual(newer);
});

test('what makes no sense is set aside before it is written over', async () => {
  storage.reset({ [OFF_KEY]: ['cards'] });
  expect(await readOff()).toEqual(NOTHING_OFF);
  expect(await keepSwitched({ all: true }, false)).toBe(true);
  expect(storage.all()).toEqual({ [`aside:${OFF_KEY}`]: ['cards'], [OFF_KEY]: { ...NOTHING_OFF, all: true } });
});

test.each(['get', 'set'] as const)('storage whose %s fails: said, and nothing is lost', async (operation) => {
  const before = { [OFF_KEY]: { all: false, kinds: ['fields'], sites: ['x.example'] } };
  storage.reset(before);
  storage.fail(operation);
  expect(await keepSwitched({ kind: 'cards' }, false)).toBe(false);
  expect(storage.all()).toEqual(before);
});
