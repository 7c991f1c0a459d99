import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { sameProviderOf } from '../../../../src/domain/eligibility/coverage.ts';
import type { CoverageKind } from '../../../../src/domain/ruleset/check-ids.ts';
import type { LegalBasisId } from '../../../../src/domain/ruleset/ruleset.ts';
import { cites, domain, judged, platformOf, WWW } from '../../../support/made-up-ruleset.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const APEX = domain('example.com', 'example.com');
const BODY = domain('www.town.gov.cn', 'town.gov.cn');

test.each<[string, typeof WWW, Answers, CoverageKind, LegalBasisId]>([
  ['the name itself', APEX, {}, 'is-the-name', 'registrable-domain-is-filed'],
  ['a sub-domain', WWW, {}, 'shares-record', 'sub-domains-share-the-filing'],
  [
    'one at another provider',
    WWW,
    { sameProvider: false },
    'access-filing-needed',
    'access-filing-at-another-provider',
  ],
  ['one served elsewhere', WWW, { hosting: 'elsewhere' }, 'outside', 'no-filing-outside-the-mainland'],
  ['a public body’s', BODY, {}, 'own-filing', 'government-sub-domains-file-themselves'],
  ['a public body’s, elsewhere', BODY, { hosting: 'elsewhere' }, 'outside', 'no-filing-outside-the-mainland'],
  [
    'a public body’s, at another provider',
    BODY,
    { sameProvider: false },
    'own-filing',
    'government-sub-domains-file-themselves',
  ],
])('%s rests on its principle', (_, on, answers, kind, principle) => {
  const { coverage } = judged(answers, undefined, on);
  expect(coverage.kind).toBe(kind);
  expect(coverage.cites).toEqual(rules.principles.find(({ id }) => id === principle)?.cites);
});

test('a platform’s own filing serves its names: nothing is asked, and its sources are cited', () => {
  const on = domain('me.shop.made', 'shop.made', platformOf('Shop', 'shop.made'));
  for (const record of [undefined, 'own', 'other'] as const) {
    expect(judged({ ...(record && { record }), sameProvider: false }, undefined, on).coverage).toEqual({
      kind: 'platform',
      filingDomain: 'shop.made',
      conditional: false,
      filed: null,
      cites: cites('provider-2022', 'community-2024'),
    });
  }
});

describe('the filing is there', () => {
  test.each([
    [{}, null],
    [{ record: 'own' }, true],
    [{ record: 'none' }, false],
    [{ record: 'other' }, false],
  ] as const)('with %j: %s', (answers, filed) => {
    for (const on of [APEX, WWW, BODY]) expect(judged(answers, undefined, on).coverage.filed).toBe(filed);
  });
});

test('the name itself is settled once it is told where it is served', () => {
  expect(judged({}, undefined, APEX).coverage.conditional).toBe(true);
  for (const sameProvider of [true, false])
    expect(judged({ sameProvider }, undefined, APEX).coverage).toMatchObject({
      kind: 'is-the-name',
      conditional: false,
    });
});

test.each<[Answers, boolean | undefined]>([
  [{}, undefined],
  [{ filedWith: 'aliyun' }, undefined],
  [{ servedBy: 'aliyun' }, undefined],
  [{ filedWith: 'aliyun', servedBy: 'aliyun' }, true],
  [{ filedWith: 'aliyun', servedBy: 'tencent-cloud' }, false],
  [{ filedWith: 'other', servedBy: 'aliyun' }, false],
  [{ filedWith: 'aliyun', servedBy: 'other' }, false],
  // Two that we have no name for may be one.
  [{ filedWith: 'other', servedBy: 'other' }, undefined],
  [{ filedWith: 'other', servedBy: 'other', sameProvider: false }, false],
  // What was said outweighs what follows from names.
  [{ filedWith: 'aliyun', servedBy: 'tencent-cloud', sameProvider: true }, true],
  [{ filedWith: 'aliyun', servedBy: 'aliyun', sameProvider: false }, false],
])('served where it is filed, by %j: %s', (answers, same) => {
  expect(sameProviderOf(answers)).toBe(same);
});
