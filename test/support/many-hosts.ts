/**
 * Hosts in great number, and what the `psl` package says of one: what the list of suffixes is held
 * against.
 */
import { isDeepStrictEqual } from 'node:util';
import psl from 'psl';
import type { Domain, Problem } from '../../src/domain/hostname/domain.ts';

interface Suffix {
  readonly labels: number;
  readonly listed: boolean;
}

export const sameSuffix = (one: Suffix, other: Suffix): boolean =>
  one.labels === other.labels && one.listed === other.listed;

/**
 * Whether two lists of suffixes made the same of a host, but for what the list alone says: builds
 * for browsers hold less of it.
 */
export const sameDomain = (one: Domain | Problem, other: Domain | Problem): boolean =>
  isDeepStrictEqual({ ...one, listedSuffix: null }, { ...other, listedSuffix: null });

/**
 * What `psl` says in the same terms. It gives suffixes in either form: their labels are counted.
 */
export function pslOn(host: string): Suffix {
  const { tld, listed } = psl.parse(host);
  return { labels: tld?.split('.').length ?? 1, listed: listed === true };
}

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Names below the given ones and elsewhere. */
export function* hosts(count: number, bases: readonly string[]): Generator<string> {
  const below = numbers(20261124);
  const labels = ['a', 'www', 'city', 'com', 'co', 'xn--fiqs8s', 'x-1', '_dmarc', 'github', 'kobe', 'local', 'cn'];
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  for (let round = 0; round < count; round++) {
    const tail = round % 3 === 0 ? `n${below(1000)}` : pick(bases);
    yield [...Array.from({ length: below(4) }, () => pick(labels)), tail].join('.');
  }
}
