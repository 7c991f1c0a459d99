/**
 * What a stored portfolio knows of one domain, and what of that is new to the domain's own case.
 */
import { describe, expect, test } from 'vitest';
import { type DomainAnswers, EMPTY, withRecords } from '../../../../src/domain/answers/domain-answers.ts';
import { type NameFacts, NO_FACTS, packRecords } from '../../../../src/domain/portfolio/name-records.ts';
import { knowledgeOf, newsFrom } from '../../../../src/domain/portfolio/portfolio-knowledge.ts';
import { emptyPortfolio, type Portfolio } from '../../../../src/domain/portfolio/portfolio-record.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

const { facts } = engine;
const FROM = { by: 'record', kind: 'export', place: 'names.csv', day: '2026-11-20' } as const;
const OLDER = { ...FROM, day: '2026-10-01' } as const;
const records = (all: Readonly<Record<string, NameFacts['recorded']>>) =>
  packRecords(new Map(Object.entries(all).map(([domain, recorded]) => [domain, { ...NO_FACTS, recorded }])));
const portfolio = (change: Partial<Portfolio>): Portfolio => ({ ...emptyPortfolio('one', 'Shops'), ...change });
const SHOPS = portfolio({
  told: [
    ['shili-a.com', { realName: 'done' }],
    ['shili-b.com', { record: 'own' }],
  ],
  records: records({
    'ashili-a.com': { registrar: { value: 'dynadot', from: FROM } },
    'shili-a.com': {
      registrar: { value: 'godaddy', from: FROM },
      expiresOn: { value: '2028-01-02', from: FROM },
      statuses: { value: ['clientTransferProhibited'], from: FROM },
    },
    'shili-a.com.cn': { registrar: { value: 'xinnet', from: FROM } },
  }),
});

describe('what a stored portfolio knows of a domain', () => {
  test('is what was said and read of just this name', () => {
    expect(knowledgeOf(SHOPS, 'shili-a.com', facts)).toEqual({
      name: 'Shops',
      told: { realName: 'done' },
      recorded: {
        registrar: { value: 'godaddy', from: FROM },
        expiresOn: { value: '2028-01-02', from: FROM },
        statuses: { value: ['clientTransferProhibited'], from: FROM },
      },
    });
    expect(knowledgeOf(SHOPS, 'shili-b.com', facts)).toEqual({ name: 'Shops', told: { record: 'own' }, recorded: {} });
  });

  test('is told under a name that turns no text around it', () => {
    const name = '\u202eShops\u2066\n\u200bof ours';
    expect(knowledgeOf({ ...SHOPS, name }, 'shili-b.com', facts)?.name).toBe('Shopsof ours');
  });

  test.each(['li-a.com', 'shili-c.com', 'a.com.cn', ''])('is nothing of %j, which it does not have', (domain) => {
    expect(knowledgeOf(SHOPS, domain, facts)).toBeNull();
  });

  test.each([
    ['no object', 'shili-a.com'],
    ['no name', { ...SHOPS, name: 1 }],
    ['told of something else', { name: 'X', told: [[1, 2], 'shili-a.com', ['shili-a.com']], records: 5 }],
    ['answers that the rules do not have', { name: 'X', told: [['shili-a.com', { registrar: 'nobody' }]] }],
    ['a line that is no JSON', { name: 'X', records: { origins: [FROM], lines: 'shili-a.com\t{"registrar"' } }],
  ])('is nothing where what is stored is damaged: %s', (_, stored) => {
    expect(knowledgeOf(stored, 'shili-a.com', facts)).toBeNull();
  });
});

describe('what is new to the domain’s own case', () => {
  const known = knowledgeOf(SHOPS, 'shili-a.com', facts);
  const all = known === null ? [] : [known];
  const said = (answers: DomainAnswers['answers']): DomainAnswers => ({ ...EMPTY, answers });

  test('is all of it where the case is empty, with where it is from', () => {
    const news = newsFrom(all, EMPTY);
    expect(news?.names).toEqual(['Shops']);
    expect(news?.told).toEqual({ realName: 'done' });
    expect(news?.answers).toEqual([
      { name: 'registrar', value: 'godaddy', from: FROM },
      { name: 'expiresOn', value: '2028-01-02', from: FROM },
      { name: 'realName', value: 'done', from: { by: 'person' } },
    ]);
  });

  test('is nothing that the person said here, whatever the list says', () => {
    const one = said({ registrar: 'xinnet', expiresOn: '2030-01-01', realName: 'not-done' });
    expect(newsFrom(all, one)).toBeNull();
    expect(newsFrom(all, said({ realName: 'not-done' }))?.told).toEqual({});
  });

  test('is no record that is known already, or is older than what is known', () => {
    const recorded = known?.recorded ?? {};
    expect(newsFrom(all, withRecords(said({ realName: 'done' }), recorded))).toBeNull();
    const newer = withRecords(said({ realName: 'done' }), {
      registrar: { value: 'xinnet', from: { ...FROM, kind: 'rdap', day: '2026-11-26' } },
      expiresOn: { value: '2027-01-02', from: OLDER },
    });
    expect(newsFrom(all, newer)?.answers).toEqual([{ name: 'expiresOn', value: '2028-01-02', from: FROM }]);
  });

  test('is no answer about the person: a list has its own for all its names', () => {
    const [one] = all;
    expect(
      newsFrom(one === undefined ? [] : [{ ...one, recorded: {}, told: { subject: 'organisation' } }], EMPTY),
    ).toBeNull();
  });

  test('of two lists is the newer record', () => {
    const older = { name: 'Old', told: {}, recorded: { registrar: { value: 'dynadot', from: OLDER } } };
    for (const both of [
      [...all, older],
      [older, ...all],
    ])
      expect(newsFrom(both, EMPTY)?.recorded.registrar).toEqual({ value: 'godaddy', from: FROM });
  });
});
