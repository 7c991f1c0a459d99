/** What is checked of a domain, and the ways in which a filing covers a host. */

/** The checks of a verdict, in the order in which a case is settled. */
export const CHECKS = [
  'filing-needed',
  'suffix-approved',
  'name-is-yours',
  'subject-can-file',
  'registrar-licensed',
  'registration-valid',
  'real-name-done',
  'real-name-recorded',
  'holder-matches',
  'no-foreign-record',
  'no-open-application',
  'certificate-ready',
  'province-accepts',
] as const;

export type CheckId = (typeof CHECKS)[number];

export const COVERAGE_KINDS = [
  'is-the-name',
  'shares-record',
  'access-filing-needed',
  'own-filing',
  'platform',
  'outside',
] as const;

export type CoverageKind = (typeof COVERAGE_KINDS)[number];
