import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { ANSWER_NAMES, readAnswers } from '../../../../src/domain/answers/answers.ts';
import {
  answersFor,
  domainAnswersKey,
  EMPTY,
  isEmpty,
  originsFor,
  PROFILE_KEY,
  placeOf,
  readDomainAnswers,
  withAnswer,
  withoutRecorded,
  withRecords,
} from '../../../../src/domain/answers/domain-answers.ts';
import type { RecordedAnswers } from '../../../../src/domain/answers/recorded-answers.ts';
import { testMany } from '../../../support/many.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const RDAP = { by: 'record', kind: 'rdap', place: 'rdap.example', day: '2026-11-20' } as const;
const WHOIS = { by: 'record', kind: 'whois', place: null, day: '2026-11-24' } as const;
const withRecord = {
  version: 1,
  answers: { registrar: 'godaddy' },
  hosts: {},
  records: {
    registrar: { value: 'alibaba-cloud', from: RDAP },
    expiresOn: { value: '2027-01-31', from: WHOIS },
    statuses: { value: ['serverHold'], from: RDAP },
  },
} as const;

const sound = {
  version: 1,
  answers: { registrar: 'godaddy', expiresOn: '2027-01-31', namesOnSite: 2 },
  hosts: { 'www.example.com': { hosting: 'mainland', sameProvider: false } },
};

