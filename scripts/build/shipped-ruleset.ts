/** The rules as a build carries them: the same answers from fewer bytes. */

import { compileSuffixes, rulesIn } from '../../src/domain/hostname/suffix-list.ts';
import type { Guidance } from '../../src/domain/ruleset/guidance.ts';
import type { Ruleset } from '../../src/domain/ruleset/ruleset.ts';

/**
 * Returns what a verdict rests on, and what is read beside it; each is loaded when it is needed.
 * The list of `psl` goes without what is retired, and without the suffixes of platforms: those are
 * facts of their own, which say whose they are, and names are looked up there first. A test
 * compares what is read from both.
 */
export function shippedRules(rules: Ruleset): {
  readonly verdict: Omit<Ruleset, keyof Guidance>;
  readonly guidance: Guidance;
} {
  const { faq, glossary, prompts, records, search, lookUps, ...verdict } = rules;
  const { suffixList, platforms, pslDifferences } = rules;
  const elsewhere = new Set([...platforms.flatMap((platform) => platform.suffixes), ...pslDifferences.retired]);
  const kept = rulesIn(suffixList).filter((rule) => isOfTop(rule) || !elsewhere.has(rule));
  return {
    verdict: {
      ...verdict,
      suffixList: compileSuffixes(kept),
      pslDifferences: { ...pslDifferences, retired: pslDifferences.retired.filter(isOfTop) },
    },
    guidance: { faq, glossary, prompts, records, search, lookUps },
  };
}

/**
 * Whether a rule is that of a top-level domain, as `cn` and `*.bd` are: they tell that the domain
 * is there at all.
 */
function isOfTop(rule: string): boolean {
  return !rule.replace('*.', '').includes('.');
}
