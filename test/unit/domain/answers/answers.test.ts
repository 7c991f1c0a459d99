import { describe, expect, test } from 'vitest';
import { type AnswerName, personalOf, readAnswers } from '../../../../src/domain/answers/answers.ts';
import { HOLDERS, SUBJECTS } from '../../../../src/domain/ruleset/province.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const read = (name: AnswerName, value: unknown) => readAnswers({ [name]: value }, rules);

describe('what is accepted as an answer, and as what it is kept', () => {
  test.each<[AnswerName, readonly unknown[]]>([
    ['hosting', ['mainland', 'mainland-cdn', 'elsewhere']],
    ['realName', ['done', 'not-done']],
    ['subject', SUBJECTS],
    ['holder', HOLDERS],
    ['record', ['none', 'own', 'other']],
    ['application', ['none', 'open']],
    ['certificate', ['ready', 'missing']],
    ['registeredOn', ['2024-02-29']],
    ['expiresOn', ['2030-12-31']],
    ['realNameOn', ['2018-01-01']],
    ['namesOnSite', [1, 2, 100_000]],
    ['filedWith', ['other', 'aliyun', 'tencent-cloud']],
    ['servedBy', ['other', 'aliyun', 'tencent-cloud']],
    ['sameProvider', [true, false]],
    ['realNameSettled', [true, false]],
    ['registrar', rules.registrars.map((one) => one.id)],
    ['province', rules.provinces.map((one) => one.id)],
  ])('%s: each of %j as it is', (name, values) => {
    for (const value of values) expect(read(name, value)).toEqual({ answers: { [name]: value }, wrong: [] });
  });

  test.each<[AnswerName, unknown, string]>([
    ['province', 'GD', 'gd'],
    ['province', '广东', 'gd'],
    ['registrar', 146, 'godaddy'],
    ['registrar', '146', 'godaddy'],
  ])('%s: %j means %s', (name, value, kept) => {
    expect(read(name, value)).toEqual({ answers: { [name]: kept }, wrong: [] });
  });

  const nonsense = ['', 'x', null, 0, {}, []];
  const times = ['2026-13-01', '2023-02-29', '2026-1-1', 20260101, new Date(0)];
  test.each<[AnswerName, readonly unknown[]]>([
    ...(
      [
        'hosting',
        'realName',
        'realNameSettled',
        'subject',
        'holder',
        'record',
        'application',
        'certificate',
        'sameProvider',
      ] as const
    ).map((name): [AnswerName, readonly unknown[]] => [name, [...nonsense, 'true', 1]]),
    ...(['registeredOn', 'expiresOn', 'realNameOn'] as const).map((name): [AnswerName, readonly unknown[]] => [
      name,
      [...nonsense, ...times],
    ]),
    ['namesOnSite', [...nonsense, -1, 1.5, 100_001, '2', Number.NaN, Number.POSITIVE_INFINITY]],
    // A registrar's console is no access provider.
    ['filedWith', [...nonsense, 'godaddy', 'dnspod']],
    ['servedBy', [...nonsense, 'godaddy', 'dnspod']],
    ['registrar', [...nonsense, 'nobody', '-1']],
    ['province', [...nonsense, 'zz', 'Atlantis']],
  ])('%s: none of %j', (name, values) => {
    for (const value of values) expect(read(name, value)).toEqual({ answers: {}, wrong: [name] });
  });
});

test.each([[null], [undefined], ['text'], [7], [true], [[]], [[{ hosting: 'mainland' }]]])(
  '%j holds no answers at all',
  (value) => {
    expect(readAnswers(value, rules)).toEqual({ answers: {}, wrong: ['(all)'] });
  },
);

test('names that nobody asks for are told, what can be read is kept', () => {
  expect(readAnswers({ mood: 'good', record: 'own', toString: 1, hosting: 'moon' }, rules)).toEqual({
    answers: { record: 'own' },
    wrong: ['mood', 'toString', 'hosting'],
  });
});

test('of all answers only those about the person are the person’s, and only where given', () => {
  const about = personalOf({
    subject: 'individual',
    province: 'gd',
    filedWith: 'other',
    record: 'own',
    holder: 'same',
  });
  expect(about).toEqual({ subject: 'individual', province: 'gd', filedWith: 'other' });
  expect(Object.keys(personalOf({ province: 'bj', hosting: 'mainland' }))).toEqual(['province']);
});