describe('what is stored', () => {
  test('comes back as it was', () => {
    expect(readDomainAnswers(structuredClone(sound), rules)).toEqual({ one: sound, wrong: [] });
    expect(readDomainAnswers(undefined, rules)).toEqual({ one: EMPTY, wrong: [] });
  });

  test('with what records said comes back as it was', () => {
    expect(readDomainAnswers(structuredClone(withRecord), rules)).toEqual({ one: withRecord, wrong: [] });
  });

  test.each<readonly [string, unknown, string]>([
    ['an answer that is none', { registrar: { value: 'nobody', from: RDAP } }, 'records.registrar'],
    ['an answer without a source', { expiresOn: { value: '2027-01-31' } }, 'records.expiresOn'],
    [
      'a source of a kind that there is not',
      { record: { value: 'none', from: { ...RDAP, kind: 'rumour' } } },
      'records.record',
    ],
    ['a source of no day', { record: { value: 'none', from: { ...RDAP, day: '2026-02-30' } } }, 'records.record'],
    ['a holder’s name', { holder: { value: 'same', from: RDAP } }, 'records.holder'],
    ['statuses that are a text', { statuses: { value: 'ok', from: RDAP } }, 'records.statuses'],
    ['something else altogether', 7, 'records'],
  ])('records: %s is left out and told', (_, records, place) => {
    const kept = { expiresOn: { value: '2027-01-31', from: RDAP } };
    const given = typeof records === 'object' ? { ...kept, ...records } : records;
    const { one, wrong } = readDomainAnswers({ version: 1, answers: {}, hosts: {}, records: given }, rules);
    expect(wrong).toEqual([place]);
    expect(one.records).toEqual(place === 'records' || place === 'records.expiresOn' ? undefined : kept);
  });

  test('loses only what cannot be read, and says so', () => {
    const bad = {
      ...sound,
      answers: { ...sound.answers, expiresOn: '2027-02-30', mood: 'good' },
      hosts: { 'www.example.com': { hosting: 'cellar', sameProvider: false } },
    };
    expect(readDomainAnswers(bad, rules)).toEqual({
      one: {
        ...sound,
        answers: { registrar: 'godaddy', namesOnSite: 2 },
        hosts: { 'www.example.com': { sameProvider: false } },
      },
      wrong: ['expiresOn', 'mood', 'www.example.com: hosting'],
    });
  });

  test('of another version is not guessed at', () => {
    expect(readDomainAnswers({ ...sound, version: 2 }, rules)).toEqual({ one: EMPTY, wrong: ['(all)'] });
  });

  test('what a newer version of the extension says besides is no part of it, and told', () => {
    expect(readDomainAnswers({ ...sound, notes: ['later'] }, rules)).toEqual({ one: sound, wrong: ['notes'] });
  });

  testMany('may be anything at all', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
    const near = fc.record({
      version: fc.constant(1),
      answers: anything,
      hosts: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
      records: fc.oneof(anything, fc.dictionary(fc.constantFrom('registrar', 'record', 'statuses'), anything)),
    });
    let unsound = 0;
    fc.assert(
      fc.property(fc.oneof(anything, near), (value) => {
        const read = readDomainAnswers(value, rules);
        if (read.wrong.length > 0) unsound++;
        // What was read is sound in itself: reading it again changes nothing.
        expect(readDomainAnswers(structuredClone(read.one), rules)).toEqual({ one: read.one, wrong: [] });
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(unsound).toBeGreaterThan(500);
  });
});

describe('answers', () => {
  const answers: Answers = {
    hosting: 'mainland-cdn',
    name: 'own',
    registrar: 'godaddy',
    suffixListed: 'yes',
    registrarListed: 'no',
    registeredOn: '2020-02-29',
    expiresOn: '2030-01-01',
    realName: 'done',
    realNameOn: '2024-05-05',
    realNameSettled: true,
    subject: 'government',
    registeredIn: 'hk-mo-tw',
    mainlandBody: 'branch',
    legalRepresentative: 'abroad',
    filedWhen: 'before-2018',
    applyingFor: 'change',
    liveNow: 'abroad',
    holder: 'principal',
    province: 'sx',
    record: 'other',
    application: 'open',
    certificate: 'missing',
    namesOnSite: 3,
    filedWith: 'aliyun',
    servedBy: 'other',
    sameProvider: true,
  };

  test('each one can be given, kept and taken back without touching the others', () => {
    expect(Object.keys(answers).sort()).toEqual([...ANSWER_NAMES].sort());
    expect(readAnswers(answers, rules)).toEqual({ answers, wrong: [] });
    for (const name of ANSWER_NAMES) {
      const host = placeOf(name) === 'host' ? 'a.example.com' : null;
      const given = withAnswer({ ...EMPTY, answers: { mood: 1 } as Answers }, host, name, answers[name]);
      expect(answersFor(EMPTY, given, 'a.example.com')).toMatchObject({ [name]: answers[name] });
      const taken = withAnswer(given, host, name, undefined);
      expect(taken).toEqual({ ...EMPTY, answers: { mood: 1 } });
    }
    expect(isEmpty(EMPTY)).toBe(true);
    expect(isEmpty(withAnswer(EMPTY, 'h', 'hosting', 'mainland'))).toBe(false);
  });

  test('what was said of a host outweighs the domain, and the domain outweighs the person', () => {
    const profile = { ...EMPTY, answers: { province: 'bj', subject: 'individual' } } as const;
    const one = { ...EMPTY, answers: { province: 'gd' }, hosts: { 'a.cn': { hosting: 'elsewhere' } } } as const;
    expect(answersFor(profile, one, 'a.cn')).toEqual({ province: 'gd', subject: 'individual', hosting: 'elsewhere' });
    expect(answersFor(profile, one, 'constructor')).toEqual({ province: 'gd', subject: 'individual' });
  });

  test('an id that the bundle does not have is no answer', () => {
    expect(readAnswers({ registrar: 'nobody', province: 'zz', servedBy: 'dnspod' }, rules)).toEqual({
      answers: {},
      wrong: ['registrar', 'province', 'servedBy'],
    });
  });
});

describe('what a case is kept as', () => {
  test('each domain has a key of its own, and the person another', () => {
    expect([PROFILE_KEY, domainAnswersKey('example.com')]).toEqual(['profile', 'case:example.com']);
  });

  test('nothing but a case of this version is read, and its parts are records', () => {
    for (const value of [null, 'text', 7, [], [sound], {}, { ...sound, version: '1' }])
      expect(readDomainAnswers(value, rules), JSON.stringify(value)).toEqual({ one: EMPTY, wrong: ['(all)'] });
    for (const part of ['answers', 'hosts'])
      for (const value of [null, 'text', 7, [], undefined])
        expect(readDomainAnswers({ ...sound, [part]: value }, rules), `${part} ${value}`).toEqual({
          one: EMPTY,
          wrong: ['(all)'],
        });
    expect(readDomainAnswers({ version: 1, answers: {}, hosts: {} }, rules)).toEqual({ one: EMPTY, wrong: [] });
  });

  test('what is wrong about one host is lost alone, and told', () => {
    const hosts = {
      'a.example': { hosting: 'moon', servedBy: 'aliyun' },
      'b.example': { hosting: 'mainland' },
      'c.example': 7,
    };
    expect(readDomainAnswers({ ...sound, hosts }, rules)).toEqual({
      one: {
        ...sound,
        hosts: { 'a.example': { servedBy: 'aliyun' }, 'b.example': { hosting: 'mainland' }, 'c.example': {} },
      },
      wrong: ['a.example: hosting', 'c.example: (all)'],
    });
  });
});

describe('where an answer belongs', () => {
  test.each(ANSWER_NAMES)('%s', (name) => {
    const personal = ['subject', 'registeredIn', 'mainlandBody', 'legalRepresentative', 'province', 'filedWith'];
    const ofHost = ['hosting', 'liveNow', 'servedBy', 'sameProvider'];
    expect(placeOf(name)).toBe(personal.includes(name) ? 'profile' : ofHost.includes(name) ? 'host' : 'case');
  });

  test('one about a host touches no other host, and a host of which nothing is said any more is gone', () => {
    const one = {
      ...EMPTY,
      hosts: { 'a.example': { hosting: 'mainland' }, 'b.example': { sameProvider: true } },
    } as const;
    const more = withAnswer(one, 'a.example', 'sameProvider', false);
    expect(more.hosts).toEqual({
      'a.example': { hosting: 'mainland', sameProvider: false },
      'b.example': { sameProvider: true },
    });
    expect(more.answers).toEqual({});
    const less = withAnswer(one, 'a.example', 'hosting', undefined);
    expect(less.hosts).toEqual({ 'b.example': { sameProvider: true } });
    expect(withAnswer(one, 'c.example', 'hosting', undefined).hosts).toEqual(one.hosts);
    // What was given before is not changed.
    expect(one.hosts['a.example']).toEqual({ hosting: 'mainland' });
  });

  test('one about the domain touches no host, and taking it back leaves no trace', () => {
    const one = withAnswer({ ...EMPTY, hosts: { h: { hosting: 'mainland' } } }, null, 'record', 'own');
    expect(one).toEqual({ ...EMPTY, answers: { record: 'own' }, hosts: { h: { hosting: 'mainland' } } });
    expect(withAnswer(one, null, 'record', undefined).answers).toEqual({});
    expect(Object.keys(withAnswer(one, null, 'record', undefined).answers)).toEqual([]);
  });

  test('a case says nothing only where neither the domain nor a host has an answer', () => {
    expect(isEmpty({ ...EMPTY, answers: { record: 'own' } })).toBe(false);
    expect(isEmpty({ ...EMPTY, hosts: { h: { hosting: 'mainland' } } })).toBe(false);
    expect(isEmpty({ ...EMPTY, answers: { record: 'own' }, hosts: { h: {} } })).toBe(false);
  });

  test('of a host that nobody spoke of, the domain and the person are all that is known', () => {
    const one = { ...EMPTY, answers: { record: 'own' }, hosts: { h: { hosting: 'mainland' } } } as const;
    expect(answersFor(EMPTY, one, 'other')).toEqual({ record: 'own' });
    expect(answersFor(EMPTY, one, 'h')).toEqual({ record: 'own', hosting: 'mainland' });
  });
});

describe('records beside the person’s answers', () => {
  const profile = { ...EMPTY, answers: { province: 'gd' } } as const;

  test('what the person says wins, the rest is the records’, and each says where it is from', () => {
    expect(answersFor(profile, withRecord, 'a.cn')).toEqual({
      province: 'gd',
      registrar: 'godaddy',
      expiresOn: '2027-01-31',
    });
    expect(originsFor(profile, withRecord, 'a.cn')).toEqual({
      province: { by: 'person' },
      registrar: { by: 'person' },
      expiresOn: WHOIS,
    });
  });

  test('taken back, the person’s answer leaves the record’s, which was kept', () => {
    const less = withAnswer(withRecord, null, 'registrar', undefined);
    expect(answersFor(EMPTY, less, 'a.cn').registrar).toBe('alibaba-cloud');
    expect(originsFor(EMPTY, less, 'a.cn').registrar).toEqual(RDAP);
  });

  test('a newer record outweighs an older one; of one day a registry’s outweighs a console’s', () => {
    const expiry = (from: object, value: string) => ({ expiresOn: { value, from } }) as RecordedAnswers;
    const expiryWith = (records: RecordedAnswers) => withRecords(withRecord, records).records?.expiresOn?.value;
    expect(expiryWith(expiry({ ...RDAP, day: '2026-11-25' }, '2028-01-31'))).toBe('2028-01-31');
    expect(expiryWith(expiry(RDAP, '2028-01-31'))).toBe('2027-01-31');
    expect(expiryWith(expiry({ ...WHOIS, kind: 'console' }, '2028-01-31'))).toBe('2027-01-31');
    expect(expiryWith(expiry(WHOIS, '2028-01-31'))).toBe('2028-01-31');
  });

  test('one of them can be forgotten, and a case of nothing else is empty then', () => {
    const only = { ...EMPTY, records: { record: { value: 'none', from: RDAP } } } as const;
    expect(isEmpty(only)).toBe(false);
    expect(isEmpty(withoutRecorded(only, 'record'))).toBe(true);
    expect(withoutRecorded(only, 'record')).toEqual(EMPTY);
    expect(withoutRecorded(withRecord, 'statuses').records).not.toHaveProperty('statuses');
  });
});
