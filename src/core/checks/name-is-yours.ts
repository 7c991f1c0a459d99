import type { Finding } from '../model.ts';
import { citePrinciple, displayTail, finding, type Question } from '../question.ts';

/**
 * Is this a name that the person could hold? Names below a platform's suffix (`foo.github.io`) belong to the
 * platform: only the platform could file the registrable domain.
 */
export function nameIsYours({ domain, facts }: Question): Finding {
  const { platform } = domain;
  const registrable = displayTail(domain, domain.registrable);
  if (platform === null) {
    const cites = citePrinciple(facts, 'registrable-domain-is-filed');
    return finding('name-is-yours', 'pass', 'name-registrable', cites, { registrable });
  }
  const cites = platform.cites.map((source) => ({ source }));
  const params = { registrable, suffix: displayTail(domain, platform.suffix) };
  return platform.owner === null
    ? finding('name-is-yours', 'fail', 'name-of-platform', cites, params)
    : finding('name-is-yours', 'fail', 'name-of-known-platform', cites, { ...params, owner: platform.owner });
}
