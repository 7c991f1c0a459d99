import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { PATIENCE } from '../../../src/browser-api/in-time.ts';
import { readAhead } from '../../../src/browser-api/storage.ts';
import type { DomainAnswers } from '../../../src/domain/answers/domain-answers.ts';
import {
  loadAllAnswers,
  loadAnsweredDomains,
  loadAnswers,
  removeDomainAnswers,
  removeRecorded,
  restoreDomainAnswers,
  saveAnswer,
  savePersonalAnswer,
  saveRecords,
} from '../../../src/storage/stored-answers.ts';
import { api as browser, locks, storage } from '../../support/fake-browser.ts';
import { rules } from '../../support/shipped-ruleset.ts';

vi.stubGlobal('navigator', { locks: locks() });

const NAME = 'example.com';
const KEY = `case:${NAME}`;
const BEFORE = {
  version: 1,
  answers: { realName: 'done', record: 'none' },
  hosts: { 'a.example.com': { sameProvider: true } },
};
const PROFILE = { version: 1, answers: { province: 'gd' }, hosts: {} };
const SOUND = { [KEY]: BEFORE, profile: PROFILE };
const answer = () => saveAnswer(rules, NAME, NAME, 'application', 'open');

/**
 * What corrupts a value: other types, older and newer forms, half of it, and names that every
 * object has.
 */
const CORRUPT: readonly unknown[] = [
  null,
  '',
  'text',
  0,
  true,
  [],
  {},
  { version: 0, answers: {}, hosts: {} },
  { version: 2, answers: {}, hosts: {} },
  { version: 1, answers: [], hosts: {} },
  { version: 1, answers: { realName: 'perhaps' }, hosts: {} },
  { version: 1, answers: { registrar: { toString: 1 } }, hosts: {} },
  { version: 1, answers: { province: [[['gd']]] }, hosts: {} },
  { version: 1, answers: {}, hosts: { 'a.example.com': null } },
  { version: 1, answers: JSON.parse('{"__proto__": {"realName": "done"}}'), hosts: {} },
  { version: 1, answers: {}, hosts: JSON.parse('{"__proto__": 1, "constructor": 2}') },
];

beforeEach(() => storage.reset(SOUND));

describe('storage that fails', () => {
  test('without ever answering: after a while it counts as one that cannot be read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    storage.hold();
    const asked = Promise.all([loadAnswers(rules, NAME), loadAllAnswers(rules), loadAnsweredDomains(), answer()]);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    const [one, all, domains, isStored] = await asked;
    expect([one.isRead, all.isRead, domains, isStored]).toEqual([false, false, null, false]);
    // What was asked for is answered at last: nothing was written.
    await storage.release();
    expect(storage.all()).toEqual(SOUND);
  });

  test('read: nothing is written over what is there, and the person is told', async () => {
    storage.fail('get');
    expect(await loadAnswers(rules, NAME)).toMatchObject({
      one: { answers: {} },
      profile: { answers: {} },
      isRead: false,
    });
    expect(await loadAnswers(rules, null)).toMatchObject({ isRead: false });
    expect(await loadAllAnswers(rules)).toMatchObject({ isRead: false });
    expect(await answer()).toBe(false);
    expect(await savePersonalAnswer(rules, 'subject', 'individual')).toBe(false);
    expect(await loadAnsweredDomains()).toBeNull();
    expect(storage.all()).toEqual(SOUND);
  });

  test('write or full: the answer is said not to be stored, and the ones before it stay', async () => {
    storage.fail('set');
    expect(await answer()).toBe(false);
    storage.fail();
    storage.limit(storage.size());
    expect(await answer()).toBe(false);
    expect(storage.all()).toEqual(SOUND);
    storage.limit(1e6);
    expect(await answer()).toBe(true);
    expect(storage.all()[KEY]).toEqual({ ...BEFORE, answers: { ...BEFORE.answers, application: 'open' } });
  });

  test('remove: what could not be forgotten is said to be there', async () => {
    storage.fail('remove');
    expect(await removeDomainAnswers(rules, NAME)).toBe(false);
    expect(await savePersonalAnswer(rules, 'province', undefined)).toBe(false);
    expect(storage.all()).toEqual(SOUND);
  });

  test('one failure is not for ever', async () => {
    for (const operation of ['get', 'set', 'remove'] as const) {
      storage.fail(operation);
      await answer();
      await removeDomainAnswers(rules, 'other.com');
      storage.fail();
      expect(await answer(), operation).toBe(true);
    }
  });
});

