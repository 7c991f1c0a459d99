/**
 * What a verdict comes to for the person who looks at it: each situation has a first screen of its
 * own.
 */

import type { RulesetIndex } from '../ruleset/ruleset-index.ts';
import { listedSuffix } from '../ruleset/ruleset-index.ts';
import type { Verdict } from './verdict.ts';

export const SITUATIONS = [
  /** Somebody else gives the name out: whose it is comes first. */
  'platform',
  /** Served where no filing is needed. */
  'outside',
  /** The person says that the filing is theirs. */
  'filed',
  /** A government's name, and the person has not said that they work there. */
  'government',
  /** The suffix cannot be filed. */
  'cannot',
  /** Sources do not settle the suffix, or the registrar. */
  'suffix-unknown',
  'registrar-unknown',
  /** Something can be put right. */
  'not-yet',
  /** Something else is not known. */
  'unknown',
  'undecided',
  'eligible',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/** Returns the situation that a verdict is. */
export function situationOf(
  { coverage, domain, findings, standing }: Verdict,
  facts: Pick<RulesetIndex, 'suffixes'>,
  isOfGovernment: boolean,
): Situation {
  const outcomeOf = (check: string) => findings.find((one) => one.check === check)?.outcome;
  if (standing === 'filed') return 'filed';
  if (coverage.kind === 'platform') return 'platform';
  if (coverage.kind === 'outside') return 'outside';
  const isGovernment = listedSuffix(domain.registrable, facts.suffixes)?.restriction === 'government';
  if (isGovernment && !isOfGovernment && standing !== 'eligible') return 'government';
  if (outcomeOf('suffix-approved') === 'fail') return 'cannot';
  if (standing === 'ineligible') return 'not-yet';
  if (outcomeOf('suffix-approved') === 'cannot-tell') return 'suffix-unknown';
  if (outcomeOf('registrar-licensed') === 'cannot-tell') return 'registrar-unknown';
  if (standing === 'unknown') return 'unknown';
  return standing === 'depends' ? 'undecided' : 'eligible';
}
