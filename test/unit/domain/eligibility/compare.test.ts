import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { compareVerdicts } from '../../../../src/domain/eligibility/compare.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { readyNames } from '../../../../src/domain/eligibility/ready-names.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const engine = createEngine(rules);

function verdict(host: string, answers: Answers = {}) {
  const found = engine.assess(host, answers, '2026-11-27');
  if (found.kind === 'problem') throw new Error(`${host} is no domain`);
  return found.verdict;
}

describe('two names side by side', () => {
  test.each<[string, Answers, string, Answers, 0 | 1 | null]>([
    ['brand.com', { registrar: 'godaddy' }, 'brand.cn', {}, 1],
    ['brand.io', {}, 'brand.cn', {}, 1],
    // A registrar can be changed, a suffix cannot.
    ['brand.com', { registrar: 'godaddy' }, 'brand.io', {}, 0],
    ['brand.com', {}, 'brand.cn', {}, null],
    // Of two that must move, the one that can move sooner.
    [
      'brand.com',
      { registrar: 'godaddy', registeredOn: '2026-11-20' },
      'brand.cn',
      { registrar: 'godaddy', registeredOn: '2020-01-01' },
      1,
    ],
    ['brand.com', { registrar: 'godaddy', realName: 'not-done' }, 'brand.cn', { registrar: 'godaddy' }, 1],
  ])('%s with %j, %s with %j', (one, answers, other, others, quicker) => {
    const found = compareVerdicts(verdict(one, answers), verdict(other, others));
    expect(found.quicker).toBe(quicker);
    // It does not matter which of them comes first.
    const turned = compareVerdicts(verdict(other, others), verdict(one, answers));
    expect(turned.quicker).toBe(quicker === null ? null : 1 - quicker);
  });
});

test('ready names keep the label, are approved, and are none of the platform’s', () => {
  const names = (host: string) => {
    const domain = engine.read(host);
    return 'type' in domain ? [] : readyNames(domain, engine.facts);
  };
  expect(names('www.brand.io')).toEqual(['brand.cn', 'brand.com', 'brand.com.cn']);
  expect(names('brand.com.cn')).toEqual(['brand.cn', 'brand.com']);
  expect(names('例子.io')).toEqual(['xn--fsqu00a.cn', 'xn--fsqu00a.com', 'xn--fsqu00a.com.cn']);
  expect(names('foo.github.io')).toEqual([]);
});
