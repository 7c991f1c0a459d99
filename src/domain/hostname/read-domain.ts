/** From a host name to its registrable domain, public suffix and platform. */

import { citesOf, ownerOf } from '../ruleset/platform-owner.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { Platform } from '../ruleset/suffix.ts';
import type { Domain, Problem } from './domain.ts';
import { type Host, isHostnameStrict } from './read-host.ts';
import { type PublicSuffix, suffixReader } from './suffix-list.ts';
import { longestMatch, parentOf, type RuleSet, ruleSet, tailsOf } from './suffix-rules.ts';

export type NameFacts = Pick<Ruleset, 'suffixes' | 'platforms' | 'specialUse' | 'pslDifferences' | 'suffixList'>;

/**
 * Returns a function from a normalized host to its {@link Domain}, or to the problem that it is no
 * domain (single label, special use, a suffix). The list mixes the two sections of the Public
 * Suffix List; which of its suffixes are platforms is known from the facts, and the suffix below
 * them is the ICANN one.
 */
export function domainReader(facts: NameFacts): (host: Host) => Domain | Problem {
  const platforms = ruleSet(facts.platforms.map((platform) => [platform.suffixes, platform]));
  const gone = ruleSet([[facts.pslDifferences.retired, true]]);
  // Among our suffixes are approved ones of two labels, such as 政务.cn, that the Public Suffix List
  // does not know.
  const ours = facts.suffixes.map((fact) => fact.suffix).filter((suffix) => suffix.includes('.'));
  const added = ruleSet([[[...facts.pslDifferences.icannAdded, ...ours], true]]);
  const listed = suffixReader(facts.suffixList);
  const specialUse = new Set(facts.specialUse.map((entry) => entry.name));
  const topLevel = new Set(facts.suffixes.map((fact) => fact.suffix));

  return function readDomain({ host, display }) {
    const tails = tailsOf(host);
    for (const tail of tails) if (specialUse.has(tail)) return { type: 'special-use', host, display };
    if (!host.includes('.') && !topLevel.has(host) && !listed(host).listed) {
      return { type: 'single-label', host, display };
    }
    const listedSuffix = lastLabels(tails, listed(host).labels);
    const suffix = publicSuffix(tails, listedSuffix, { listed, platforms, gone, added });
    if (suffix === host) return { type: 'is-a-suffix', host, display };
    const registrable = tails[tails.indexOf(suffix) - 1] ?? host;
    if (!isHostnameStrict(registrable)) return { type: 'not-a-hostname', host: '', display };

    const platform = longestMatch(platforms, tails);
    return {
      host,
      display,
      registrable,
      suffix,
      listedSuffix,
      platform: platform && {
        suffix: platform.suffix,
        owner: ownerOf(platform.value),
        ...(platform.value.use !== undefined && { use: platform.value.use }),
        cites: citesOf(platform.value),
      },
    };
  };
}

interface SuffixFacts {
  readonly listed: (host: string) => PublicSuffix;
  readonly platforms: RuleSet<Platform>;
  readonly gone: RuleSet<boolean>;
  readonly added: RuleSet<boolean>;
}

/** @param listedSuffix what the list has for the host with these tails */
function publicSuffix(
  tails: readonly string[],
  listedSuffix: string,
  { listed, platforms, gone, added }: SuffixFacts,
): string {
  let suffix = listedSuffix;
  let name = tails[0] ?? '';
  while (suffix.includes('.')) {
    if (
      longestMatch(platforms, tailsOf(suffix)) === null &&
      !isGone(suffix, gone) &&
      !isWildcardBase(suffix, name, listed)
    )
      break;
    name = parentOf(suffix);
    suffix = lastLabels(tails, listed(name).labels);
  }
  const extra = longestMatch(added, tails)?.suffix ?? '';
  return extra.length > suffix.length ? extra : suffix;
}

function isGone(suffix: string, gone: RuleSet<boolean>): boolean {
  return gone.plain.has(suffix) || gone.wildcard.has(parentOf(suffix));
}

/** The list takes `kobe.jp` for a suffix although only `*.kobe.jp` is one. */
function isWildcardBase(suffix: string, asked: string, listed: SuffixFacts['listed']): boolean {
  return suffix === asked && listed(`x.${suffix}`).labels > suffix.split('.').length;
}

/** Returns the last labels of the host with these tails; all where it has no more. */
function lastLabels(tails: readonly string[], count: number): string {
  return tails[Math.max(0, tails.length - count)] ?? '';
}
