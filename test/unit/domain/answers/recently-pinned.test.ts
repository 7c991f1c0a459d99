import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesBeside, decodeSeen, isHost, withSeen } from '../../../../src/domain/answers/recently-pinned.ts';

describe('what was in view', () => {
  test.each([[undefined], [null], [7], ['example.com'], [{ 0: 'example.com' }]])('%j holds no hosts', (value) => {
    expect(decodeSeen(value)).toEqual([]);
  });

  test('what is no host is left out, and each is there once', () => {
    expect(decodeSeen(['b.cn', 7, 'Not A Host', 'a.cn', 'b.cn', 'a'.repeat(254)])).toEqual(['b.cn', 'a.cn']);
  });

  test('the last one comes first; one without answers leaves no trace', () => {
    expect(withSeen(['a.cn', 'b.io'], 'www.b.io', ['a.cn', 'b.io'])).toEqual(['www.b.io', 'a.cn', 'b.io']);
    expect(withSeen(['a.cn'], 'secret.org', ['a.cn'])).toEqual(['a.cn']);
    expect(withSeen(['a.cn', 'gone.cn'], null, ['a.cn'])).toEqual(['a.cn']);
    expect(withSeen([], 'notexample.com', ['example.com'])).toEqual([]);
  });
});

describe('what to switch to', () => {
  test('is not what is in view; a domain is named once, by the host that was seen of it', () => {
    expect(casesBeside('shop.a.cn', ['shop.a.cn', 'www.b.io'], ['a.cn', 'b.io', 'c.com'])).toEqual([
      'www.b.io',
      'c.com',
    ]);
    expect(casesBeside(null, [], ['a.cn'])).toEqual(['a.cn']);
    expect(casesBeside('a.cn', [], ['a.cn'])).toEqual([]);
  });

  test('every domain with answers is within reach, and nothing else', () => {
    const domain = fc.constantFrom('a.cn', 'b.io', 'c.com', 'd.org');
    const host = fc.oneof(
      domain,
      domain.map((one) => `www.${one}`),
    );
    let beside = 0;
    fc.assert(
      fc.property(
        fc.option(host, { nil: null }),
        fc.array(host, { maxLength: 30 }),
        fc.uniqueArray(domain),
        (now, seen, kept) => {
          const listed = casesBeside(now, decodeSeen(seen), kept);
          beside += listed.length;
          const all = now === null ? listed : [now, ...listed];
          expect(new Set(all).size).toBe(all.length);
          for (const one of kept) expect(all.some((name) => name.endsWith(one))).toBe(true);
          for (const one of listed) expect(kept.some((name) => one.endsWith(name)) && isHost(one)).toBe(true);
        },
      ),
    );
    expect(beside).toBeGreaterThan(50);
  });
});
