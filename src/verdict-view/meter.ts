/** How much is known of what decides. */
import type { DecisiveChecks } from '../domain/eligibility/decisive-checks.ts';
import type { Situation } from '../domain/eligibility/situation.ts';
import type { Outcome, Verdict } from '../domain/eligibility/verdict.ts';
import type { CheckId } from '../domain/ruleset/check-ids.ts';

export interface Meter {
  /** One part for each thing that decides: settled, in the way, or open. */
  readonly parts: readonly ('on' | 'bad' | '')[];
  readonly known: number;
  readonly toFix: number;
}

/** The situations in which something is still to be found out. */
const COUNTED: readonly Situation[] = ['undecided', 'not-yet', 'unknown'];

/**
 * Returns the meter of a verdict; null where nothing is left to be found out. The decisive checks
 * are those of the name alone.
 */
export function meterOf(
  { findings }: Pick<Verdict, 'findings'>,
  situation: Situation,
  decisive: DecisiveChecks,
): Meter | null {
  if (!COUNTED.includes(situation)) return null;
  const checks = [...new Set<CheckId>(['suffix-approved', 'name-is-yours', ...decisive.all])];
  const failed = findings.filter(({ check, outcome }) => outcome === 'fail' && !checks.includes(check));
  const shown = [...findings.filter(({ check }) => checks.includes(check)), ...failed];
  const parts = shown.map(({ outcome }) => partOf(outcome));
  const sorted = [
    ...parts.filter((one) => one === 'on'),
    ...parts.filter((one) => one === 'bad'),
    ...parts.filter((one) => one === ''),
  ];
  return {
    parts: sorted,
    known: parts.filter((one) => one !== '').length,
    toFix: parts.filter((one) => one === 'bad').length,
  };
}

function partOf(outcome: Outcome): Meter['parts'][number] {
  if (outcome === 'fail') return 'bad';
  return outcome === 'pass' || outcome === 'not-applicable' ? 'on' : '';
}
