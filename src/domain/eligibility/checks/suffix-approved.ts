import { oncePer } from '../../common/remembering.ts';
import { toUnicodeName } from '../../hostname/unicode-name.ts';
import {
  authoritative,
  citationsForLegalBasis,
  cite,
  listedSuffix,
  type RulesetIndex,
  yearOf,
} from '../../ruleset/ruleset-index.ts';
import type { SuffixFact } from '../../ruleset/suffix.ts';
import { opposing } from '../../ruleset/suffix-evidence.ts';
import type { AssessmentContext } from '../assessment-context.ts';
import type { Finding } from '../verdict.ts';

/**
 * Is the suffix on the ministry's list? The longest suffix that we hold a fact for decides
 * (`com.cn` before `cn`). A suffix that we hold nothing on is never a no: the list we hold is not
 * the ministry's own.
 */
export function suffixApproved(question: AssessmentContext): Finding {
  const found = bySources(question);
  const { suffixListed } = question.answers;
  // What the person found on the ministry's list counts where the sources here do not settle it,
  // and is told as theirs.
  if (found.outcome !== 'cannot-tell' || suffixListed === undefined) return found;
  const isListed = suffixListed === 'yes';
  const { suffix = '' } = found.reason.params;
  const reason = { code: isListed ? 'suffix-found-listed' : 'suffix-found-missing', params: { suffix } };
  return { ...found, outcome: isListed ? 'pass' : 'fail', reason };
}

function bySources({ domain, facts }: AssessmentContext): Finding {
  const fact = listedSuffix(domain.registrable, facts.suffixes);
  if (fact === null) {
    return {
      check: 'suffix-approved',
      outcome: 'cannot-tell',
      reason: { code: 'suffix-unlisted', params: { suffix: toUnicodeName(domain, domain.suffix) } },
      cites: citationsForLegalBasis(facts, 'suffix-on-the-list'),
      against: [],
    };
  }
  return findingsOf(facts)(fact);
}

/** What was found of each suffix: of two thousand names most share theirs. */
const findingsOf = oncePer((facts: RulesetIndex) => oncePer((fact: SuffixFact) => findingOf(fact, facts)));

/** What the sources of a suffix come to; nothing of it hangs on the name below. */
function findingOf(fact: SuffixFact, facts: RulesetIndex): Finding {
  const outcome = fact.status === 'approved' ? 'pass' : fact.status === 'not-approved' ? 'fail' : 'cannot-tell';
  const supporting = fact.status === 'approved' ? fact.listedBy : [...fact.deniedBy, ...fact.absentFrom];
  const isWeak = fact.confidence !== 'high' && authoritative(facts, supporting).length === 0;
  const others = opposing(fact, facts.sources, isWeak);
  const all = supporting.length === 0 ? others : supporting;
  const cites = cite(facts, all);
  const against = cite(facts, all === others ? [] : others);
  return {
    check: 'suffix-approved',
    outcome,
    reason: {
      code: reasonCode(fact, {
        isDisputed: against.length > 0,
        isThin: isWeak || fact.confidence === 'low',
      }),
      params: {
        suffix: fact.unicode,
        year: newestYear(facts, fact, outcome === 'cannot-tell' ? [...all, ...others] : all),
      },
    },
    cites,
    against,
  };
}

function reasonCode(
  fact: SuffixFact,
  { isDisputed, isThin }: Readonly<Record<'isDisputed' | 'isThin', boolean>>,
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
  if (isDisputed) return 'suffix-sources-disagree';
  return fact.deniedBy.length + fact.absentFrom.length === 0 ? 'suffix-weakly-listed' : 'suffix-unlisted';
}

/**
 * The year of the newest source that names the suffix; a list that lacks it names it only where
 * nothing else does.
 */
function newestYear(facts: AssessmentContext['facts'], { absentFrom }: SuffixFact, all: readonly string[]): string {
  const naming = all.filter((id) => !absentFrom.includes(id));
  const year = yearOf(facts, cite(facts, naming.length > 0 ? naming : all));
  return year === '' ? facts.rules.stamp.date.slice(0, 4) : year;
}
