import { listedSuffix } from './checks/suffix-approved.ts';
import type { Coverage, CoverageKind, PrincipleId } from './model.ts';
import { citePrinciple, type Question } from './question.ts';

/**
 * Which filing covers this host? Out: the kind, the name whose filing it is, and whether the answer still hangs on
 * something that nobody has told us. A platform's names come first: its own filing serves them, wherever they are.
 */
export function coverageOf({ domain, answers, facts }: Question): Coverage {
  const { host, registrable, platform } = domain;
  const known = answers.sameProvider !== undefined;
  const covered = (
    kind: CoverageKind,
    record: string | null,
    conditional: boolean,
    principle: PrincipleId,
  ): Coverage => ({
    kind,
    record,
    conditional,
    cites: citePrinciple(facts, principle),
  });

  if (platform !== null) {
    return {
      kind: 'platform',
      record: registrable,
      conditional: false,
      cites: platform.cites.map((source) => ({ source })),
    };
  }
  if (answers.hosting === 'elsewhere') return covered('outside', null, false, 'no-filing-outside-the-mainland');
  if (host === registrable) return covered('is-the-name', registrable, !known, 'registrable-domain-is-filed');
  if (listedSuffix(registrable, facts.suffixes)?.restriction === 'government') {
    return covered('own-filing', host, true, 'government-sub-domains-file-themselves');
  }
  if (answers.sameProvider === false) {
    return covered('access-filing-needed', registrable, false, 'access-filing-at-another-provider');
  }
  return covered('shares-record', registrable, !known, 'sub-domains-share-the-filing');
}
