import build from 'virtual:build';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/cli/load-ruleset.ts';
import {
  emptyPortfolio,
  fileOf,
  type Portfolio,
  packed,
  portfoliosIn,
} from '../../../src/domain/portfolio/portfolio-record.ts';
import { writeRules } from '../../../src/domain/ruleset/validation/ruleset-file.ts';
import {
  type Everything,
  NOTHING,
  portfoliosToAdd,
  readFile,
  replacedBy,
  tallyOf,
  writeFile,
} from '../../../src/storage/backup-file.ts';
import { rules } from '../../support/shipped-ruleset.ts';

const KNOWN = { rules, today: rules.stamp.date };

const PORTFOLIO: Portfolio = {
  ...emptyPortfolio('one', 'Ours'),
  revision: 7,
  entries: packed([
    { line: 1, input: 'example.com' },
    { line: 3, input: 'example.cn' },
  ]),
  rejected: [{ line: 2, input: 'nothing', why: 'no-domain' }],
  answers: { province: 'gx' },
  sites: [['example.com', 'brand']],
};

const RECORD = { by: 'record', kind: 'miit', place: 'beian.miit.gov.cn', day: '2026-11-20' } as const;

const ALL: Everything = {
  stored: {
    profile: { version: 1, answers: { province: 'gd', subject: 'organisation', filedWith: 'aliyun' }, hosts: {} },
    'case:example.com': {
      version: 1,
      answers: { registrar: 'godaddy', expiresOn: '2030-01-31' },
      hosts: { 'example.com': { hosting: 'mainland' }, 'www.example.com': { servedBy: 'aliyun' } },
      records: { record: { value: 'none', from: RECORD }, statuses: { value: ['ok'], from: RECORD } },
    },
    'case:xn--fsqu00a.xn--fiqs8s': { version: 1, answers: { realName: 'done' }, hosts: {} },
    'hints.v1': { aliyun: { tld: 'dismissed', holder: 'folded' } },
    'hints.off.v1': { all: false, kinds: ['chips'], sites: ['godaddy', 'console.example.com'] },
    'language.v1': 'zh_CN',
    'icon.v1': false,
    'in-view.v1': 'www.example.com',
    'seen.v1': ['www.example.com', 'example.cn'],
    'rules.v1': { ...JSON.parse(writeRules(readFiles())), loaded: { on: rules.stamp.date, build } },
  },
  portfolios: [PORTFOLIO],
  sites: ['console.example.com'],
};

function refusedOf(text: string): string[] {
  const read = readFile(text, KNOWN);
  if (!read.ok) throw new Error(read.why);
  return read.refused.map(({ place, why, parts }) => [place, why, ...parts].join(' | '));
}

const fileWith = (fields: object) => JSON.stringify({ form: 'icp-filing-guide/data/1', ...fields });

describe('everything as one file', () => {
  test('what was exported comes in as it was, with portfolios, every setting and added sites', () => {
    expect(readFile(writeFile(ALL), KNOWN)).toEqual({ ok: true, contents: ALL, refused: [] });
    expect(readFile(`\ufeff${writeFile(NOTHING)}`, KNOWN)).toEqual({
      ok: true,
      contents: NOTHING,
      refused: [],
    });
  });

  test('rules in it are loaded now and by this build, whatever the file says of them, and held to what a rules file is', () => {
    const file = JSON.parse(writeRules(readFiles()));
    const taken = (value: unknown) => {
      const read = readFile(fileWith({ stored: { 'rules.v1': value } }), KNOWN);
      return read.ok ? read.contents.stored['rules.v1'] : read.why;
    };
    const loaded = { on: rules.stamp.date, build };
    expect(taken(file)).toEqual({ ...file, loaded });
    expect(taken({ ...file, loaded: { on: '9999-12-31', build: 'the next' }, more: 1 })).toEqual({ ...file, loaded });
    expect(taken({ ...file, files: { ...file.files, 'stamp.json': { date: '9999-12-31' } } })).toBeUndefined();
  });

  test('the portfolio page opens it, and portfolios of that page come in here', () => {
    expect(portfoliosIn(writeFile(ALL), rules)).toEqual([PORTFOLIO]);
    const read = readFile(fileOf([PORTFOLIO]), KNOWN);
    expect(read.ok && read.contents).toEqual({ ...NOTHING, portfolios: [PORTFOLIO] });
  });

  test.each([
    ['no JSON', '{"form":"icp-filing-guide/data/1","stored":', 'not-json'],
    ['another program’s', '{"some":"thing"}', 'not-ours'],
    ['a list', '[1]', 'not-ours'],
    ['a newer form', '{"form":"icp-filing-guide/data/2"}', 'newer'],
    ['something like a form', '{"form":"icp-filing-guide/data/x"}', 'not-ours'],
  ])('%s is told from the others', (_, text, why) => {
    expect(readFile(text, KNOWN)).toEqual({ ok: false, why });
  });
});

