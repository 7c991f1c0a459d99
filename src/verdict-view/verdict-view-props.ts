import type { Answers } from '../domain/answers/answers.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import type { AnswerFormProps } from '../ui/answer-fields.tsx';

/** What every part of a verdict's view is given. */
export interface VerdictViewProps extends AnswerFormProps {
  /** Host of the page that is open, whatever name is asked about. */
  readonly site: string | null;
  readonly engine: Engine;
  /** In: a host below the same name. Out: the answers that count for it. */
  readonly answersOn: (host: string) => Answers;
  /** Whether the answer is about the page that is open, and that page can be read. */
  readonly isPage: boolean;
}

/** Where to go from a verdict. */
export interface VerdictActions {
  /** Forgets the answers on this name; null where there are none. */
  readonly clear: (() => void) | null;
  /** Asks about another name; null where that is asked elsewhere. */
  readonly show: ((input: string) => void) | null;
}
