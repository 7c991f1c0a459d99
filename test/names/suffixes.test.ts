import psl from 'psl';
import { describe, expect, test } from 'vitest';
import { compileSuffixes, suffixReader } from '../../src/names/suffixes.ts';
import { rules } from '../rules.ts';

const suffixOf = suffixReader(rules.suffixList);

/** What `psl` says in the same terms. It gives suffixes in either form: their labels are counted. */
function pslOn(host: string): { labels: number; listed: boolean } {
  const { tld, listed } = psl.parse(host);
  return { labels: tld?.split('.').length ?? 1, listed: listed === true };
}

/** Every rule as the name that it is about. */
const bases = Object.entries(rules.suffixList).flatMap(([top, text]) =>
  text.split(' ').map((rule) => {
    const name = rule.replace(/^[!*]/, '');
    return name === '.' ? top : `${name}.${top}`;
  }),
);

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
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
    const below = numbers(20261124);
    const labels = ['a', 'www', 'city', 'com', 'co', 'xn--fiqs8s', 'x-1', '_dmarc', 'github', 'kobe', 'local', 'cn'];
    const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
    const wrong: string[] = [];
    let listed = 0;
    for (let round = 0; round < 1_000_000; round++) {
      const tail = round % 3 === 0 ? `n${below(1000)}` : pick(bases);
      const host = [...Array.from({ length: below(4) }, () => pick(labels)), tail].join('.');
      const [ours, theirs] = [suffixOf(host), pslOn(host)];
      if (theirs.listed) listed++;
      if (ours.labels !== theirs.labels || ours.listed !== theirs.listed) wrong.push(host);
    }
    expect(wrong).toEqual([]);
    expect(listed, 'names with a listed suffix, and others').toBeGreaterThan(500_000);
    expect(listed).toBeLessThan(900_000);
  });
});

test('names of an object’s own parts are no top-level domains', () => {
  for (const host of ['constructor', 'a.constructor', 'a.__proto__', 'tostring'])
    expect(suffixOf(host)).toEqual({ labels: 1, listed: false });
});

test('plain rules, wildcards and exceptions are told apart', () => {
  const list = compileSuffixes(['jp', '*.kobe.jp', '!city.kobe.jp', 'co.jp']);
  expect(list).toEqual({ jp: '. *kobe !city.kobe co' });
  const read = suffixReader(list);
  expect(['x.jp', 'x.co.jp', 'a.kobe.jp', 'x.a.kobe.jp', 'x.city.kobe.jp'].map((host) => read(host).labels)).toEqual([
    1, 2, 3, 3, 2,
  ]);
});
