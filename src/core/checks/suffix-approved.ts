import type { Finding, SuffixFact } from '../model.ts';
import { cite, citePrinciple, displayTail, listedSuffix, ofStanding, type Question } from '../question.ts';

/**
 * Is the suffix on the ministry's list? The longest suffix that we hold a fact for decides (`com.cn` before `cn`).
 * A suffix that we hold nothing on is never a no: the list we hold is not the ministry's own.
 */
export function suffixApproved({ domain, facts }: Question): Finding {
  const fact = listedSuffix(domain.registrable, facts.suffixes);
  if (fact === null) {
    return {
      check: 'suffix-approved',
      outcome: 'cannot-tell',
      because: { code: 'suffix-unlisted', params: { suffix: displayTail(domain, domain.suffix) } },
      cites: citePrinciple(facts, 'suffix-on-the-list'),
      against: [],
    };
  }
  const outcome = fact.status === 'approved' ? 'pass' : fact.status === 'not-approved' ? 'fail' : 'cannot-tell';
  const supporting = fact.status === 'approved' ? fact.listedBy : [...fact.deniedBy, ...fact.absentFrom];
  const opposing = fact.status === 'approved' ? fact.deniedBy : fact.listedBy;
  const all =
    fact.status === 'uncertain' && fact.deniedBy.length + fact.absentFrom.length === 0 ? opposing : supporting;
  const cites = cite(facts, all);
  const isWeak = fact.confidence !== 'high' && ofStanding(facts, supporting).length === 0;
  // A report stands against nothing but what is hardly better.
  const isHeard = fact.status === 'uncertain' || isWeak;
  const against = cite(facts, all === opposing ? [] : isHeard ? opposing : ofStanding(facts, opposing));
  return {
    check: 'suffix-approved',
    outcome,
    because: {
      code: reasonCode(fact, { isDisputed: against.length > 0, isThin: isWeak || fact.confidence === 'low' }),
      params: { suffix: fact.unicode, year: yearOf(facts, cites[0]?.source) },
    },
    cites,
    against,
  };
}

function reasonCode(
  fact: SuffixFact,
  { isDisputed, isThin }: { readonly isDisputed: boolean; readonly isThin: boolean },
): string {
  if (fact.status === 'approved') {
    if (isDisputed) return 'suffix-approved-disputed';
    if (fact.restriction !== undefined) return `suffix-approved-${fact.restriction}`;
    return isThin ? 'suffix-approved-low' : 'suffix-approved';
  }
  if (fact.status === 'not-approved') {
    if (isDisputed) return 'suffix-not-approved-disputed';
    return isThin ? 'suffix-not-approved-low' : 'suffix-not-approved';
  }
  if (fact.listedBy.length > 0 && fact.deniedBy.length + fact.absentFrom.length > 0) return 'suffix-sources-disagree';
  return fact.listedBy.length > 0 ? 'suffix-weakly-listed' : 'suffix-unlisted';
}

function yearOf(facts: Question['facts'], source: string | undefined): string {
  const found = source === undefined ? undefined : facts.sources.get(source);
  return (found?.publishedOn ?? found?.retrievedOn ?? facts.rules.stamp.date).slice(0, 4);
}