describe('storage that is slow', () => {
  test('answers given at once, in two windows, all are kept, whatever order storage answers in', async () => {
    storage.hold();
    const done = [
      answer(),
      saveAnswer(rules, NAME, NAME, 'certificate', 'ready'),
      saveAnswer(rules, NAME, 'b.example.com', 'sameProvider', false),
      savePersonalAnswer(rules, 'subject', 'organisation'),
      saveAnswer(rules, 'other.com', 'other.com', 'realName', 'done'),
    ];
    // Both read and write late, the latest first.
    await new Promise((resolve) => setImmediate(resolve));
    await storage.release();
    expect(await Promise.all(done)).toEqual([true, true, true, true, true]);
    expect(storage.all()).toEqual({
      [KEY]: {
        version: 1,
        answers: { ...BEFORE.answers, application: 'open', certificate: 'ready' },
        hosts: { ...BEFORE.hosts, 'b.example.com': { sameProvider: false } },
      },
      profile: { ...PROFILE, answers: { province: 'gd', subject: 'organisation' } },
      'case:other.com': { version: 1, answers: { realName: 'done' }, hosts: {} },
    });
  });
});

describe('storage that holds what nobody can read', () => {
  test.each(CORRUPT.map((value) => [JSON.stringify(value), value]))(
    '%s is set aside, told, and written over',
    async (_, value) => {
      for (const key of [KEY, 'profile']) {
        storage.reset({ [key]: value });
        expect((await loadAnswers(rules, NAME)).sound).toBe(false);
        expect(await (key === KEY ? answer() : savePersonalAnswer(rules, 'subject', 'individual'))).toBe(true);
        expect(storage.all()[`aside:${key}`]).toEqual(value);
        expect((await loadAnswers(rules, NAME)).sound).toBe(true);
      }
    },
  );

  test('what was set aside before is never written over, and the same value is set aside once', async () => {
    for (const value of ['first', 'second', 'second', 'first', 'third']) {
      storage.reset({ ...storage.all(), [KEY]: value });
      expect(await answer()).toBe(true);
    }
    const aside = Object.entries(storage.all()).filter(([key]) => key.startsWith('aside:'));
    expect(aside.map(([, value]) => value).sort()).toEqual(['first', 'second', 'third']);
  });

  test('where there is no room to set it aside, it stays where it is and the answer is said not to be stored', async () => {
    storage.reset({ [KEY]: 'unreadable, and longer than any answer could ever be'.repeat(10) });
    const before = storage.all();
    storage.limit(storage.size() + 200);
    expect((await loadAnswers(rules, NAME)).sound).toBe(false);
    expect(await answer()).toBe(false);
    expect(storage.all()).toEqual(before);
  });

  test('a policy that is corrupt says nothing', async () => {
    for (const policy of [null, 'x', { defaults: { province: { toString: 1 } } }, { defaults: [], consoleHosts: {} }]) {
      storage.manage(policy);
      expect((await loadAnswers(rules, NAME)).profile.answers).toEqual({ province: 'gd' });
    }
  });
});

