import psl from 'psl';
import { describe, expect, test } from 'vitest';
import { loadRules } from '../../src/build/load.ts';
import { domainReader } from '../../src/names/domain.ts';
import { compileSuffixes, rulesIn, suffixReader } from '../../src/names/suffixes.ts';
import { rules as shipped } from '../rules.ts';

const whole = loadRules();
const suffixOf = suffixReader(whole.suffixList);

/** What `psl` says in the same terms. It gives suffixes in either form: their labels are counted. */
function pslOn(host: string): { labels: number; listed: boolean } {
  const { tld, listed } = psl.parse(host);
  return { labels: tld?.split('.').length ?? 1, listed: listed === true };
}

/** Every rule as the name that it is about. */
const bases = rulesIn(whole.suffixList).map((rule) => rule.replace(/^(?:\*\.|!)/, ''));

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Names below the rules and elsewhere. */
function* hosts(count: number): Generator<string> {
  const below = numbers(20261124);
  const labels = ['a', 'www', 'city', 'com', 'co', 'xn--fiqs8s', 'x-1', '_dmarc', 'github', 'kobe', 'local', 'cn'];
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  for (let round = 0; round < count; round++) {
    const tail = round % 3 === 0 ? `n${below(1000)}` : pick(bases);
    yield [...Array.from({ length: below(4) }, () => pick(labels)), tail].join('.');
  }
}

describe('the compiled list answers as psl does', () => {
  test('on every rule, and on names one, two and three labels below it', () => {
    expect(bases.length).toBeGreaterThan(9000);
    for (const base of bases) {
      for (const host of [base, `a.${base}`, `b.a.${base}`, `www.b.a.${base}`])
        expect(suffixOf(host), host).toEqual(pslOn(host));
    }
  });

  test('on a million other hosts', () => {
    const wrong: string[] = [];
    let listed = 0;
    for (const host of hosts(1_000_000)) {
      const [ours, theirs] = [suffixOf(host), pslOn(host)];
      if (theirs.listed) listed++;
      if (ours.labels !== theirs.labels || ours.listed !== theirs.listed) wrong.push(host);
    }
    expect(wrong).toEqual([]);
    expect(listed, 'names with a listed suffix, and others').toBeGreaterThan(500_000);
    expect(listed).toBeLessThan(900_000);
  });
});

describe('the list that is shipped, without what other facts hold already, gives the same domains', () => {
  const [readWhole, readShipped] = [domainReader(whole), domainReader(shipped)];
  const wholeSays = (host: string) => readWhole({ host, display: host });
  const shippedSays = (host: string) => readShipped({ host, display: host });

  test('on every rule of any list, and on names below it', () => {
    expect(rulesIn(shipped.suffixList).length).toBeLessThan(rulesIn(whole.suffixList).length - 2000);
    const added = [...whole.pslDifferences.icannAdded, ...whole.platforms.flatMap((one) => one.suffixes)];
    for (const base of [...bases, ...added.map((rule) => rule.replace(/^(?:\*\.|!)/, ''))]) {
      for (const host of [base, `a.${base}`, `b.a.${base}`, `www.b.a.${base}`])
        expect(shippedSays(host), host).toEqual(wholeSays(host));
    }
  });

  test('on 200,000 other hosts', () => {
    for (const host of hosts(200_000)) expect(shippedSays(host), host).toEqual(wholeSays(host));
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
