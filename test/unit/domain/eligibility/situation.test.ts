import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { type Situation, situationOf } from '../../../../src/domain/eligibility/situation.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const engine = createEngine(rules);

function situation(host: string, answers: Answers = {}): Situation {
  const found = engine.assess(host, answers, '2026-11-27');
  if (found.kind === 'problem') throw new Error(`${host} is no domain`);
  return situationOf(found.verdict, engine.facts, answers.subject === 'government');
}

describe('the situation', () => {
  test.each<[string, Answers, Situation]>([
    ['foo.github.io', {}, 'platform'],
    ['brand.com', { name: 'other' }, 'platform'],
    ['brand.com', { hosting: 'elsewhere' }, 'outside'],
    ['brand.io', { record: 'own' }, 'filed'],
    ['www.beijing.gov.cn', {}, 'government'],
    ['www.beijing.gov.cn', { subject: 'government' }, 'undecided'],
    ['brand.io', {}, 'cannot'],
    ['brand.me', {}, 'suffix-unknown'],
    ['brand.me', { suffixListed: 'yes' }, 'undecided'],
    ['brand.me', { suffixListed: 'no' }, 'cannot'],
    ['brand.com', { registrar: 'iana-9999' }, 'registrar-unknown'],
    ['brand.com', { registrar: 'iana-9999', registrarListed: 'yes' }, 'undecided'],
    ['brand.com', { registrar: 'godaddy' }, 'not-yet'],
    ['brand.com', { expiresOn: '2026-12-24' }, 'unknown'],
    ['brand.com', {}, 'undecided'],
  ])('of %s with %j is %s', (host, answers, expected) => {
    expect(situation(host, answers)).toBe(expected);
  });
});