describe('what records say', () => {
  const from = { by: 'record', kind: 'rdap', place: null, day: '2026-11-20' } as const;
  const records = { registrar: { value: 'godaddy', from }, expiresOn: { value: '2027-01-31', from } } as const;

  test('is kept beside the person’s answers, forgotten one by one, and can be undone', async () => {
    expect(await saveRecords(rules, NAME, records)).toBe(true);
    expect((await loadAnswers(rules, NAME)).one).toEqual({ ...BEFORE, records });
    expect(await answer()).toBe(true);
    expect((await loadAnswers(rules, NAME)).one).toMatchObject({ answers: { application: 'open' }, records });
    expect(await removeRecorded(rules, NAME, 'registrar')).toBe(true);
    expect((await loadAnswers(rules, NAME)).one.records).toEqual({ expiresOn: records.expiresOn });
    expect(await restoreDomainAnswers(rules, NAME, BEFORE as unknown as DomainAnswers)).toBe(true);
    expect((await loadAnswers(rules, NAME)).one).toEqual(BEFORE);
  });

  test('two windows: one saves an answer, the other a record; both are there', async () => {
    await Promise.all([
      saveRecords(rules, 'new.com', records),
      saveAnswer(rules, 'new.com', 'new.com', 'realName', 'done'),
    ]);
    expect((await loadAnswers(rules, 'new.com')).one).toMatchObject({ answers: { realName: 'done' }, records });
  });
});

