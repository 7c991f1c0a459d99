/** What comes of an assessment: findings, the coverage, the next steps. */

import type { AnswerOrigin } from '../answers/answer-origin.ts';
import type { AnswerName } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import type { Text } from '../common/locale.ts';
import type { Domain } from '../hostname/domain.ts';
import type { CheckId, CoverageKind } from '../ruleset/check-ids.ts';
import type { Citation } from '../ruleset/source.ts';

/**
 * One thing to do: a code that the words are kept under, what they mention, when, and what explains
 * it.
 */
export interface Step {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | Text>>;
  /** The first day on which it makes sense, or null. */
  readonly notBefore: Day | null;
  /** The last day for it, or null. */
  readonly notAfter: Day | null;
  /** Id of the FAQ entry that explains it, or null. */
  readonly faq: string | null;
  readonly url: string | null;
}

/**
 * Why a finding came out as it did: a code that the words are kept under, and what they mention.
 */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | Text>>;
}

export const OUTCOMES = ['pass', 'fail', 'cannot-tell', 'needs-answer', 'not-applicable'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** An answer that a finding rests on, and where it is from. */
export interface AnswerUsed {
  readonly name: AnswerName;
  readonly from: AnswerOrigin;
}

export interface Finding {
  readonly check: CheckId;
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly cites: readonly Citation[];
  /** Sources of standing that say otherwise; shown as the other side. */
  readonly against: readonly Citation[];
  /**
   * Present where nobody looks at it now, as the name is filed: it tells how it would come out if
   * the name had to be filed anew.
   */
  readonly ifFiledAnew?: true;
  /**
   * The answers that it rests on; absent where there is none, or nobody told where they are from.
   */
  readonly from?: readonly AnswerUsed[];
}

/**
 * What endangers a filing that is there, or what comes of it: a code that the words are kept under.
 */
export interface Risk extends Reason {
  readonly cites: readonly Citation[];
}

/**
 * `filed`: the person says that the filing is theirs; what a first filing would ask no longer
 * decides.
 */
export const VERDICT_STATUSES = ['eligible', 'ineligible', 'depends', 'unknown', 'filed'] as const;

export type VerdictStatus = (typeof VERDICT_STATUSES)[number];

export interface Coverage {
  readonly kind: CoverageKind;
  /** The name whose filing covers the host (A-labels); null where no filing is needed. */
  readonly filingDomain: string | null;
  /** Whether the answer still holds only under a condition that nobody has confirmed. */
  readonly conditional: boolean;
  /** Whether that filing is there already; null where nobody has told. */
  readonly filed: boolean | null;
  readonly cites: readonly Citation[];
}

export interface Verdict {
  readonly domain: Domain;
  readonly standing: VerdictStatus;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  /** What endangers the filing that the person says is theirs; empty where there is none. */
  readonly risks: readonly Risk[];
  /** What to do next, in order. */
  readonly steps: readonly Step[];
  /** Date of the rules that the verdict rests on. */
  readonly rules: string;
}