describe('what is not sound stays out, with its reason', () => {
  test.each([
    [
      'unknown keys',
      { stored: { 'other.v9': 1, constructor: 1, __proto__: 1 } },
      ['other.v9 | unknown', 'constructor | unknown'],
    ],
    [
      'what was set aside',
      { stored: { 'aside:profile': 1, 'hints.v1.aside': 1 } },
      ['aside:profile | set-aside', 'hints.v1.aside | set-aside'],
    ],
    ['no language', { stored: { 'language.v1': 'xx' } }, ['language.v1 | unreadable']],
    ['no switch', { stored: { 'icon.v1': 'off' } }, ['icon.v1 | unreadable']],
    [
      'no rules',
      { stored: { 'rules.v1': { form: 'icp-filing-guide/rules/1', files: {} } } },
      ['rules.v1 | unreadable'],
    ],
    [
      'no names',
      { stored: { 'in-view.v1': 1, 'seen.v1': ['a.com', 1] } },
      ['in-view.v1 | unreadable', 'seen.v1 | part | 1'],
    ],
    ['no case', { stored: { 'case:example.com': 'gone' } }, ['case:example.com | unreadable']],
    ['a key that is no host', { stored: { 'case:a b': {} } }, ['case:a b | unknown']],
    [
      'answers that the rules do not have',
      {
        stored: { 'case:a.com': { version: 1, answers: { registrar: 'nobody', expiresOn: '2030-01-31' }, hosts: {} } },
      },
      ['case:a.com | part | registrar'],
    ],
    [
      'answers about a person below a domain, and the other way round',
      {
        stored: {
          'case:a.com': {
            version: 1,
            answers: { province: 'gd' },
            hosts: { 'b.com': {}, 'www.a.com': { registrar: 'godaddy' } },
          },
          profile: { version: 1, answers: { registrar: 'godaddy' }, hosts: { 'a.com': {} } },
        },
      },
      ['case:a.com | part | province | b.com | www.a.com: registrar', 'profile | part | registrar | a.com'],
    ],
    [
      'records that cannot be read, and such about a person',
      {
        stored: {
          'case:a.com': {
            version: 1,
            answers: {},
            hosts: {},
            records: { registrar: { value: 'godaddy', from: 'me' } },
          },
          profile: { version: 1, answers: {}, hosts: {}, records: { record: { value: 'none', from: RECORD } } },
        },
      },
      ['case:a.com | part | records.registrar', 'profile | part | records'],
    ],
    [
      'hints of no known state',
      { stored: { 'hints.v1': { aliyun: { tld: 'gone', holder: 'folded' }, godaddy: { a: 'open' } } } },
      ['hints.v1 | part | aliyun'],
    ],
    [
      'kinds that there are not',
      { stored: { 'hints.off.v1': { all: true, kinds: ['x'], sites: [] } } },
      ['hints.off.v1 | part | kinds'],
    ],
    [
      'no hosts',
      { sites: ['*.example.com', 'https://a.com', 1, 'ok.example.com'] },
      ['sites[0] | unreadable', 'sites[1] | unreadable', 'sites[2] | unreadable'],
    ],
    [
      'portfolios',
      {
        portfolios: [
          {
            id: 'a',
            name: 'A',
            entries: [{ line: 1, input: 'a.com' }, { input: 'b.com' }],
            answers: { province: 'xx', registrar: 'godaddy' },
          },
          { name: 'B' },
          'C',
        ],
      },
      ['A | part | entries[1] | answers.province | answers.registrar', 'B | unreadable', 'portfolios[2] | unreadable'],
    ],
  ])('%s', (_, fields, reasons) => {
    expect(refusedOf(fileWith(fields))).toEqual(reasons);
  });

  test('whatever a file holds, what is taken is sound: taken out and in again, it is the same', () => {
    let taken = 0;
    let refused = 0;
    const answers = fc.record(
      {
        registrar: fc.constantFrom('godaddy', 'nobody'),
        province: fc.constantFrom('gd', 1),
        hosting: fc.constant('mainland'),
      },
      { requiredKeys: [] },
    );
    const one = fc.record({
      version: fc.constantFrom(1, 2),
      answers,
      hosts: fc.dictionary(fc.constantFrom('a.com', 'www.a.com', 'b.com'), answers),
    });
    const key = fc.constantFrom(
      'profile',
      'case:a.com',
      'hints.v1',
      'hints.off.v1',
      'language.v1',
      'icon.v1',
      'aside:x',
      'new',
    );
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.oneof(one, fc.jsonValue())),
        fc.array(fc.oneof(fc.constant('a.com'), fc.jsonValue())),
        fc.array(fc.oneof(fc.constant({ id: 'a', name: 'b', entries: [{ line: 1, input: 'a.com' }] }), fc.jsonValue())),
        (stored, sites, portfolios) => {
          const read = readFile(fileWith({ stored, sites, portfolios }), KNOWN);
          if (!read.ok) throw new Error(read.why);
          taken += Object.keys(read.contents.stored).length + read.contents.portfolios.length;
          refused += read.refused.length;
          expect(readFile(writeFile(read.contents), KNOWN)).toEqual({ ...read, refused: [] });
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
    );
    expect(taken).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });
});

