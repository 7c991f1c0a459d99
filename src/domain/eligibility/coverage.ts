import type { Answers } from '../answers/answers.ts';
import type { CoverageKind } from '../ruleset/check-ids.ts';
import type { LegalBasisId } from '../ruleset/ruleset.ts';
import { citationsForLegalBasis } from '../ruleset/ruleset-index.ts';
import { type AssessmentContext, requiresOwnFiling } from './assessment-context.ts';
import type { Coverage } from './verdict.ts';

/**
 * Which filing covers this host? Returns the kind, the name whose filing it is, and whether the
 * answer still hangs on something that nobody has told us. A platform's names come first: its own
 * filing serves them, wherever they are.
 */
export function coverageOf(question: AssessmentContext): Coverage {
  const { domain, answers, facts } = question;
  const { host, registrable, platform } = domain;
  const same = sameProviderOf(answers);
  const filed = answers.record === undefined ? null : answers.record === 'own';
  const covered = (
    kind: CoverageKind,
    filingDomain: string | null,
    conditional: boolean,
    principle: LegalBasisId,
  ): Coverage => ({
    kind,
    filingDomain,
    conditional,
    filed,
    cites: citationsForLegalBasis(facts, principle),
  });

  if (platform !== null) {
    return {
      kind: 'platform',
      filingDomain: registrable,
      conditional: false,
      filed: null,
      cites: platform.cites,
    };
  }
  if (answers.name === 'other')
    return { ...covered('platform', registrable, false, 'registrable-domain-is-filed'), filed: null };
  if (answers.hosting === 'elsewhere') return covered('outside', null, false, 'no-filing-outside-the-mainland');
  if (host === registrable)
    return covered('is-the-name', registrable, same === undefined, 'registrable-domain-is-filed');
  if (requiresOwnFiling(question)) {
    return covered('own-filing', host, true, 'government-sub-domains-file-themselves');
  }
  if (same === false) return covered('access-filing-needed', registrable, false, 'access-filing-at-another-provider');
  return covered('shares-record', registrable, same === undefined, 'sub-domains-share-the-filing');
}

/** Returns whether the host is served where the name is filed; undefined where nobody has told. */
export function sameProviderOf({ filedWith, servedBy, sameProvider }: Answers): boolean | undefined {
  if (sameProvider !== undefined) return sameProvider;
  // Two providers that we have no name for may or may not be one.
  if (filedWith === undefined || servedBy === undefined || (filedWith === 'other' && servedBy === 'other')) return;
  return filedWith === servedBy;
}
