import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { takeHandedPage } from '../../../../src/browser-api/handed-page.ts';
import { isKnownEmpty, readRules, writeRules } from '../../../../src/browser-api/rules-store.ts';
import { readFiles } from '../../../../src/cli/load-ruleset.ts';
import { addDays } from '../../../../src/domain/common/days.ts';
import { patternsOf } from '../../../../src/domain/prompts/console-prompts.ts';
import { consoleOfHost } from '../../../../src/domain/prompts/find-console.ts';
import { HINT_PREFERENCES_KEY } from '../../../../src/domain/prompts/hint-preferences.ts';
import { decodeHints, HINTS_KEY } from '../../../../src/domain/prompts/hint-states.ts';
import {
  engine,
  followHints,
  followRules,
  followSettings,
  handlers,
  suggestions,
  welcome,
} from '../../../../src/entries/background/handlers.ts';
import { dispatch, HINTS_CHANGED, type Kind, type Request } from '../../../../src/messaging/protocol.ts';
import type { TopicContent } from '../../../../src/messaging/replies.ts';
import type { Sender } from '../../../../src/messaging/sender.ts';
import { LANGUAGE_KEY, RULES_KEY } from '../../../../src/storage/keys.ts';
import { lookLoadedRules } from '../../../../src/storage/loaded-rules.ts';
import { locks, onTold, sites, storage, tabs } from '../../../support/fake-browser.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

// What icon.ts asks of the browser directly.
vi.stubGlobal('navigator', { locks: locks() });
vi.stubGlobal('chrome', { action: { setTitle: async () => {} } });

const HINTS = { aliyun: { one: 'folded', two: 'dismissed' } };
const OFF = { all: false, kinds: ['chips'], sites: ['dnspod'] };
const SOUND = { [HINTS_KEY]: HINTS, [HINT_PREFERENCES_KEY]: OFF };
const ENTRY = rules.faq[0]?.id ?? '';
const ALIYUN = 'dc.console.aliyun.com';
const XINNET = rules.consoles.find((one) => one.id === 'xinnet')?.sites[0]?.host.replace('*', 'x') ?? '';
/** Ids of the prompts that are looked for on the pages of this console. */
const OWN_PROMPTS = rules.consoles
  .filter((one) => one === consoleOfHost(rules, ALIYUN))
  .flatMap((one) => patternsOf(rules, one).map(({ id }) => id));
const PROMPT = OWN_PROMPTS[0] ?? '';

/** A page of a console with one domain's record, as the content script takes it apart. */
const RECORD_PAGE = [
  ['域名', 'brand-of-ours.com'],
  ['注册商', '阿里云计算有限公司（万网）'],
  ['注册日期', '2015-03-02'],
  ['到期日期', '2098-03-02'],
  ['实名认证', '已实名认证'],
]
  .map(([label, value]) => `<tr\0<td\0=${label}\0>td\0<td\0=${value}\0>td\0>tr\0`)
  .join('');

/** A message of each kind. */
const ASKS: { readonly [K in Kind]: Extract<Request, { kind: K }> } = {
  page: { kind: 'page' },
  styles: { kind: 'styles' },
  guidance: { kind: 'guidance', id: ENTRY, around: '' },
  remember: { kind: 'remember', prompt: PROMPT, state: 'dismissed' },
  names: { kind: 'names', names: ['example.com', 'example.io'] },
  topic: { kind: 'topic', topic: 'filing' },
  switchOff: { kind: 'switchOff' },
  openHintSettings: { kind: 'openHintSettings' },
  openCase: { kind: 'openCase', name: 'example.com' },
  record: { kind: 'record', address: `https://${ALIYUN}/`, page: RECORD_PAGE },
  useRecord: { kind: 'useRecord', address: `https://${ALIYUN}/`, page: RECORD_PAGE },
  restore: { kind: 'restore', site: 'aliyun' },
  dismiss: { kind: 'dismiss', site: 'aliyun', prompts: ['tld'] },
  loadedRules: { kind: 'loadedRules' },
  keepRules: { kind: 'keepRules', file: null },
};
const KINDS = Object.keys(ASKS) as Kind[];
const WRITES: readonly Kind[] = ['remember', 'switchOff', 'restore', 'dismiss'];
/** What only pages of our own may ask. */
const OWN_KINDS: readonly Kind[] = ['restore', 'dismiss', 'loadedRules', 'keepRules'];
/** What has something of ours shown in the place of the page that asks. */
const SHOWN_KINDS: readonly Kind[] = ['openHintSettings', 'openCase', 'useRecord'];
/** The tab of the page that asks. */
const TAB = 7;
/**
 * What a page of a console is answered, or one of our own where only those may ask; undefined: the
 * handler failed.
 */
