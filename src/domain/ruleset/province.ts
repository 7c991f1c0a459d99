/** Provinces and the rules of their communications administrations. */
import type { Text } from '../common/locale.ts';
import type { Citation } from './source.ts';

/** Who a filing is made for. */
export const SUBJECTS = ['individual', 'organisation', 'public-institution', 'government'] as const;

export type Subject = (typeof SUBJECTS)[number];

/**
 * Who holds the name, seen from the filing subject: the subject itself, one of an organization's
 * people, or somebody else.
 */
export const HOLDERS = ['same', 'shareholder', 'legal-representative', 'principal', 'executive', 'other'] as const;

export type Holder = (typeof HOLDERS)[number];

/** Kinds of rules that say all by being there. */
export const SIMPLE_RULES = [
  'confirmation-letter',
  'commitment-letter',
  'same-city-address',
  'one-number',
  'holder-name-form',
  'local-licence',
  'public-body-approval',
  'foreign-parent',
  'subject-change-refused',
] as const;

export type SimpleRule = (typeof SIMPLE_RULES)[number];

/** One rule of a communications administration, as a source of a certain year tells it. */
export type ProvinceRule =
  | { readonly kind: 'holder'; readonly accepts: readonly Holder[]; readonly cites: readonly Citation[] }
  | { readonly kind: 'minimum-validity'; readonly months: number; readonly cites: readonly Citation[] }
  | { readonly kind: 'overseas-registrar-refused'; readonly cites: readonly Citation[] }
  | {
      readonly kind: 'domain-certificate';
      /** From how many names in one order it is wanted. */
      readonly from: number;
      readonly subject?: Subject;
      /**
       * What is counted: all names of the subject, filed ones too; those of one order if not given.
       */
      readonly counts?: 'subject';
      readonly cites: readonly Citation[];
      /** Newer sources that want none. */
      readonly against?: readonly Citation[];
    }
  | {
      readonly kind: 'websites-per-order';
      readonly most: number;
      /** Holds for a subject that has more websites filed than this; for all if not given. */
      readonly filedOver?: number;
      readonly subject?: Subject;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'public-body-suffix';
      readonly subject: Subject;
      /** Suffixes of which the name must have one (A-labels). */
      readonly suffixes: readonly string[];
      readonly cites: readonly Citation[];
    }
  | { readonly kind: 'own-suffix-list'; readonly cites: readonly Citation[] }
  | {
      readonly kind: 'foreign-representative';
      /** Where the papers of a legal representative are from, of whom the province asks more. */
      readonly of: readonly ('hk-mo-tw' | 'abroad')[];
      /**
       * `accepted`: their own document will do; `mainland-principal`: a mainland citizen must be
       * authorized.
       */
      readonly outcome: 'accepted' | 'mainland-principal';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'individual-from-outside';
      readonly of: readonly ('hk-mo-tw' | 'abroad')[];
      /**
       * `permit`, `proof`: accepted with a residence permit, or with proof of study, work or life
       * there.
       */
      readonly outcome: 'accepted' | 'permit' | 'proof' | 'refused';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'registrar-before';
      /**
       * Before which application a name at an overseas registrar must have moved, also one that is
       * filed.
       */
      readonly application: 'access-filing' | 'change';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'suffix-at-access';
      /**
       * Suffixes (A-labels) that are not approved: whether a name below one that was filed before
       * 2018 can have an access filing.
       */
      readonly suffixes: readonly string[];
      readonly outcome: 'accepted' | 'refused';
      readonly cites: readonly Citation[];
    }
  | { readonly kind: 'representative-office'; readonly accepted: boolean; readonly cites: readonly Citation[] }
  | { readonly kind: 'shows-main-number'; readonly cites: readonly Citation[] }
  | {
      readonly kind: 'principal';
      /**
       * Who an organization's person in charge must be: its legal representative, anybody whom that
       * one authorizes, or anybody.
       */
      readonly outcome: 'legal-representative' | 'authorised' | 'anyone';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'individual-from-elsewhere';
      /**
       * What a person with an identity card of another province needs; with `local-card` such a
       * person cannot file.
       */
      readonly outcome: 'local-card' | 'permit' | 'proof' | 'local-phone' | 'accepted';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'site-plan';
      /** From how many sites of the subject on. */
      readonly from: number;
      readonly subject?: Subject;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'statement';
      /** From how many sites of the subject on. */
      readonly from: number;
      readonly subject?: Subject;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'site-cap';
      /** How many sites a subject may have. */
      readonly most: number;
      readonly subject?: Subject;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'empty-subject';
      /** Whether a subject without services may add one, or must cancel its filing first. */
      readonly outcome: 'adds' | 'cancels';
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'reserved-label';
      /** What no label of the name may hold unless a body of the state files it. */
      readonly labels: readonly string[];
      /** Only below this suffix (A-label). */
      readonly suffix?: string;
      readonly cites: readonly Citation[];
    }
  | {
      readonly kind: 'filed-sites';
      /** Whether sites that are filed must be open, or may be closed, while another is added. */
      readonly outcome: 'open' | 'closed';
      readonly cites: readonly Citation[];
    }
  | { readonly kind: 'local-phone'; readonly subject?: Subject; readonly cites: readonly Citation[] }
  | {
      readonly kind: 'minimum-age';
      readonly years: number;
      readonly subject?: Subject;
      readonly cites: readonly Citation[];
    }
  | { [K in SimpleRule]: { readonly kind: K; readonly cites: readonly Citation[] } }[SimpleRule]
  | { readonly kind: 'note'; readonly text: Text; readonly cites: readonly Citation[] };

export interface Province {
  /** Two letters as in the province's suffix below `.cn` (`bj`, `ha` for Henan). */
  readonly id: string;
  readonly name: Text;
  /** Its communications administration. */
  readonly authority: Text;
  /** The character that its filing numbers begin with. */
  readonly letter: string;
  /**
   * The character that its public-security numbers begin with, and the two digits of its code (GB/T
   * 2260).
   */
  readonly police: { readonly letter: string; readonly code: string };
  readonly cites: readonly Citation[];
  readonly rules: readonly ProvinceRule[];
}
