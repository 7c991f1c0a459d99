/** All facts together. */

import type { Day } from '../common/days.ts';
import type { Console } from './console.ts';
import type { Duration } from './durations.ts';
import type { Guidance } from './guidance.ts';
import type { HolidayYear } from './holidays.ts';
import type { Province } from './province.ts';
import type { Registrar } from './registrar.ts';
import type { Citation, Source } from './source.ts';
import type { Platform, PslDifferences, SpecialUseName, SuffixFact, SuffixList } from './suffix.ts';

/** The rules of law and practice that the checks apply, each with its sources. */
export const LEGAL_BASES = [
  'access-filing-at-another-provider',
  'account-and-papers-are-free',
  'filing-cannot-be-made-again',
  'general-holders',
  'government-sub-domains-file-themselves',
  'holder-is-the-subject',
  'licensed-registrar',
  'no-filing-outside-the-mainland',
  'no-other-filing-on-the-name',
  'not-expired',
  'not-verified-at-access-filing',
  'one-name-per-website',
  'papers-of-people-from-outside',
  'provider-inspects',
  'provinces-have-rules',
  'public-bodies-have-suffixes',
  'real-name-is-done',
  'real-name-is-recorded',
  'real-name-since-2018',
  'registrable-domain-is-filed',
  'served-from-the-mainland',
  'service-codes',
  'services-per-individual',
  'some-provinces-want-certificates',
  'sub-domains-share-the-filing',
  'subject-has-mainland-papers',
  'suffix-on-the-list',
  'three-months-left',
  'transfer-limits',
  'verified-at-change',
  'verified-at-filing',
  'websites-per-order',
] as const;

export type LegalBasisId = (typeof LEGAL_BASES)[number];

export interface LegalBasis {
  readonly id: LegalBasisId;
  readonly cites: readonly Citation[];
}

/** When the facts were last read as a whole. */
export interface RulesetMetadata {
  readonly date: string;
  /** The day on which a person loaded these rules from a file; absent for those of the build. */
  readonly loadedOn?: Day;
}

/** All facts, checked. */
export interface Ruleset extends Guidance {
  readonly stamp: RulesetMetadata;
  readonly principles: readonly LegalBasis[];
  readonly sources: readonly Source[];
  readonly suffixes: readonly SuffixFact[];
  readonly platforms: readonly Platform[];
  readonly specialUse: readonly SpecialUseName[];
  readonly holidays: readonly HolidayYear[];
  readonly durations: readonly Duration[];
  readonly pslDifferences: PslDifferences;
  readonly suffixList: SuffixList;
  readonly registrars: readonly Registrar[];
  readonly consoles: readonly Console[];
  readonly provinces: readonly Province[];
}