async function answerTo(kind: Kind, host = kind === 'switchOff' ? XINNET : ALIYUN): Promise<unknown> {
  return answerFrom(OWN_KINDS.includes(kind) ? { kind: 'own' } : { kind: 'page', host, tab: TAB }, ASKS[kind]);
}
async function answerFrom(sender: Sender, message: object): Promise<unknown> {
  const answer = (await dispatch(message, sender, handlers)) as { readonly reply?: unknown };
  return answer.reply;
}

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

beforeEach(async () => {
  storage.reset(SOUND);
  tabs.lookAt(TAB);
  await writeRules(null);
  followRules();
});

describe.each(KINDS)('%s', (kind) => {
  const writes = WRITES.includes(kind);

  test('storage that rejects everything: an answer comes, and nothing stored is lost', async () => {
    storage.fail('get', 'set', 'remove');
    followRules();
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
    // What the first of them shows is in front from then on.
    if (SHOWN_KINDS.includes(kind)) expect(answers.splice(1, 1)).toEqual([false]);
    expect(answers.every((answer) => answer !== undefined && answer !== false)).toBe(true);
    expect(storage.all()[HINTS_KEY]).toMatchObject({ aliyun: { one: 'folded', [PROMPT]: 'dismissed' } });
    expect(storage.all()[HINT_PREFERENCES_KEY]).toEqual({ ...OFF, sites: ['dnspod', 'xinnet'] });
  });

  test.each(CORRUPT.map((value) => [JSON.stringify(value), value]))(
    'everything stored is %s: an answer comes, and it is set aside before it is written over',
    async (_, value) => {
      const keys = [HINTS_KEY, HINT_PREFERENCES_KEY, RULES_KEY, 'language.v1', 'icon.v1'];
      storage.reset(Object.fromEntries(keys.map((key) => [key, value])));
      storage.manage(value);
      if (value !== null) await writeRules(value);
      followRules();
      const before = storage.all();
      expect(await answerTo(kind)).toBeTruthy();
      const {
        [`aside:${HINTS_KEY}`]: hintsAside,
        [`aside:${HINT_PREFERENCES_KEY}`]: offAside,
        ...after
      } = storage.all();
      const own = kind === 'switchOff' ? HINT_PREFERENCES_KEY : HINTS_KEY;
      const left = kind === 'keepRules' ? undefined : value;
      expect({ ...after, [own]: null }).toEqual({ ...before, [own]: null, [RULES_KEY]: left });
      if (!writes) expect(after[own]).toEqual(value);
      expect(hintsAside).toEqual(writes && own === HINTS_KEY && !decodeHints(value).sound ? value : undefined);
      expect(offAside).toEqual(writes && own === HINT_PREFERENCES_KEY ? value : undefined);
    },
  );
});

test('a value that cannot be set aside is not written over', async () => {
  const long = 'x'.repeat(2000);
  storage.reset({ [HINTS_KEY]: long, [HINT_PREFERENCES_KEY]: long });
  const before = storage.all();
  storage.limit(storage.size() + 500);
  for (const kind of WRITES) expect(await answerTo(kind)).toBe(false);
  expect(storage.all()).toEqual(before);
});

