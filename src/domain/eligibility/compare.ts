/** Two names side by side: which of them gets a filing sooner, as far as is known. */

import type { Day } from '../common/days.ts';
import type { Verdict, VerdictStatus } from './verdict.ts';

export interface Way {
  /** The things to put right, by check, in the order of the checks. */
  readonly toFix: readonly Verdict['findings'][number][];
  /** How many checks nobody has settled. */
  readonly open: number;
  /** The first day on which it can be submitted, where a step names one; null where none does. */
  readonly from: Day | null;
}

export interface Comparison {
  readonly ways: readonly [Way, Way];
  /** Which of the two is quicker; null where nothing that is known tells. */
  readonly quicker: 0 | 1 | null;
}

/** The better first. What cannot be put right comes last. */
const ORDER: readonly VerdictStatus[] = ['filed', 'eligible', 'depends', 'unknown', 'ineligible'];

/**
 * Returns how two verdicts compare: by what they come to, then by the day, then by how much is to
 * be put right.
 */
export function compareVerdicts(one: Verdict, other: Verdict): Comparison {
  const ways = [wayOf(one), wayOf(other)] as const;
  const by =
    rankOf(one) - rankOf(other) ||
    (ways[0].from ?? '').localeCompare(ways[1].from ?? '') ||
    ways[0].toFix.length - ways[1].toFix.length;
  return { ways, quicker: by === 0 ? null : by < 0 ? 0 : 1 };
}

function wayOf({ findings, steps }: Verdict): Way {
  const counting = findings.filter(({ ifFiledAnew }) => ifFiledAnew === undefined);
  const days = steps.flatMap(({ notBefore }) => notBefore ?? []).sort();
  return {
    toFix: counting.filter(({ outcome }) => outcome === 'fail'),
    open: counting.filter(({ outcome }) => outcome === 'needs-answer').length,
    from: days.at(-1) ?? null,
  };
}

function rankOf({ standing, coverage, findings }: Verdict): number {
  const isFinal =
    coverage.kind === 'platform' ||
    findings.some(
      ({ check, outcome }) => outcome === 'fail' && (check === 'suffix-approved' || check === 'subject-can-file'),
    );
  return ORDER.indexOf(standing) + (isFinal ? 1 : 0);
}