describe('before anything is done', () => {
  test('people are told how much of each kind there is', () => {
    const stored = { ...ALL.stored, 'aside:profile': 'x' };
    expect(tallyOf({ ...ALL, stored })).toEqual({
      profile: 1,
      cases: 2,
      portfolios: 1,
      names: 2,
      hints: 2,
      seen: 2,
      settings: 3,
      rules: 1,
      sites: 1,
      aside: 1,
    });
    expect(Object.values(tallyOf(NOTHING)).every((count) => count === 0)).toBe(true);
  });

  test('what would become another value is named; the same in another order of keys is the same', () => {
    const there: Everything = {
      ...NOTHING,
      stored: {
        'language.v1': 'en',
        'hints.off.v1': { sites: ['godaddy', 'console.example.com'], kinds: ['chips'], all: false },
      },
    };
    expect(replacedBy(ALL, there)).toEqual(['language.v1']);
  });

  test('a portfolio comes in beside the one of the same id, and not at all if it is the same', () => {
    const add = (coming: readonly Portfolio[], there: readonly Portfolio[]) =>
      portfoliosToAdd(
        coming,
        there,
        () => 'fresh',
        (name) => `${name} (copy)`,
      ).map(({ id, name, revision }) => [id, name, revision]);
    expect(add([PORTFOLIO], [])).toEqual([['one', 'Ours', 0]]);
    expect(add([PORTFOLIO], [{ ...PORTFOLIO, revision: 9 }])).toEqual([]);
    expect(add([PORTFOLIO], [{ ...PORTFOLIO, answers: {} }])).toEqual([['fresh', 'Ours (copy)', 0]]);
    // Twice in one file: the second is no other.
    expect(add([PORTFOLIO, PORTFOLIO], [])).toEqual([['one', 'Ours', 0]]);
  });
});