test('sites and prompts may be called as what every object has', async () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const page = { kind: 'page', host: name } as const;
    sites.allow(name);
    expect(await answerFrom(page, { kind: 'page' })).toBeTruthy();
    expect(await answerFrom(page, { kind: 'remember', prompt: name, state: 'folded' })).toBe(false);
    expect(await answerFrom(page, ASKS.remember)).toBe(true);
    expect(await answerFrom(page, { kind: 'switchOff' })).toBe(true);
    expect(await answerFrom({ kind: 'own' }, { kind: 'restore', site: name })).toBe(true);
    expect(await answerFrom(page, { kind: 'topic', topic: name })).toBeNull();
    expect(await answerFrom(page, { kind: 'guidance', id: name })).toBeNull();
  }
  expect(({} as Record<string, unknown>)[PROMPT]).toBeUndefined();
  expect(storage.all()[HINTS_KEY]).toMatchObject(HINTS);
});

describe('the record on a page', () => {
  const from = (host: string): Sender => ({ kind: 'page', host, tab: TAB });
  const asked = (page: string, address = `https://${ALIYUN}/`) => ({ kind: 'record', address, page });

  test('it is said with what the page says itself', async () => {
    const said = await answerFrom(from(ALIYUN), asked(RECORD_PAGE));
    expect(said).toMatchObject({ title: 'Record of brand-of-ours.com' });
    expect(JSON.stringify(said)).toMatch(/Alibaba Cloud.*2015-03-02.*2098-03-02/);
  });

  test('what is kept of the name is not in it: a page sees what is drawn', async () => {
    const alone = await answerFrom(from(ALIYUN), asked(RECORD_PAGE));
    storage.reset({ ...SOUND, 'case:brand-of-ours.com': { answers: { province: 'sh', registrar: 'tencent-cloud' } } });
    expect(await answerFrom(from(ALIYUN), asked(RECORD_PAGE))).toEqual(alone);
  });

  test.each([
    ['a page that is not known to show records', 'www.somebody.com', RECORD_PAGE, undefined],
    ['one that says it is elsewhere', 'www.somebody.com', RECORD_PAGE, `https://${ALIYUN}/`],
    ['two names', ALIYUN, RECORD_PAGE + RECORD_PAGE.replaceAll('ours', 'theirs'), undefined],
    ['no record', ALIYUN, '<p\0=到期提醒\0>p', undefined],
    ['nothing', ALIYUN, '', ''],
    ['what is no page', ALIYUN, '\0\0>\0<\0=\0>table'.repeat(50), 'javascript:'],
  ])('of %s there is none, and nothing is opened for it', async (_, host, page, address) => {
    const before = tabs.all();
    expect(await answerFrom(from(host), asked(page, address))).toBeNull();
    expect(await answerFrom(from(host), { ...asked(page, address), kind: 'useRecord' })).toBe(false);
    expect(tabs.all()).toEqual(before);
  });

  test('where it is, the browser says, and no address of the page', async () => {
    expect(await answerFrom(from(ALIYUN), { ...asked(RECORD_PAGE, 'https://who.is/'), kind: 'useRecord' })).toBe(true);
    expect(await takeHandedPage()).toMatchObject({ url: `https://${ALIYUN}/` });
    expect(tabs.all().at(-1)).toContain('input=brand-of-ours.com&handed=1');
    // It is there for one window.
    expect(await takeHandedPage()).toBeUndefined();
  });

  test('a page of more than is looked at is no message of ours', () => {
    const page = 'a'.repeat(300_001);
    expect(dispatch(asked(page), from(ALIYUN), handlers)).toBeUndefined();
  });
});

test('where domains are listed the pill says that a record can be used, and nowhere else', async () => {
  sites.allow();
  const tipOf = async (topic: string) =>
    (
      (await answerFrom(
        { kind: 'page', host: 'dc.console.aliyun.com' },
        { kind: 'topic', topic },
      )) as TopicContent | null
    )?.tip;
  expect(await tipOf('domains')).toContain('the toolbar icon');
  expect(await tipOf('search')).toBeUndefined();
});

