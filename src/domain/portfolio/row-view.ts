/** How a person looks at the rows of a portfolio. */

export const COLUMNS = ['display', 'registrable', 'standing', 'reason', 'coverage', 'site'] as const;

export type Column = (typeof COLUMNS)[number];

export interface View {
  /** Words that must all be in a row. */
  readonly words: string;
  /** A standing, or any. */
  readonly standing: string;
  readonly sort: Column | null;
  readonly down: boolean;
}
