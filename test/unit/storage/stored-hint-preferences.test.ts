import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_HINT_PREFERENCES, HINT_PREFERENCES_KEY } from '../../../src/domain/prompts/hint-preferences.ts';
import { loadHintPreferences, setHintEnabled } from '../../../src/storage/stored-hint-preferences.ts';
import { locks, storage } from '../../support/fake-browser.ts';

vi.stubGlobal('navigator', { locks: locks() });

beforeEach(() => storage.reset());

test('what windows switch in the same moment all counts, whatever order storage answers in', async () => {
  storage.hold();
  const done = [
    setHintEnabled({ kind: 'chips' }, false),
    setHintEnabled({ site: 'aliyun' }, false),
    setHintEnabled({ kind: 'cards' }, false),
    setHintEnabled({ site: 'aliyun' }, true),
    setHintEnabled({ site: 'dnspod' }, false),
  ];
  await new Promise((resolve) => setImmediate(resolve));
  await storage.release();
  expect(await Promise.all(done)).toEqual([true, true, true, true, true]);
  expect(await loadHintPreferences()).toEqual({ all: false, kinds: ['cards', 'chips'], sites: ['dnspod'] });
});

test('what a newer version says besides is set aside before it is written over', async () => {
  const newer = { all: false, kinds: [], sites: [], until: { 'x.example': '2027-01-01' } };
  storage.reset({ [HINT_PREFERENCES_KEY]: newer });
  expect(await setHintEnabled({ all: true }, false)).toBe(true);
  expect(storage.all()[`aside:${HINT_PREFERENCES_KEY}`]).toEqual(newer);
});

test('what makes no sense is set aside before it is written over', async () => {
  storage.reset({ [HINT_PREFERENCES_KEY]: ['cards'] });
  expect(await loadHintPreferences()).toEqual(DEFAULT_HINT_PREFERENCES);
  expect(await setHintEnabled({ all: true }, false)).toBe(true);
  expect(storage.all()).toEqual({
    [`aside:${HINT_PREFERENCES_KEY}`]: ['cards'],
    [HINT_PREFERENCES_KEY]: { ...DEFAULT_HINT_PREFERENCES, all: true },
  });
});

test.each(['get', 'set'] as const)('storage whose %s fails: said, and nothing is lost', async (operation) => {
  const before = { [HINT_PREFERENCES_KEY]: { all: false, kinds: ['fields'], sites: ['x.example'] } };
  storage.reset(before);
  storage.fail(operation);
  expect(await setHintEnabled({ kind: 'cards' }, false)).toBe(false);
  expect(storage.all()).toEqual(before);
});
