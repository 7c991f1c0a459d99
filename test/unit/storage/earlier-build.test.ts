/**
 * What an earlier build wrote is read by this one. The fixtures were made with that build in
 * Chromium, by hand as it were: every question answered for three hosts, a hint dismissed, hints
 * and the icon switched off, a name pinned, two portfolios, both files exported. They are never
 * made anew: should one no longer be read, people's answers are lost.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import type { Answers } from '../../../src/domain/answers/answers.ts';
import { answersFor } from '../../../src/domain/answers/domain-answers.ts';
import { plainOf, portfoliosIn } from '../../../src/domain/portfolio/portfolio-record.ts';
import { HINT_PREFERENCES_KEY, ICON_KEY } from '../../../src/domain/prompts/hint-preferences.ts';
import { decodeHints, HINTS_KEY } from '../../../src/domain/prompts/hint-states.ts';
import { takeIn } from '../../../src/storage/backup.ts';
import { readFile } from '../../../src/storage/backup-file.ts';
import { pageLanguage } from '../../../src/storage/language.ts';
import { readPinnedDomain, readSeen } from '../../../src/storage/pinned-domain.ts';
import { storeFor } from '../../../src/storage/portfolio-store.ts';
import { loadAllAnswers, loadAnsweredDomains, loadAnswers, saveAnswer } from '../../../src/storage/stored-answers.ts';
import { loadHintPreferences } from '../../../src/storage/stored-hint-preferences.ts';
import { locks, storage } from '../../support/fake-browser.ts';
import { rules } from '../../support/shipped-ruleset.ts';

vi.stubGlobal('navigator', { locks: locks() });

const textOf = (name: string) => readFileSync(join(ROOT, 'test/support/fixtures/written-by-0.1.0', name), 'utf8');
const STORED = JSON.parse(textOf('storage.json'));
const PORTFOLIOS = JSON.parse(textOf('database.json')).portfolios;
const HOSTS = [
  ['example.com', 'www.example.com'],
  ['example.cn', 'shop.example.cn'],
  ['xn--fsqu00a.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s'],
] as const;
const ASIDE = /^aside:|\.aside$/;

/** What the earlier build showed as answered for a host. */
function answeredThen(domain: string, host: string): unknown {
  const { answers, hosts } = STORED[`case:${domain}`];
  return { ...STORED.profile.answers, ...answers, ...hosts[host] };
}

/** What this build takes as answered for a host: values alone, however they are kept. */
async function answeredNow(domain: string, host: string): Promise<Answers> {
  const { profile, one } = await loadAnswers(rules, domain);
  return answersFor(profile, one, host);
}

/** Portfolios as files have them, by id. */
function plain(portfolios: readonly { readonly id: string }[]): unknown {
  return Object.fromEntries(portfolios.map((one) => [one.id, one]));
}

const ENTRIES = plain(
  PORTFOLIOS.map((one: { id: string; entries: { names: string; lines: number[] } }) => ({
    ...one,
    entries: one.entries.names.split('\n').map((input, index) => ({ line: one.entries.lines[index], input })),
  })),
);

beforeEach(() => storage.reset(STORED));

test('answers, about the person, the name and the host, are all there, and nothing is set aside', async () => {
  for (const [domain, host] of HOSTS) {
    expect(await loadAnswers(rules, domain)).toMatchObject({ sound: true, isRead: true });
    expect(await answeredNow(domain, host), host).toEqual(answeredThen(domain, host));
  }
  expect(await loadAnsweredDomains()).toEqual(HOSTS.map(([domain]) => domain).sort());
  expect((await loadAllAnswers(rules)).cases.size).toBe(HOSTS.length);
  expect(Object.keys(storage.all()).filter((key) => ASIDE.test(key))).toEqual([]);
});

test('a first answer with this build changes no other', async () => {
  const [domain, host] = HOSTS[0];
  expect(await saveAnswer(rules, domain, host, 'certificate', 'missing')).toBe(true);
  expect(await answeredNow(domain, host)).toEqual({
    ...(answeredThen(domain, host) as object),
    certificate: 'missing',
  });
  for (const [other, its] of HOSTS.slice(1)) expect(await answeredNow(other, its)).toEqual(answeredThen(other, its));
  expect(Object.keys(storage.all()).filter((key) => ASIDE.test(key))).toEqual([]);
});

test('settings, dismissed hints and the pinned name are as they were', async () => {
  expect(await loadHintPreferences()).toEqual(STORED['hints.off.v1']);
  expect([HINT_PREFERENCES_KEY, HINTS_KEY, ICON_KEY].filter((key) => STORED[key] === undefined)).toEqual([]);
  expect(decodeHints(STORED[HINTS_KEY])).toEqual({ hints: STORED['hints.v1'], sound: true });
  expect(await pageLanguage()).toBe('zh_TW');
  expect(await readPinnedDomain()).toBe('www.example.com');
  expect(await readSeen()).toEqual(['www.example.com']);
});

test('portfolios in the database are all there, and are saved on', async () => {
  const store = storeFor(rules);
  await store.erase();
  const database = await openDB('portfolios', 1);
  for (const one of PORTFOLIOS)
    await database.put('portfolios', {
      ...one,
      entries: { ...one.entries, lines: Uint32Array.from(one.entries.lines) },
    });
  database.close();
  const found = await store.everything();
  expect(found?.unreadable).toBe(0);
  expect(plain((found?.portfolios ?? []).map((one) => plainOf(one) as { id: string }))).toEqual(ENTRIES);
  for (const one of found?.portfolios ?? [])
    expect(await store.save(one)).toEqual({ kind: 'saved', revision: one.revision + 1 });
  expect((await store.everything())?.unreadable).toBe(0);
});

test('a backup comes in whole, and what it brings is what was stored', async () => {
  const read = readFile(textOf('backup.json'), { rules, today: rules.stamp.date });
  if (!read.ok) throw new Error(read.why);
  expect(read.refused).toEqual([]);
  expect(Object.keys(read.contents.stored).sort()).toEqual(Object.keys(STORED).sort());
  expect(plain(read.contents.portfolios.map((one) => plainOf(one) as { id: string }))).toEqual(ENTRIES);
  storage.reset();
  await storeFor(rules).erase();
  expect(await takeIn(read.contents.stored, read.contents.portfolios, rules)).toBe('all');
  for (const [domain, host] of HOSTS) expect(await answeredNow(domain, host)).toEqual(answeredThen(domain, host));
  expect((await storeFor(rules).all()).length).toBe(PORTFOLIOS.length);
});

test("a portfolio's file opens as it was, with its plan beside it", () => {
  const file = JSON.parse(textOf('portfolio.json'));
  expect(file.plan).toBeDefined();
  expect(portfoliosIn(textOf('portfolio.json'), rules)?.map(plainOf)).toEqual(file.portfolios);
  expect(file.portfolios[0].sites).toEqual([
    ['example.com', 'brand'],
    ['example.cn', 'brand'],
  ]);
});
