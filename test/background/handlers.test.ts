import { beforeEach, describe, expect, test, vi } from 'vitest';
import { followSettings, handlers, suggestions, welcome } from '../../src/background/handlers.ts';
import { decodeHints, HINTS_KEY } from '../../src/messages/hints.ts';
import { type Ask, dispatch, type Kind } from '../../src/messages/protocol.ts';
import { OFF_KEY } from '../../src/messages/settings.ts';
import { RULES_KEY } from '../../src/platform/keys.ts';
import { locks, storage } from '../fake-browser.ts';
import { rules } from '../rules.ts';

// What icon.ts asks of the browser directly.
vi.stubGlobal('navigator', { locks: locks() });
vi.stubGlobal('chrome', { action: { setTitle: async () => {} } });

const HINTS = { aliyun: { one: 'folded', two: 'dismissed' } };
const OFF = { all: false, kinds: ['chips'], sites: ['dnspod'] };
const SOUND = { [HINTS_KEY]: HINTS, [OFF_KEY]: OFF };
const ENTRY = rules.faq[0]?.id ?? '';

/** A message of each kind. */
const ASKS: { readonly [K in Kind]: Extract<Ask, { kind: K }> } = {
  page: { kind: 'page', host: 'dc.console.aliyun.com' },
  guidance: { kind: 'guidance', id: ENTRY },
  remember: { kind: 'remember', site: 'aliyun', prompt: 'three', state: 'dismissed' },
  names: { kind: 'names', names: ['example.com', 'example.io'] },
  topic: { kind: 'topic', topic: 'filing' },
  switchOff: { kind: 'switchOff', site: 'xinnet' },
  openHintSettings: { kind: 'openHintSettings' },
  restore: { kind: 'restore', site: 'aliyun' },
};
const KINDS = Object.keys(ASKS) as Kind[];
const WRITES: readonly Kind[] = ['remember', 'switchOff', 'restore'];
const answerTo = (kind: Kind) => dispatch(ASKS[kind], handlers);

const CORRUPT: readonly unknown[] = [
  null,
  '',
  'text',
  0,
  true,
  [],
  [1],
  { aliyun: 1 },
  { aliyun: { one: 'gone' } },
  { all: 1 },
  { all: true, kinds: {}, sites: [] },
  { all: true, kinds: ['none'], sites: [1] },
  JSON.parse('{"__proto__": {"one": "folded"}, "constructor": 1}'),
];

beforeEach(() => {
  storage.reset(SOUND);
  followSettings([RULES_KEY]);
});

describe.each(KINDS)('%s', (kind) => {
  const writes = WRITES.includes(kind);

  test('storage that rejects everything: an answer comes, and nothing stored is lost', async () => {
    storage.fail('get', 'set', 'remove');
    followSettings([RULES_KEY]);
    const answer = await answerTo(kind);
    if (writes) expect(answer).toBe(false);
    else expect(answer).toBeTruthy();
    storage.fail();
    expect(storage.all()).toEqual(SOUND);
    if (writes) expect(await answerTo(kind)).toBe(true);
  });

  test('storage that is full: what is read is answered, what is written is said not to be', async () => {
    storage.limit(10);
    const answer = await answerTo(kind);
    if (writes) expect(answer).toBe(false);
    else expect(answer).toBeTruthy();
    expect(storage.all()).toEqual(SOUND);
  });

  test('storage that answers late and in any order: two at once are both answered, and both count', async () => {
    storage.hold();
    const done = [answerTo(kind), answerTo(kind), answerTo('remember'), answerTo('switchOff')];
    await new Promise((resolve) => setImmediate(resolve));
    await storage.release();
    const answers = await Promise.all(done);
    expect(answers.every((answer) => answer !== undefined && answer !== false)).toBe(true);
    expect(storage.all()[HINTS_KEY]).toMatchObject({ aliyun: { one: 'folded', three: 'dismissed' } });
    expect(storage.all()[OFF_KEY]).toEqual({ ...OFF, sites: ['dnspod', 'xinnet'] });
  });

  test.each(CORRUPT.map((value) => [JSON.stringify(value), value]))(
    'everything stored is %s: an answer comes, and it is set aside before it is written over',
    async (_, value) => {
      const keys = [HINTS_KEY, OFF_KEY, RULES_KEY, 'language.v1', 'icon.v1'];
      storage.reset(Object.fromEntries(keys.map((key) => [key, value])));
      storage.manage(value);
      followSettings([RULES_KEY]);
      const before = storage.all();
      expect(await answerTo(kind)).toBeTruthy();
      const { [`aside:${HINTS_KEY}`]: hintsAside, [`aside:${OFF_KEY}`]: offAside, ...after } = storage.all();
      const own = kind === 'switchOff' ? OFF_KEY : HINTS_KEY;
      expect({ ...after, [own]: null }).toEqual({ ...before, [own]: null });
      if (!writes) expect(after[own]).toEqual(value);
      expect(hintsAside).toEqual(writes && own === HINTS_KEY && !decodeHints(value).sound ? value : undefined);
      expect(offAside).toEqual(writes && own === OFF_KEY ? value : undefined);
    },
  );
});

test('a value that cannot be set aside is not written over', async () => {
  const long = 'x'.repeat(2000);
  storage.reset({ [HINTS_KEY]: long, [OFF_KEY]: long });
  const before = storage.all();
  storage.limit(storage.size() + 500);
  for (const kind of WRITES) expect(await answerTo(kind)).toBe(false);
  expect(storage.all()).toEqual(before);
});

test('sites and prompts may be called as what every object has', async () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    expect(await dispatch({ kind: 'remember', site: name, prompt: name, state: 'folded' }, handlers)).toBe(true);
    expect(await dispatch({ kind: 'page', host: name }, handlers)).toBeTruthy();
    expect(await dispatch({ kind: 'switchOff', site: name }, handlers)).toBe(true);
    expect(await dispatch({ kind: 'restore', site: name }, handlers)).toBe(true);
    expect(await dispatch({ kind: 'topic', topic: name }, handlers)).toBeNull();
    expect(await dispatch({ kind: 'guidance', id: name }, handlers)).toBeNull();
  }
  expect(({} as Record<string, unknown>).one).toBeUndefined();
  expect(storage.all()[HINTS_KEY]).toMatchObject(HINTS);
});

test('loaded rules that are older, cut or foreign are kept, and those of the build are used', async () => {
  const own = await dispatch(ASKS.names, handlers);
  const older = { form: 'icp-filing-guide/rules/1', files: { 'stamp.json': { date: '2001-01-01' } } };
  for (const kept of [
    older,
    { form: older.form },
    { form: 'icp-filing-guide/rules/9', files: {} },
    { ...older, files: [] },
  ]) {
    storage.reset({ [RULES_KEY]: kept });
    followSettings([RULES_KEY]);
    expect(await dispatch(ASKS.names, handlers)).toEqual(own);
    expect(storage.all()).toEqual({ [RULES_KEY]: kept });
  }
});

test('the address bar and the first start work without storage', async () => {
  storage.fail('get', 'set', 'remove');
  followSettings([RULES_KEY]);
  expect((await suggestions('example.io')).first).toContain('example.io');
  await expect(welcome()).resolves.toBeUndefined();
});
