/** What records make likely of names in a list: one click makes it the answer for all of them. */
import type { Answers } from '../answers/answers.ts';
import type { NameRow } from './assess-rows.ts';

export const LIKELY = ['filing-shown', 'on-hold', 'holder-organisation', 'holder-individual'] as const;

export type Likely = (typeof LIKELY)[number];

/** What a person can say of each, the likeliest first. */
export const LIKELY_ANSWERS: Readonly<Record<Likely, readonly Answers[]>> = {
  'filing-shown': [{ record: 'own' }, { record: 'other' }],
  'on-hold': [{ realName: 'not-done' }],
  'holder-organisation': [{ subject: 'organisation' }],
  'holder-individual': [{ subject: 'individual' }],
};

/** Returns whether records make it likely of a name, and nobody has said anything of it. */
export function isLikely(likely: Likely, row: NameRow): boolean {
  switch (likely) {
    case 'filing-shown':
      return row.filing !== '' && row.existing === '';
    case 'on-hold':
      return row.realName === '' && row.statuses.split(',').includes('serverHold');
    case 'holder-organisation':
      return row.holderKind === 'organisation';
    case 'holder-individual':
      return row.holderKind === 'individual';
  }
}
