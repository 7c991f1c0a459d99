import { describe, expect, test } from 'vitest';
import { loadRules } from '../../../../src/cli/load-ruleset.ts';
import { domainReader } from '../../../../src/domain/hostname/read-domain.ts';
import { compileSuffixes, rulesIn, suffixReader } from '../../../../src/domain/hostname/suffix-list.ts';
import { pslOn, sameDomain, sameSuffix } from '../../../support/many-hosts.ts';
import { rules as shipped } from '../../../support/shipped-ruleset.ts';

const whole = loadRules();
const suffixOf = suffixReader(whole.suffixList);

/** Every rule as the name that it is about. */
const bases = rulesIn(whole.suffixList).map((rule) => rule.replace(/^(?:\*\.|!)/, ''));

const below = (base: string) => [base, `a.${base}`, `b.a.${base}`, `www.b.a.${base}`];

describe('the compiled list answers as psl does', () => {
  test('on every rule, and on names one, two and three labels below it', () => {
    expect(bases.length).toBeGreaterThan(9000);
    const wrong = bases.flatMap(below).filter((host) => !sameSuffix(suffixOf(host), pslOn(host)));
    expect(wrong).toEqual([]);
  });
});

describe('the list that is shipped, without what other facts hold already, gives the same domains', () => {
  const [readWhole, readShipped] = [domainReader(whole), domainReader(shipped)];
  const wholeSays = (host: string) => readWhole({ host, display: host });
  const shippedSays = (host: string) => readShipped({ host, display: host });

  test('on every rule of any list, and on names below it', () => {
    expect(rulesIn(shipped.suffixList).length).toBeLessThan(rulesIn(whole.suffixList).length - 2000);
    const added = [...whole.pslDifferences.icannAdded, ...whole.platforms.flatMap((one) => one.suffixes)];
    const names = [...bases, ...added.map((rule) => rule.replace(/^(?:\*\.|!)/, ''))].flatMap(below);
    expect(names.filter((host) => !sameDomain(shippedSays(host), wholeSays(host)))).toEqual([]);
  });
});

test('names of an object’s own parts are no top-level domains', () => {
  for (const host of ['constructor', 'a.constructor', 'a.__proto__', 'tostring'])
    expect(suffixOf(host)).toEqual({ labels: 1, listed: false });
});

test('a compiled list gives its rules back', () => {
  const rules = ['jp', '*.kobe.jp', '!city.kobe.jp', 'co.jp', 'cn'];
  expect(rulesIn(compileSuffixes(rules))).toEqual(rules);
});

test('plain rules, wildcards and exceptions are told apart', () => {
  const list = compileSuffixes(['jp', '*.kobe.jp', '!city.kobe.jp', 'co.jp']);
  expect(list).toEqual({ jp: '. *kobe !city.kobe co' });
  const read = suffixReader(list);
  expect(['x.jp', 'x.co.jp', 'a.kobe.jp', 'x.a.kobe.jp', 'x.city.kobe.jp'].map((host) => read(host).labels)).toEqual([
    1, 2, 3, 3, 2,
  ]);
});
