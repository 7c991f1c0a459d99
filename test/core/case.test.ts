import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWER_NAMES, readAnswers } from '../../src/core/answers.ts';
import { answersFor, EMPTY, isEmpty, placeOf, readCase, withAnswer } from '../../src/core/case.ts';
import type { Answers } from '../../src/core/model.ts';
import { testMany } from '../many.ts';
import { rules } from '../rules.ts';

const sound = {
  version: 1,
  answers: { registrar: 'godaddy', expiresOn: '2027-01-31', namesOnSite: 2 },
  hosts: { 'www.example.com': { hosting: 'mainland', sameProvider: false } },
};

describe('what is stored', () => {
  test('comes back as it was', () => {
    expect(readCase(structuredClone(sound), rules)).toEqual({ one: sound, wrong: [] });
    expect(readCase(undefined, rules)).toEqual({ one: EMPTY, wrong: [] });
  });

  test('loses only what cannot be read, and says so', () => {
    const bad = {
      ...sound,
      answers: { ...sound.answers, expiresOn: '2027-02-30', mood: 'good' },
      hosts: { 'www.example.com': { hosting: 'cellar', sameProvider: false } },
    };
    expect(readCase(bad, rules)).toEqual({
      one: {
        ...sound,
        answers: { registrar: 'godaddy', namesOnSite: 2 },
        hosts: { 'www.example.com': { sameProvider: false } },
      },
      wrong: ['expiresOn', 'mood', 'www.example.com: hosting'],
    });
  });

  test('of another version is not guessed at', () => {
    expect(readCase({ ...sound, version: 2 }, rules)).toEqual({ one: EMPTY, wrong: ['(all)'] });
  });

  testMany('may be anything at all', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
    const near = fc.record({
      version: fc.constant(1),
      answers: anything,
      hosts: fc.oneof(anything, fc.dictionary(fc.string(), anything)),
    });
    let unsound = 0;
    fc.assert(
      fc.property(fc.oneof(anything, near), (value) => {
        const read = readCase(value, rules);
        if (read.wrong.length > 0) unsound++;
        // What was read is sound in itself: reading it again changes nothing.
        expect(readCase(structuredClone(read.one), rules)).toEqual({ one: read.one, wrong: [] });
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
    registrar: 'godaddy',
    registeredOn: '2020-02-29',
    expiresOn: '2030-01-01',
    realName: 'done',
    realNameOn: '2024-05-05',
    subject: 'government',
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