describe('a page reaches its own site and what is looked for there, and nothing else', () => {
  const OTHER = { kind: 'page', host: 'nobody.example' } as const;

  test('a host that is no console’s and was not added is told nothing, and changes nothing', async () => {
    sites.allow();
    expect(await answerFrom(OTHER, { kind: 'page' })).toBeNull();
    expect(await answerFrom(OTHER, ASKS.remember)).toBe(false);
    expect(await answerFrom(OTHER, { kind: 'switchOff' })).toBe(false);
    expect(storage.all()).toEqual(SOUND);
    sites.allow(OTHER.host);
    expect(await answerFrom(OTHER, { kind: 'page' })).toMatchObject({ everywhere: true });
    expect(await answerFrom(OTHER, { kind: 'switchOff' })).toBe(true);
    expect(storage.all()[HINT_PREFERENCES_KEY]).toEqual({ ...OFF, sites: ['dnspod', OTHER.host] });
    sites.allow();
  });

  test('a console from which the person took our leave back is told nothing, unless they call us there', async () => {
    const page = { kind: 'page', host: ALIYUN, tab: 7 } as const;
    sites.withdraw();
    expect(await answerFrom(page, { kind: 'page' })).toBeNull();
    tabs.call(7);
    expect(await answerFrom(page, { kind: 'page' })).toMatchObject({ everywhere: false });
    expect(await answerFrom({ ...page, tab: 8 }, { kind: 'page' })).toBeNull();
    sites.allow();
    expect(await answerFrom(page, { kind: 'page' })).toMatchObject({ everywhere: false });
  });

  test('a console that waits for a permission is told nothing without it, even where they call us there', async () => {
    const page = { kind: 'page', host: 'porkbun.com', tab: 9 } as const;
    tabs.call(9);
    expect(await answerFrom(page, { kind: 'page' })).toBeNull();
    sites.allow('porkbun.com');
    expect(await answerFrom(page, { kind: 'page' })).toMatchObject({ everywhere: false });
    sites.allow();
    expect(await answerFrom(page, { kind: 'page' })).toBeNull();
  });

  test('a prompt is kept only where it is looked for', async () => {
    const foreign = rules.consoles.flatMap(({ prompts }) => prompts.map(({ means }) => means));
    for (const prompt of ['no-such-prompt', ...foreign.filter((id) => !OWN_PROMPTS.includes(id))]) {
      const answer = await answerFrom({ kind: 'page', host: ALIYUN }, { kind: 'remember', prompt, state: 'dismissed' });
      expect(answer, prompt).toBe(false);
    }
    expect(storage.all()).toEqual(SOUND);
  });

  test('whatever a page says of site and extent, only its own site is switched off', async () => {
    for (const lie of [
      { what: 'all' },
      { what: 'kind', which: 'cards' },
      { what: 'site', which: 'godaddy' },
      { site: 'godaddy' },
    ])
      expect(await answerFrom({ kind: 'page', host: ALIYUN }, { kind: 'switchOff', ...lie })).toBe(true);
    expect(storage.all()[HINT_PREFERENCES_KEY]).toEqual({ ...OFF, sites: ['dnspod', 'aliyun'] });
  });

  test.each(SHOWN_KINDS)('a page that asks for %s any number of times has one thing shown', async (kind) => {
    tabs.reset();
    tabs.lookAt(TAB);
    const answers = await Promise.all(Array.from({ length: 50 }, () => answerTo(kind)));
    expect(answers).toEqual([true, ...Array(49).fill(false)]);
    expect(tabs.all()).toHaveLength(1);
  });

  test.each(SHOWN_KINDS)('a page that is behind another has nothing shown: %s', async (kind) => {
    tabs.reset();
    expect(await answerTo(kind)).toBe(false);
    expect(await answerFrom({ kind: 'page', host: ALIYUN }, ASKS[kind])).toBe(false);
    expect(tabs.all()).toEqual([]);
  });
});

test.each<[string, boolean, () => void]>([
  ['what is switched off', true, () => followSettings([HINT_PREFERENCES_KEY])],
  ['what was dismissed', true, () => followSettings(['x', HINTS_KEY])],
  ['the language', true, () => followSettings([LANGUAGE_KEY])],
  ['the rules', true, followRules],
  ['leave or a policy', true, followHints],
  ['an answer', false, () => followSettings(['case:example.com'])],
])('%s changes: whether every tab is told: %s', async (_, isTold, change) => {
  tabs.reset();
  const told = [tabs.withScript(), tabs.withScript()];
  change();
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(Array(2).fill(isTold ? [{ kind: HINTS_CHANGED }] : []));
  tabs.reset();
});

