/** What comes of an assessment: findings, the coverage, the next steps. */

import type { AnswerOrigin } from '../answers/answer-origin.ts';
import type { AnswerName } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import type { Text } from '../common/locale.ts';
import type { Domain } from '../hostname/domain.ts';
import type { CheckId, CoverageKind } from '../ruleset/check-ids.ts';
import type { Phase } from '../ruleset/durations.ts';
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

/** A part of the way to a filing that starts today, as a span of days. */
export interface TimelinePhase {
  readonly phase: Phase;
  /** The first day on which it can begin. */
  readonly begins: Day;
  /**
   * The day on which it is over if everything before it and it itself is as fast as sources say.
   */
  readonly earliest: Day;
  /** The day on which it is over if all of it takes as long as sources say. */
  readonly latest: Day;
  /** Whether it falls away if what nobody has told yet turns out well. */
  readonly perhaps: boolean;
  readonly cites: readonly Citation[];
}

/** When what a verdict asks for can be done, from the day of the verdict on. */
export interface Timeline {
  readonly start: Day;
  /** In the order in which they begin. Never empty. */
  readonly phases: readonly TimelinePhase[];
  /** When the administration will have approved. */
  readonly approval: { readonly earliest: Day; readonly latest: Day };
  /**
   * The last day up to which public holidays are known; null where they are known up to the end.
   */
  readonly holidaysKnownTo: Day | null;
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
  /**
   * When that can be done; null where nothing can be filed, or where nobody knows yet who could.
   */
  readonly timeline: Timeline | null;
  /** Date of the rules that the verdict rests on. */
  readonly rules: string;
}
