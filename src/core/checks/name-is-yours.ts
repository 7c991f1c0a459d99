import type { Finding } from '../model.ts';
import { citePrinciple, displayTail, type Question } from '../question.ts';

/**
 * Is this a name that the person could hold? Names below a platform's suffix (`foo.github.io`) belong to the
 * platform: only the platform could file the registrable domain.
 */
export function nameIsYours({ domain, facts }: Question): Finding {
  const { platform } = domain;
  const registrable = displayTail(domain, domain.registrable);
  if (platform === null) {
    return {
      check: 'name-is-yours',
      outcome: 'pass',
      because: { code: 'name-registrable', params: { registrable } },
      cites: citePrinciple(facts, 'registrable-domain-is-filed'),
      against: [],
    };
  }
  const cites = platform.cites.map((source) => ({ source }));
  const params = { registrable, suffix: displayTail(domain, platform.suffix) };
  return {
    check: 'name-is-yours',
    outcome: 'fail',
    because:
      platform.owner === null
        ? { code: 'name-of-platform', params }
        : { code: 'name-of-known-platform', params: { ...params, owner: platform.owner } },
    cites,
    against: [],
  };
}
