import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { decisiveChecks } from '../../../../src/domain/eligibility/decisive-checks.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const engine = createEngine(rules);
const TODAY = '2026-11-27';

function decisive(host: string, answers: Answers = {}) {
  const domain = engine.read(host);
  if ('type' in domain) throw new Error(`${host} is no domain`);
  return decisiveChecks({ domain, answers, today: TODAY, facts: engine.facts });
}

describe('the decisive questions', () => {
  test('are three, where it is hosted first: that may end the matter', () => {
    expect(decisive('brand.com').open).toEqual(['filing-needed', 'registrar-licensed', 'subject-can-file']);
  });

  test('below .cn leave the registrar to last: names there seldom are with an overseas one', () => {
    const { all } = decisive('brand.cn');
    expect(all).toHaveLength(3);
    expect(all.indexOf('registrar-licensed')).toBe(-1);
  });

  test('begin with whose name it is where it looks made by a machine', () => {
    expect(decisive('c672146432.example.cn').open[0]).toBe('name-is-yours');
  });

  test('are answered one by one, and no new one comes up', () => {
    const given: Answers[] = [
      { hosting: 'mainland' },
      { registrar: 'alibaba-cloud' },
      { subject: 'organisation', registeredIn: 'mainland' },
    ];
    let answers: Answers = {};
    const left = given.map((one) => {
      answers = { ...answers, ...one };
      return decisive('brand.com', answers).open.length;
    });
    expect(left).toEqual([2, 1, 0]);
  });

  test('are the same whatever a record said of other things', () => {
    const { all } = decisive('brand.com', { expiresOn: '2030-01-01', registeredOn: '2020-01-01' });
    expect(all).toEqual(decisive('brand.com').all);
  });
});
