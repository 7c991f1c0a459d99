/** How a person looks at the rows of a portfolio. */

import type { BlockedBy, FixId, Part } from './fixes.ts';

export const COLUMNS = ['display', 'suffix', 'registrar', 'expiresOn', 'realName', 'part', 'fix'] as const;

export type Column = (typeof COLUMNS)[number];

export const REAL_NAMES = ['done', 'not-done', 'unknown'] as const;

/** What is known of the real-name verification of a name. */
export type RealName = (typeof REAL_NAMES)[number];

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
  readonly realName: RealName | null;
  /** What blocks it. */
  readonly reason: BlockedBy | null;
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
  realName: null,
  reason: null,
  sort: null,
  down: false,
};
