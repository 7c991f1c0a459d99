import fc from 'fast-check';
import { parse } from 'tldts';
import { describe, expect, test } from 'vitest';
import type { Domain, Problem } from '../../../../src/domain/hostname/domain.ts';
import { domainReader } from '../../../../src/domain/hostname/read-domain.ts';
import { readHost } from '../../../../src/domain/hostname/read-host.ts';
import { PSL_VECTORS } from '../../../support/psl-vectors.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const readDomain = domainReader(rules);

function read(input: string): Domain | Problem {
  const host = readHost(input);
  return 'type' in host ? host : readDomain(host);
}

/**
 * Approved suffixes that the Public Suffix List does not have: our registrable domain is one label
 * longer there.
 */
const NOT_ON_THE_LIST = new Set(
  rules.suffixes
    .map((fact) => fact.suffix)
    .filter(
      (suffix) => suffix.includes('.') && parse(`x.${suffix}`, { allowPrivateDomains: false }).publicSuffix !== suffix,
    ),
);

describe('the Public Suffix List’s own vectors', () => {
  // The vectors take the whole list: below a platform's suffix, the name that the platform gives
  // out.
  const withExample = domainReader({ ...rules, specialUse: [] });
  test.each(PSL_VECTORS)('%s → %s', (name, expected) => {
    const host = readHost(name);
    if ('type' in host) throw new Error(`${name} was not read`);
    const domain = withExample(host);
    if ('type' in domain) return expect(expected).toBeNull();
    if (domain.platform === null) return expect(domain.registrable).toBe(expected);
    const depth = domain.platform.suffix.split('.').length + 1;
    const labels = domain.host.split('.');
    return expect(labels.length < depth ? null : labels.slice(-depth).join('.')).toBe(expected);
  });
});

describe('tldts holds us true', () => {
  test('the only suffixes that we split differently are those of the facts that the list lacks', () => {
    expect([...NOT_ON_THE_LIST].sort()).toEqual(['xn--55qw42g.cn', 'xn--zfr164b.cn']);
  });

  const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?$/).filter((text) => !/^..--/.test(text));
  const suffix = fc.oneof(
    fc.constantFrom(...rules.suffixes.map((fact) => fact.suffix)),
    fc.constantFrom(
      ...rules.platforms.flatMap((platform) => platform.suffixes.map((rule) => rule.replace(/^(?:\*\.|!)/, ''))),
    ),
    label,
  );
  const host = fc.tuple(fc.array(label, { maxLength: 3 }), suffix).map(([labels, tail]) => [...labels, tail].join('.'));
  /** Platforms that we know beyond the list's private section. */
  const beyond = rules.platforms
    .flatMap((platform) => platform.suffixes)
    .filter(
      (rule) => parse(`x.${rule.replace('*', 'y').replace('!', '')}`, { allowPrivateDomains: true }).isPrivate !== true,
    );

  test('each platform that the list lacks rests on a source that is not the list', () => {
    const lines = rules.platforms.filter((platform) => platform.suffixes.some((rule) => beyond.includes(rule)));
    expect(beyond.length).toBeGreaterThan(200);
    for (const { suffixes, cites } of lines)
      expect(
        cites.some((source) => source !== 'public-suffix-list'),
        suffixes.join(' '),
      ).toBe(true);
  });

  test('registrable domain equals the ICANN answer, and belonging to a platform the private answer', () => {
    let platforms = 0;
    fc.assert(
      fc.property(host, (name) => {
        const ours = read(name);
        if (
          'type' in ours &&
          (ours.type === 'special-use' || ours.type === 'ip-address' || ours.type === 'not-a-hostname')
        )
          return;
        if ([...NOT_ON_THE_LIST].some((listed) => name === listed || name.endsWith(`.${listed}`))) return;
        const icann = parse(name, { allowPrivateDomains: false });
        if ('type' in ours) {
          expect(icann.domain, name).toBeNull();
          return;
        }
        expect(ours.registrable, name).toBe(icann.domain);
        if (beyond.some((known) => name === known || name.endsWith(`.${known}`))) return;
        expect(ours.platform !== null, name).toBe(parse(name, { allowPrivateDomains: true }).isPrivate === true);
        if (ours.platform !== null) platforms++;
      }),
      { numRuns: 20_000 },
    );
    expect(platforms, 'the interesting case was reached').toBeGreaterThan(1000);
  });

  test('every approved suffix splits a name and a sub-domain as tldts does', () => {
    for (const fact of rules.suffixes) {
      if (NOT_ON_THE_LIST.has(fact.suffix)) continue;
      for (const name of [`shop.${fact.suffix}`, `www.shop.${fact.suffix}`]) {
        const ours = read(name);
        expect('type' in ours ? null : ours.registrable, name).toBe(parse(name, { allowPrivateDomains: false }).domain);
      }
      expect(read(fact.suffix), fact.suffix).toHaveProperty('type', 'is-a-suffix');
    }
  });
});

describe('what is no domain', () => {
  test.each([
    ['intranet-host', 'single-label'],
    ['localhost', 'special-use'],
    ['app.localhost', 'special-use'],
    ['router.local', 'special-use'],
    ['db.internal', 'special-use'],
    ['site.test', 'special-use'],
    ['duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion', 'special-use'],
    ['nas.home.arpa', 'special-use'],
    ['com', 'is-a-suffix'],
    ['.io', 'is-a-suffix'],
    ['com.cn', 'is-a-suffix'],
    ['co.uk', 'is-a-suffix'],
    ['中国', 'is-a-suffix'],
    ['政务.cn', 'is-a-suffix'],
    ['my_name.com', 'not-a-hostname'],
  ])('%s → %s', (name, type) => {
    expect(read(name)).toHaveProperty('type', type);
  });

  test('example.com is an ordinary name although .example is reserved', () => {
    expect(read('www.example.com')).toMatchObject({ registrable: 'example.com', suffix: 'com', platform: null });
  });
});

test('a platform keeps the ICANN registrable domain, with the platform named', () => {
  expect(read('foo.github.io')).toMatchObject({
    registrable: 'github.io',
    suffix: 'io',
    platform: { suffix: 'github.io', owner: { en: 'GitHub' } },
  });
  expect(read('my.myshopify.com')).toMatchObject({
    registrable: 'myshopify.com',
    platform: { suffix: 'myshopify.com' },
  });
  expect(read('bucket.oss-cn-hangzhou.aliyuncs.com')).toMatchObject({
    registrable: 'aliyuncs.com',
    platform: { owner: { zh_CN: '阿里云' } },
  });
});
