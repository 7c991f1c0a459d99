/** What suffix-list.test.ts asks of every rule, asked of a million names that nobody wrote down. */
import { describe, expect, test } from 'vitest';
import { loadRules } from '../../../../src/cli/load-ruleset.ts';
import { domainReader } from '../../../../src/domain/hostname/read-domain.ts';
import { rulesIn, suffixReader } from '../../../../src/domain/hostname/suffix-list.ts';
import { hosts, pslOn, sameDomain, sameSuffix } from '../../../support/many-hosts.ts';
import { rules as shipped } from '../../../support/shipped-ruleset.ts';

const whole = loadRules();
const suffixOf = suffixReader(whole.suffixList);
/** Every rule as the name that it is about. */
const bases = rulesIn(whole.suffixList).map((rule) => rule.replace(/^(?:\*\.|!)/, ''));

describe('the compiled list answers as psl does', () => {
  test('on a million other hosts', () => {
    const wrong: string[] = [];
    let listed = 0;
    for (const host of hosts(1_000_000, bases)) {
      const [ours, theirs] = [suffixOf(host), pslOn(host)];
      if (theirs.listed) listed++;
      if (!sameSuffix(ours, theirs)) wrong.push(host);
    }
    expect(wrong).toEqual([]);
    expect(listed, 'names with a listed suffix, and others').toBeGreaterThan(500_000);
    expect(listed).toBeLessThan(900_000);
  });
});

describe('the list that is shipped, without what other facts hold already, gives the same domains', () => {
  const [readWhole, readShipped] = [domainReader(whole), domainReader(shipped)];
  const wholeSays = (host: string) => readWhole({ host, display: host });
  const shippedSays = (host: string) => readShipped({ host, display: host });

  test('on 200,000 other hosts', () => {
    const wrong: string[] = [];
    for (const host of hosts(200_000, bases)) if (!sameDomain(shippedSays(host), wholeSays(host))) wrong.push(host);
    expect(wrong).toEqual([]);
  });
});