describe('rules that were loaded', () => {
  const FORM = 'icp-filing-guide/rules/1';
  const files = (date: string) => ({ form: FORM, files: { ...readFiles(), 'stamp.json': { date } } });
  const older = { form: FORM, files: { 'stamp.json': { date: '2001-01-01' } } };
  const date = rules.stamp.date;
  const keep = (file: unknown) => answerFrom({ kind: 'own' }, { kind: 'keepRules', file });
  const datesInUse = async () => (await engine()).facts.rules.stamp.date;

  test('older, cut or foreign: kept as they are, and those of the build are used', async () => {
    const own = await answerTo('names');
    for (const kept of [
      older,
      { form: FORM },
      { form: 'icp-filing-guide/rules/9', files: {} },
      { ...older, files: [] },
    ]) {
      await writeRules(kept);
      followRules();
      expect(await answerTo('names')).toEqual(own);
      expect(await readRules()).toEqual({ value: kept });
    }
  });

  test('a file that is not sound is not kept, whoever of us sends it, and what was kept stays', async () => {
    const sound = files(date);
    expect(await keep(sound)).toBe(true);
    for (const file of [older, { form: FORM }, 'text', 1, []]) expect(await keep(file)).toBe(false);
    expect(await readRules()).toMatchObject({ value: sound });
    expect(await answerFrom({ kind: 'own' }, { kind: 'loadedRules' })).toEqual(await readRules());
    expect(await keep(null)).toBe(true);
    expect(await readRules()).toEqual({ value: undefined });
  });

  test('that there are none is known without looking, and only as long as it is true', async () => {
    await engine();
    expect(await isKnownEmpty()).toBe(true);
    // The worker looks, and what it finds is told only after a file was kept.
    followRules();
    const looked = engine();
    const kept = keep(files(date));
    await Promise.all([looked, kept]);
    await engine();
    expect(await isKnownEmpty()).toBe(false);
    expect((await lookLoadedRules())?.value).toMatchObject(files(date));
    await keep(null);
    await engine();
    expect(await isKnownEmpty()).toBe(true);
    await writeRules(files(date));
    followRules();
    await engine();
    expect(await isKnownEmpty()).toBe(false);
  });

  test('they are worked with at once, and the pages of ours are told', async () => {
    const told: unknown[] = [];
    onTold((message) => told.push(message));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(date) });
    onTestFinished(() => void vi.useRealTimers());
    const newer = addDays(date, 1);
    expect(await keep(files(newer))).toBe(true);
    expect(await datesInUse()).toBe(newer);
    expect(await keep(null)).toBe(true);
    expect(await datesInUse()).toBe(date);
    expect(told).toEqual([{ kind: 'rules-changed' }, { kind: 'rules-changed' }]);
  });

  test('what lies in the storage that pages may reach is not believed, however sound it is, and goes with the next file', async () => {
    storage.reset({ [RULES_KEY]: files(date) });
    followRules();
    expect(await datesInUse()).toBe(date);
    expect(storage.all()).toHaveProperty([RULES_KEY]);
    expect(await keep(files(date))).toBe(true);
    expect(storage.all()).not.toHaveProperty([RULES_KEY]);
  });

  test('a database that cannot be had: the rules of the build, and an answer that says that nothing is kept', async () => {
    const database = indexedDB;
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    followRules();
    expect(await datesInUse()).toBe(date);
    expect(await keep(files(date))).toBe(false);
    expect(await answerFrom({ kind: 'own' }, { kind: 'loadedRules' })).toBeNull();
    vi.stubGlobal('indexedDB', database);
  });
});

test('the address bar and the first start work without storage', async () => {
  storage.fail('get', 'set', 'remove');
  followRules();
  expect((await suggestions('example.io')).first).toContain('example.io');
  await expect(welcome()).resolves.toBeUndefined();
});
