/** What can be pushed over the first screen, and what every part of the view is given. */
import type { Answers } from '../domain/answers/answers.ts';
import type { DomainAnswers } from '../domain/answers/domain-answers.ts';
import type { DecisiveChecks } from '../domain/eligibility/decisive-checks.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import type { Situation } from '../domain/eligibility/situation.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import type { PortfolioNews } from '../domain/portfolio/portfolio-knowledge.ts';
import type { ShownRecord } from '../domain/records/shown-records.ts';
import type { CheckId } from '../domain/ruleset/check-ids.ts';
import type { AnswerFormProps } from '../ui/answer-fields.tsx';
import type { Done } from '../ui/undo.tsx';
import type { PageEvidence } from './page-evidence.ts';

export type Screen =
  | { readonly kind: 'check'; readonly check: CheckId }
  | { readonly kind: 'coverage' | 'rest' | 'steps' | 'page' | 'record' | 'compare' | 'more' }
  | { readonly kind: 'search'; readonly query: string };

/** Returns what tells one screen from another, by which the way back finds what opened it. */
export function screenId(screen: Screen): string {
  return screen.kind === 'check' ? screen.check : screen.kind;
}

/** What every part of a verdict's view is given. */
export interface VerdictViewProps extends AnswerFormProps {
  /** Host of the page that is open, whatever name is asked about. */
  readonly site: string | null;
  readonly engine: Engine;
  /** Returns the answers that count for a host below the same name. */
  readonly answersOn: (host: string) => Answers;
  /** Whether the answer is about the page that is open, and that page can be read. */
  readonly isPage: boolean;
  /** Pushes a screen. */
  readonly open: (screen: Screen) => void;
  /** What the open page shows; null before it is read, and where there is none. */
  readonly page: PageEvidence | null;
  /** Notes what was done, so that it can be undone. */
  readonly note: (done: Done) => void;
  /**
   * Asks about another name; null where that is asked elsewhere. A record that the page shows of it
   * comes along.
   */
  readonly show: ((input: string, record?: ShownRecord) => void) | null;
  /** Uses what a record says of the name in view. */
  readonly useRecord: (record: ShownRecord) => void;
  /** The record that is in use since the view opened, for what it proposes. */
  readonly record: ShownRecord | null;
  /** Forgets the answers on this name; null where there are none. */
  readonly clear: (() => void) | null;
  /** What is kept of the name in view. */
  readonly kept: DomainAnswers;
  /** Takes over what portfolios know of it. */
  readonly useKnown: (news: PortfolioNews) => void;
  /** When a record was last read of this name. */
  readonly readOn: string | null;
}

export interface JudgedProps extends VerdictViewProps {
  readonly verdict: Verdict;
  readonly situation: Situation;
  readonly decisive: DecisiveChecks;
}