describe('a page that is gone before the browser stored anything', () => {
  const from = { by: 'record', kind: 'rdap', place: null, day: '2026-11-20' } as const;
  const records = { registrar: { value: 'godaddy', from } } as const;
  const journal = new Map<string, string>();
  let isFull = false;

  beforeEach(() => {
    journal.clear();
    isFull = false;
    vi.stubGlobal('localStorage', journalOf(journal));
  });

  /** As in a page: what is kept is its own properties, and each call is done when it returns. */
  function journalOf(kept: Map<string, string>) {
    const methods = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem(key: string, value: string) {
        if (isFull) throw new Error('QuotaExceededError');
        kept.set(key, value);
      },
      removeItem: (key: string) => kept.delete(key),
    };
    return new Proxy(methods, {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: (_, key) => ({ value: kept.get(String(key)), enumerable: true, configurable: true }),
    });
  }

  /** The page goes: what it asked for is not done, and its locks are free. */
  async function leave(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    storage.reset(storage.all());
    vi.stubGlobal('navigator', { locks: locks() });
  }

  const casesOf = async () => (await loadAnswers(rules, NAME)).one;

  test.each<[string, () => Promise<boolean>, object]>([
    ['an answer', answer, { ...BEFORE, answers: { ...BEFORE.answers, application: 'open' } }],
    [
      'an answer about a host',
      () => saveAnswer(rules, NAME, NAME, 'sameProvider', false),
      { ...BEFORE, hosts: { ...BEFORE.hosts, [NAME]: { sameProvider: false } } },
    ],
    [
      'an answer taken back',
      () => saveAnswer(rules, NAME, NAME, 'realName', undefined),
      { ...BEFORE, answers: { record: 'none' } },
    ],
    ['what a record says', () => saveRecords(rules, NAME, records), { ...BEFORE, records }],
    [
      'a way back',
      () => restoreDomainAnswers(rules, NAME, { version: 1, answers: { realName: 'not-done' }, hosts: {} }),
      { version: 1, answers: { realName: 'not-done' }, hosts: {} },
    ],
    ['all forgotten', () => removeDomainAnswers(rules, NAME), { version: 1, answers: {}, hosts: {} }],
  ])('%s is stored when the next page starts, once', async (_, change, expected) => {
    storage.hold();
    void change();
    await leave();
    expect(storage.all()).toEqual(SOUND);
    expect(await casesOf()).toEqual(expected);
    expect(await casesOf()).toEqual(expected);
    expect(journal.size).toBe(0);
    // What somebody says afterward is not undone by it.
    expect(await saveAnswer(rules, NAME, NAME, 'certificate', 'ready')).toBe(true);
    expect((await casesOf()).answers).toMatchObject({ certificate: 'ready' });
    expect(journal.size).toBe(0);
  });

  test('one forgotten answer of a record, too', async () => {
    await saveRecords(rules, NAME, records);
    storage.hold();
    void removeRecorded(rules, NAME, 'registrar');
    await leave();
    expect(await casesOf()).toEqual(BEFORE);
  });

  test('what was asked for before is read once; other names are read when they are wanted', async () => {
    const asked = vi.spyOn(browser.storage.local, 'get');
    const other = `case:other.com`;
    storage.reset({ ...SOUND, [other]: BEFORE });
    const read = readAhead([KEY, 'case:com']);
    const prefetched = { profile: Promise.resolve({ value: PROFILE }), policy: Promise.resolve({}), read };
    expect((await loadAnswers(rules, NAME, prefetched)).one).toEqual(BEFORE);
    expect((await loadAnswers(rules, 'com', prefetched)).one).toMatchObject({ answers: {} });
    expect(asked.mock.calls).toEqual([[[KEY, 'case:com']]]);
    expect((await loadAnswers(rules, 'other.com', prefetched)).one).toEqual(BEFORE);
    storage.fail('get');
    expect(await loadAnswers(rules, NAME, { ...prefetched, read: readAhead([KEY]) })).toMatchObject({
      one: { answers: {} },
      isRead: false,
    });
    asked.mockRestore();
  });

  test('an answer about the person counts though the profile was asked for before', async () => {
    storage.hold();
    void savePersonalAnswer(rules, 'subject', 'organisation');
    await leave();
    const prefetched = {
      profile: Promise.resolve({ value: PROFILE }),
      policy: Promise.resolve({}),
      read: readAhead([KEY]),
    };
    expect((await loadAnswers(rules, NAME, prefetched)).profile.answers).toEqual({
      province: 'gd',
      subject: 'organisation',
    });
  });

  test('several are stored in their order, before what another page says of the same', async () => {
    storage.hold();
    void saveAnswer(rules, NAME, NAME, 'realName', undefined);
    void saveAnswer(rules, NAME, NAME, 'application', 'open');
    void saveAnswer(rules, NAME, NAME, 'application', 'none');
    await leave();
    // A page that was open all the time, and read nothing since.
    await saveAnswer(rules, NAME, NAME, 'certificate', 'missing');
    expect(storage.all()[KEY]).toEqual({
      ...BEFORE,
      answers: { record: 'none', application: 'none', certificate: 'missing' },
    });
    expect(journal.size).toBe(0);
  });

  test('what could not be stored, and was said not to be, does not come later; what was not said does', async () => {
    storage.hold();
    void answer();
    await leave();
    storage.fail('set');
    expect(await saveAnswer(rules, NAME, NAME, 'certificate', 'ready')).toBe(false);
    expect(storage.all()).toEqual(SOUND);
    storage.fail();
    expect((await casesOf()).answers).toEqual({ ...BEFORE.answers, application: 'open' });
  });

  test('where nothing can be noted, answers are stored as ever', async () => {
    isFull = true;
    expect(await answer()).toBe(true);
    expect((await casesOf()).answers).toMatchObject({ application: 'open' });
  });

  test.each([
    'x',
    '{}',
    '[null, 1, {"id": "a"}]',
    '[{"id": "a", "change": {"kind": "answer", "host": null, "name": "toString", "value": 1}}]',
    '[{"id": "a", "change": {"kind": "answer", "host": null, "name": "realName", "value": "perhaps"}}]',
    '[{"id": "a", "change": {"kind": "without-recorded", "name": "constructor"}}]',
    '[{"id": "a", "change": {"kind": "records", "records": {"registrar": {"value": 1}}}}]',
  ])('%s in the journal changes nothing, and goes', async (text) => {
    journal.set(`pending:${KEY}`, text);
    expect(await casesOf()).toEqual(BEFORE);
    expect([storage.all(), journal.size]).toEqual([SOUND, 0]);
  });
});
