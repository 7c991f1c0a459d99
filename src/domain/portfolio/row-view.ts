/** How a person looks at the rows of a portfolio. */

import type { FixId, Part } from './fixes.ts';

export const COLUMNS = ['display', 'suffix', 'registrar', 'expiresOn', 'realName', 'part', 'fix'] as const;

export type Column = (typeof COLUMNS)[number];

export interface View {
  /** Words that must all be in a row. */
  readonly words: string;
  readonly part: Part | null;
  /** What is to be done, first or later. */
  readonly fix: FixId | null;
  readonly registrar: string | null;
  /** Month of the expiry, `YYYY-MM`. */
  readonly month: string | null;
  readonly suffix: string | null;
  readonly sort: Column | null;
  readonly down: boolean;
}

export const ALL_ROWS: View = {
  words: '',
  part: null,
  fix: null,
  registrar: null,
  month: null,
  suffix: null,
  sort: null,
  down: false,
};
