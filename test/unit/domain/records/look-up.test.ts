/** "Look it up" leads to the place that has the record of this suffix, and to no other name's. */
import { describe, expect, test } from 'vitest';
import { lookUpsFor } from '../../../../src/domain/records/look-up.ts';
import { engine, rules } from '../../../support/shipped-ruleset.ts';

function placesOf(name: string, { registrar, readsJson = true }: { registrar?: string; readsJson?: boolean } = {}) {
  const domain = engine.read(name);
  if (!('registrable' in domain)) throw new Error(`${name} is no domain`);
  const { registrable, suffix } = domain;
  return lookUpsFor({ registrable, suffix, registrar, readsJson }, rules.lookUps).map(({ kind, url }) => [kind, url]);
}
const MIIT = ['miit', 'https://beian.miit.gov.cn/#/Integrated/recordQuery'];
const icann = (name: string) => ['registry', `https://lookup.icann.org/en/lookup?name=${name}`];
const cnnic = (name: string) => ['cnnic', `https://webwhois.cnnic.cn/WhoisServlet?queryType=Domain&domain=${name}`];

describe('the places for a name', () => {
  test.each([
    ['www.shili.com', [['rdap', 'https://rdap.verisign.com/com/v1/domain/shili.com'], icann('shili.com'), MIIT]],
    [
      'shili.info',
      [['rdap', 'https://rdap.identitydigital.services/rdap/domain/shili.info'], icann('shili.info'), MIIT],
    ],
    ['shili.xyz', [['rdap', 'https://rdap.centralnic.com/xyz/domain/shili.xyz'], icann('shili.xyz'), MIIT]],
    ['shili.top', [['rdap', 'https://rdap.zdnsgtld.com/top/domain/shili.top'], icann('shili.top'), MIIT]],
    // Approved, and in no list of RDAP servers.
    ['shili.co', [icann('shili.co'), MIIT]],
    // Not approved: nothing is known of its servers.
    ['shili.io', [icann('shili.io'), MIIT]],
    ['shili.com.cn', [cnnic('shili.com.cn'), MIIT]],
    ['示例.中国', [cnnic('xn--fsq092h.xn--fiqs8s'), MIIT]],
    ['shili.gov.cn', [cnnic('shili.gov.cn'), MIIT]],
  ])('%s', (name, places) => expect(placesOf(name)).toEqual(places));

  test('below .cn the registrar’s own page is offered where the registrar is known and has one', () => {
    expect(placesOf('shili.cn', { registrar: 'alibaba-cloud' })[1]).toEqual([
      'registrar',
      'https://whois.aliyun.com/domain/shili.cn',
    ]);
    expect(placesOf('shili.cn', { registrar: 'dnspod' })[1]?.[1]).toContain('domain=shili.cn');
    expect(placesOf('shili.cn', { registrar: 'godaddy' }).map(([kind]) => kind)).toEqual(['cnnic', 'miit']);
    expect(placesOf('shili.com', { registrar: 'alibaba-cloud' }).map(([kind]) => kind)).not.toContain('registrar');
  });

  test('where a tab with JSON cannot be read the page for people comes first', () => {
    expect(placesOf('shili.com', { readsJson: false }).map(([kind]) => kind)).toEqual(['registry', 'rdap', 'miit']);
  });

  test('no approved suffix outside of .cn, .中国 and .co is without RDAP', () => {
    const served = new Set(rules.lookUps.rdap.flatMap(({ suffixes }) => suffixes));
    const without = rules.suffixes.filter(({ status, suffix }) => status === 'approved' && !served.has(suffix));
    const odd = without.filter(({ suffix }) => !/(?:^|\.)(?:cn|xn--fiqs8s|xn--fiqz9s|co)$/.test(suffix));
    expect(odd.map(({ suffix }) => suffix)).toEqual([]);
  });
});
