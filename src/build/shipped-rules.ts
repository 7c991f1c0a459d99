/** The rules as a build carries them: the same answers from fewer bytes. */
import type { Guidance, PslDifferences, RuleBundle, SuffixList } from '../core/model.ts';
import { compileSuffixes, rulesIn } from '../names/suffixes.ts';

/** In: the checked bundle. Out: what a verdict rests on, and what is read beside it; each is loaded when it is needed. */
export function shippedRules(rules: RuleBundle): {
  readonly verdict: Omit<RuleBundle, keyof Guidance>;
  readonly guidance: Guidance;
} {
  const { faq, glossary, ...verdict } = rules;
  const none: PslDifferences = { ...rules.pslDifferences, retired: [], icannAdded: [] };
  return {
    verdict: { ...verdict, suffixList: icannSection(rules), pslDifferences: none },
    guidance: { faq, glossary },
  };
}

/**
 * The list of `psl` with its known differences settled. Suffixes of platforms are facts of their own, which say whose they are:
 * whoever reads names looks there, and past them in the list. A test holds the names read from both against each other.
 */
function icannSection({ suffixList, platforms, pslDifferences }: RuleBundle): SuffixList {
  const elsewhere = new Set([...platforms.flatMap((platform) => platform.suffixes), ...pslDifferences.retired]);
  const kept = rulesIn(suffixList).filter((rule) => !rule.includes('.') || !elsewhere.has(rule));
  return compileSuffixes([...new Set([...kept, ...pslDifferences.icannAdded])]);
}
