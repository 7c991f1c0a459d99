import { describe, expect, test } from 'vitest';
import { RECORD_KINDS } from '../../../src/domain/answers/answer-origin.ts';
import { LOCALES } from '../../../src/domain/common/locale.ts';
import { ADVICE_CODES } from '../../../src/domain/records/advice.ts';
import { PROPOSAL_REASONS } from '../../../src/domain/records/fill-answers.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { adviceText, answerText, differenceText, originText, proposalText } from '../../../src/i18n/record-text.ts';
import { rules } from '../../support/shipped-ruleset.ts';

const t = wordsFor('en');
const FROM = { by: 'record', kind: 'rdap', place: 'rdap.example', day: '2026-11-20' } as const;

test('an answer says where it is from, of which day', () => {
  expect(originText(FROM, t)).toBe('from the RDAP record of 2026-11-20 (rdap.example)');
  expect(originText({ ...FROM, place: null, kind: 'miit' }, t)).toBe('from MIIT’s query of 2026-11-20');
  expect(originText({ by: 'person' }, t)).toBe('as you said');
});

test('where the person and a record differ, both are said with names that people know', () => {
  const record = { name: 'registrar', value: 'godaddy', from: FROM } as const;
  const text = differenceText({ name: 'registrar', person: 'alibaba-cloud', record }, rules, 'en', t);
  expect(text).toContain('Alibaba Cloud');
  expect(text).toContain('GoDaddy');
  expect(text).toContain('2026-11-20');
});

describe.each(LOCALES)('in %s', (locale) => {
  const say = wordsFor(locale);

  test('every kind, reason and status has its words', () => {
    for (const kind of RECORD_KINDS) expect(originText({ ...FROM, kind }, say)).toContain('2026-11-20');
    const proposals = PROPOSAL_REASONS.map((because) =>
      proposalText({ name: 'holder', value: 'same', from: FROM, because, shows: 'X 公司' }, say),
    );
    expect(new Set(proposals).size).toBe(PROPOSAL_REASONS.length);
    const advice = ADVICE_CODES.map((code) => adviceText({ code, until: null }, say));
    expect(new Set(advice).size).toBe(ADVICE_CODES.length);
    expect(adviceText({ code: 'just-registered', until: '2027-01-10' }, say)).toContain('2027-01-10');
  });

  test('values are said in the words of their choices', () => {
    expect(answerText({ name: 'realName', value: 'not-done' }, rules, locale, say)).toBe(say('real_name_not_done'));
    expect(answerText({ name: 'record', value: 'none' }, rules, locale, say)).toBe(say('record_none'));
    expect(answerText({ name: 'registrar', value: 'iana-99123' }, rules, locale, say)).toContain('99123');
    expect(answerText({ name: 'realNameSettled', value: true }, rules, locale, say)).toBe(say('real_name_settled_yes'));
    expect(answerText({ name: 'namesOnSite', value: 3 }, rules, locale, say)).toBe('3');
    expect(answerText({ name: 'expiresOn', value: '2027-01-31' }, rules, locale, say)).toBe('2027-01-31');
  });
});
