/** What is to be done about a name before it can be filed, the first thing first. */

import type { Answers } from '../answers/answers.ts';
import type { Finding, Verdict } from '../eligibility/verdict.ts';
import type { CheckId } from '../ruleset/check-ids.ts';
import type { NameFacts } from './name-records.ts';

/** In the order in which they are to be done. */
export const FIXES = [
  'not-yours',
  'replace-suffix',
  'check-suffix',
  'restore',
  'renew',
  'lift-hold',
  'move-registrar',
  'check-registrar',
  'pass-real-name',
  'wait-record',
  'settle-filing',
  'confirm-filing',
  'settle-holder',
  'fix-other',
  'add-data',
  'file',
  'nothing',
] as const;

export type FixId = (typeof FIXES)[number];

/** The four parts that a portfolio falls into. */
export const PARTS = ['clear', 'fix', 'cannot', 'unclear'] as const;

export type Part = (typeof PARTS)[number];

/** Returns which part of a portfolio a name is in whose first thing to do this is. */
export function partOf(fix: FixId): Part {
  if (fix === 'replace-suffix' || fix === 'not-yours') return 'cannot';
  if (fix === 'check-suffix' || fix === 'check-registrar') return 'unclear';
  return fix === 'file' || fix === 'nothing' ? 'clear' : 'fix';
}

/** The check that each of them comes from; the others come from several. */
const CHECKS: Readonly<Partial<Record<FixId, CheckId>>> = {
  'replace-suffix': 'suffix-approved',
  'not-yours': 'name-is-yours',
  restore: 'registration-valid',
  renew: 'registration-valid',
  'lift-hold': 'registration-valid',
  'move-registrar': 'registrar-licensed',
  'pass-real-name': 'real-name-done',
  'wait-record': 'real-name-recorded',
  'settle-filing': 'no-foreign-record',
  'confirm-filing': 'no-foreign-record',
  'settle-holder': 'holder-matches',
};

/** What blocks a name: one of the checks that portfolios are told by, or another. */
export type BlockedBy = CheckId | 'other';

/** Returns what blocks a name whose first thing to do this is; null where nothing does. */
export function blockedBy(fix: FixId): BlockedBy | null {
  const part = partOf(fix);
  if ((part !== 'fix' && part !== 'cannot') || fix === 'add-data') return null;
  return CHECKS[fix] ?? 'other';
}

const BIT: Readonly<Record<FixId, number>> = Object.fromEntries(FIXES.map((fix, index) => [fix, 1 << index])) as Record<
  FixId,
  number
>;

/** Returns whether a set of fixes has one in it. */
export function hasFix(fixes: number, fix: FixId): boolean {
  return (fixes & BIT[fix]) !== 0;
}

const LOST = ['redemptionPeriod', 'pendingDelete', 'pendingRestore'];
const HOLDS = ['serverHold', 'clientHold'];
/** What an export tells; the rest is confirmed when the filing is made. */
const TOLD: readonly CheckId[] = ['registrar-licensed', 'registration-valid', 'real-name-done'];

export interface Fixes {
  /**
   * All that is to be done, as a set: see {@link hasFix}. Where the name cannot be filed whatever
   * is done about it, the first alone.
   */
  readonly fixes: number;
  /** The first of them. */
  readonly fix: FixId;
  /** What the first of them comes from; null where it comes from no finding. */
  readonly decides: Finding | null;
}

/** Returns what is to be done about a name. */
export function fixesFor(
  { findings, standing, coverage }: Pick<Verdict, 'findings' | 'standing' | 'coverage'>,
  answers: Answers,
  facts: NameFacts | undefined,
): Fixes {
  let fixes = 0;
  let best: number = FIXES.length;
  let decides: Finding | null = null;
  const add = (fix: FixId, finding: Finding | null) => {
    fixes |= BIT[fix];
    const at = FIXES.indexOf(fix);
    if (at >= best) return;
    best = at;
    decides = finding;
  };
  const isNeeded = standing !== 'filed' && coverage.kind !== 'outside';
  if (coverage.kind === 'platform') add('not-yours', findingOf(findings, 'name-is-yours'));
  if (isNeeded) addFailed(findings, add);
  addRegistryStates(findings, facts, add);
  if (isNeeded) addUnconfirmed(findings, answers, facts, add);
  if (best === FIXES.length) {
    if (isNeeded) addWhatIsLeft(findings, add);
    else add('nothing', null);
  }
  const fix = FIXES[best] ?? 'file';
  // Nobody moves or verifies a name for a filing that it cannot have, nor looks for another suffix
  // for a platform's.
  return { fixes: partOf(fix) === 'cannot' ? BIT[fix] : fixes, fix, decides };
}

type Add = (fix: FixId, finding: Finding | null) => void;

function addFailed(findings: readonly Finding[], add: Add): void {
  for (const one of findings) {
    const fix = one.ifFiledAnew === true ? null : fixOf(one);
    if (fix !== null) add(fix, one);
  }
}

function addRegistryStates(findings: readonly Finding[], facts: NameFacts | undefined, add: Add): void {
  const statuses = facts?.recorded.statuses?.value ?? [];
  if (LOST.some((status) => statuses.includes(status))) add('restore', findingOf(findings, 'registration-valid'));
  if (HOLDS.some((status) => statuses.includes(status))) add('lift-hold', null);
}

/** What records show and nobody has confirmed, or the facts have not. */
function addUnconfirmed(findings: readonly Finding[], answers: Answers, facts: NameFacts | undefined, add: Add): void {
  if (facts?.filing && answers.record === undefined) add('confirm-filing', findingOf(findings, 'no-foreign-record'));
  if (facts?.registrarName && answers.registrar === undefined)
    add('check-registrar', findingOf(findings, 'registrar-licensed'));
}

/** Where nothing stands against a filing. */
function addWhatIsLeft(findings: readonly Finding[], add: Add): void {
  const open = findings.filter(({ outcome }) => outcome === 'needs-answer');
  const missing = open.find(({ check }) => TOLD.includes(check));
  if (missing !== undefined) add('add-data', missing);
  else add('file', open[0] ?? null);
}

function findingOf(findings: readonly Finding[], check: CheckId): Finding | null {
  return findings.find((one) => one.check === check) ?? null;
}

function fixOf({ check, outcome, reason }: Finding): FixId | null {
  const isUnclear = outcome === 'cannot-tell';
  if (outcome !== 'fail' && !isUnclear) return null;
  switch (check) {
    case 'suffix-approved':
      return isUnclear ? 'check-suffix' : 'replace-suffix';
    case 'name-is-yours':
      return isUnclear ? null : 'not-yours';
    case 'registrar-licensed':
      return isUnclear ? 'check-registrar' : 'move-registrar';
    case 'registration-valid':
      return reason.code === 'expired' ? 'restore' : 'renew';
    case 'real-name-done':
      return 'pass-real-name';
    case 'real-name-recorded':
      return 'wait-record';
    case 'no-foreign-record':
      return 'settle-filing';
    case 'holder-matches':
      return 'settle-holder';
    default:
      return isUnclear ? null : 'fix-other';
  }
}
