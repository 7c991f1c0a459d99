import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { isBelowMachineMade, looksMachineMade } from '../../../../src/domain/eligibility/machine-made.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

/** What clouds, CDNs and tunnels give out. */
const MADE = [
  'd111111abcdef8',
  'd1a2b3c4e5f6g7',
  '1p5e803947',
  '20t445759t',
  '1nm5415219',
  '189293b2e7',
  't19p169001',
  'c672146432',
  'z340423c48',
  'env-demo-1300000000',
  '1300000000',
  '5ccdce58-43fd-4ebf-b4d1-73664467bc69',
  '9f86d081',
  '0jz8x2k9q1',
  'ip-10-0-12-7',
  'ec2-54-222-1-14',
  '1c52a264',
  'app-7f9c4d2b1a',
];

/** What people choose. */
const CHOSEN = [
  'www',
  'shop',
  'mail',
  'api2',
  's3',
  'ns1',
  'web01',
  'cdn-01',
  'v2ray',
  'k8s',
  'e2e-test',
  'h5-m3u8',
  'win11',
  'office365',
  'covid19',
  'beijing2022',
  'release-20240501',
  'blog20240501',
  'test123456',
  '12306',
  '1688',
  '2024',
  '20240501',
  '20240501-beta',
  'i18n',
  'a11y',
  'mp4tomp3',
  'b2b2c',
  '3d-printing',
  'deadbeef',
  'facade',
  'xskjgylt',
  'gongzhonghao',
  'xn--fiqs8s',
  'xn--9iq21t6wdw30c',
  'customer-service-center',
  '',
];

test.each(MADE)('%s looks made by a machine', (label) => expect(looksMachineMade(label)).toBe(true));
test.each(CHOSEN)('%j does not', (label) => expect(looksMachineMade(label)).toBe(false));

test('without a digit nothing does; with ten of them in a row everything does', () => {
  const word = fc.stringMatching(/^[a-wyz][a-z]{0,20}(?:-[a-z]{1,20})?$/);
  fc.assert(fc.property(word, (label) => !looksMachineMade(label)));
  fc.assert(fc.property(word, fc.stringMatching(/^9\d{9}$/), (label, digits) => looksMachineMade(`${label}${digits}`)));
});

test('the registrable domain itself is never doubted: whoever holds it may have called it so', () => {
  expect(isBelowMachineMade('d1a2b3c4e5f6.cn', 'd1a2b3c4e5f6.cn')).toBe(false);
  expect(isBelowMachineMade('www.d1a2b3c4e5f6.cn', 'd1a2b3c4e5f6.cn')).toBe(false);
  expect(isBelowMachineMade('d1a2b3c4e5f6.example.cn', 'example.cn')).toBe(true);
  expect(isBelowMachineMade('www.d1a2b3c4e5f6.region.example.cn', 'example.cn')).toBe(true);
});

describe('a host below a name that many hold', () => {
  function judged(input: string, answers: Answers = {}) {
    const answer = engine.assess(input, answers, '2026-11-27');
    if (answer.kind !== 'verdict') throw new Error(input);
    const { findings, coverage, steps } = answer.verdict;
    const name = findings.find((one) => one.check === 'name-is-yours');
    return [name?.outcome, name?.reason.code, coverage.kind, steps[0]?.code];
  }

  test('is asked about, and not taken for the person’s own', () => {
    expect(judged('d1a2b3c4e5f6.example.cn').slice(0, 2)).toEqual(['needs-answer', 'name-maybe-shared']);
    expect(judged('blog.example.cn').slice(0, 2)).toEqual(['pass', 'name-registrable']);
  });

  test('is the person’s where they say so, and somebody else’s where they say so', () => {
    expect(judged('d1a2b3c4e5f6.example.cn', { name: 'own' }).slice(0, 2)).toEqual(['pass', 'name-registrable']);
    expect(judged('d1a2b3c4e5f6.example.cn', { name: 'other' })).toEqual([
      'fail',
      'name-not-held',
      'platform',
      'use-own-name',
    ]);
    expect(judged('blog.example.cn', { name: 'other' })[0]).toBe('fail');
  });

  test('of a platform that we know is that platform’s, whatever the person says', () => {
    for (const name of ['own', 'other'] as const)
      expect(judged('1p5e803947.github.io', { name })[1]).toBe('name-of-known-platform');
  });
});
