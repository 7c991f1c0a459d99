import { toUnicodeName } from '../../hostname/unicode-name.ts';
import { citationsForLegalBasis } from '../../ruleset/ruleset-index.ts';
import type { PlatformUse } from '../../ruleset/suffix.ts';
import { type AssessmentContext, finding } from '../assessment-context.ts';
import { isBelowMachineMade } from '../machine-made.ts';
import type { Finding } from '../verdict.ts';

const OF_USE: Readonly<Record<PlatformUse, string>> = {
  target: 'name-is-target',
  tunnel: 'name-of-tunnel',
  site: 'name-of-site',
  service: 'name-of-service',
};

/**
 * Is this a name that the person could hold? Names below a platform's suffix (`foo.github.io`)
 * belong to the platform: only the platform could file the registrable domain. A host that looks
 * made by a machine may be one of many that somebody else gives out below a name that we do not
 * know: the person is asked.
 */
export function nameIsYours({ domain, answers, facts }: AssessmentContext): Finding {
  const check = 'name-is-yours';
  const { host, platform } = domain;
  const registrable = toUnicodeName(domain, domain.registrable);
  if (platform === null) {
    const rule = citationsForLegalBasis(facts, 'registrable-domain-is-filed');
    if (answers.name === 'other') return finding(check, 'fail', 'name-not-held', rule, { registrable });
    const isDoubtful = answers.name === undefined && isBelowMachineMade(host, domain.registrable);
    if (isDoubtful) return finding(check, 'needs-answer', 'name-maybe-shared', rule, { registrable });
    return finding(check, 'pass', 'name-registrable', rule, { registrable });
  }
  const params = { registrable, suffix: toUnicodeName(domain, platform.suffix) };
  const code = platform.use === undefined ? 'name-of-known-platform' : OF_USE[platform.use];
  return platform.owner === null
    ? finding(check, 'fail', 'name-of-platform', platform.cites, params)
    : finding(check, 'fail', code, platform.cites, { ...params, owner: platform.owner });
}
