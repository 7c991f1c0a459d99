import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayOf } from '../../../../src/domain/hostname/labels.ts';
import { readHost } from '../../../../src/domain/hostname/read-host.ts';

describe('a host is read from whatever a person has', () => {
  test.each([
    ['example.com', 'example.com'],
    ['  Example.COM  ', 'example.com'],
    ['“example.com”', 'example.com'],
    ['《例子.中国》', 'xn--fsqu00a.xn--fiqs8s'],
    ["'example.com',", 'example.com'],
    ['`example.com`;', 'example.com'],
    ['https://www.example.com/a/b?c#d', 'www.example.com'],
    ['HTTPS://User:Pass@Example.com:8443/x', 'example.com'],
    ['user:pass@example.com', 'example.com'],
    ['example.com:8080', 'example.com'],
    ['example.com:8080/path', 'example.com'],
    ['//example.com/path', 'example.com'],
    ['ftp://example.com', 'example.com'],
    ['wss://example.com/socket', 'example.com'],
    ['ssh://git@example.com:22/x', 'example.com'],
    ['mailto:someone@example.com', 'example.com'],
    ['someone@example.com', 'example.com'],
    ['view-source:https://example.com/', 'example.com'],
    ['blob:https://example.com/1234', 'example.com'],
    ['example.com.', 'example.com'],
    ['example。com', 'example.com'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com'],
    ['ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／', 'example.com'],
    ['\u3000example.com\u3000', 'example.com'],
    ['\u200bexample.com\ufeff', 'example.com'],
    ['例子.中国', 'xn--fsqu00a.xn--fiqs8s'],
    ['XN--FSQU00A.XN--FIQS8S', 'xn--fsqu00a.xn--fiqs8s'],
    ['_dmarc.example.com', '_dmarc.example.com'],
    ['my_shop.example.com', 'my_shop.example.com'],
    ['data:8080', 'data'],
    ['（example.com）', 'example.com'],
    ['(example.com)!', 'example.com'],
    ['example.com！', 'example.com'],
    ['*.example.com', 'example.com'],
    ['https://user@.example.com/', 'example.com'],
    ['example.com的备案', 'example.com'],
    ['请问www.example.com能备案吗？', 'www.example.com'],
    ['域名：example.com', 'example.com'],
    ['https://example.com/a_(b)', 'example.com'],
    // Where it may be a name as it stands, it is one.
    ['我的example.com', 'xn--example-be7nl68l.com'],
    ['例子.com', 'xn--fsqu00a.com'],
  ])('%j → %s', (input, host) => {
    expect(readHost(input)).toMatchObject({ host });
    expect(readHost(input)).not.toHaveProperty('type');
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['""', 'empty'],
    ['hello world', 'not-a-hostname'],
    ['exa\tmple.com', 'not-a-hostname'],
    ['a..cn', 'not-a-hostname'],
    ['-a.cn', 'not-a-hostname'],
    ['a-.cn', 'not-a-hostname'],
    ['https://', 'not-a-hostname'],
    ['example.com:99999', 'not-a-hostname'],
    ['xn--.cn', 'not-a-hostname'],
    [`${'a'.repeat(64)}.com`, 'not-a-hostname'],
    [`${'a.'.repeat(127)}com`, 'not-a-hostname'],
    ['192.168.1.1', 'ip-address'],
    ['http://192.168.1.1:8080/x', 'ip-address'],
    ['0x7f.1', 'ip-address'],
    ['3232235777', 'ip-address'],
    ['1.2', 'ip-address'],
    ['0300.0250.1.1', 'ip-address'],
    ['１９２．１６８．１．１', 'ip-address'],
    ['[::1]', 'ip-address'],
    ['::1', 'ip-address'],
    ['2001:db8::1', 'ip-address'],
    ['fe80::1%eth0', 'ip-address'],
    ['http://[2001:db8::1]:8080/', 'ip-address'],
    ['256.256.256.256', 'not-a-hostname'],
    ['about:blank', 'browser-page'],
    ['chrome://settings', 'browser-page'],
    ['edge://version', 'browser-page'],
    ['file:///etc/hosts', 'browser-page'],
    ['moz-extension://0000/src/entries/popup/index.html', 'browser-page'],
    ['chrome-extension://abc/x.html', 'browser-page'],
    ['data:text/html,hi', 'browser-page'],
    ['javascript:alert(1)', 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'browser-page'],
    ['https://chrome.google.com/webstore/detail/x', 'browser-page'],
    ['https://addons.mozilla.org/en-US/firefox/', 'browser-page'],
    ['https://microsoftedge.microsoft.com/addons/detail/x', 'browser-page'],
  ])('%j is a problem: %s', (input, type) => {
    expect(readHost(input)).toMatchObject({ type });
  });

  test('a store host without the store path is an ordinary site', () => {
    expect(readHost('https://chrome.google.com/other')).toMatchObject({ host: 'chrome.google.com' });
  });
});

describe('what must always hold', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain(), fc.string({ unit: 'grapheme' }));

  test('reading never throws, and reading a result again changes nothing', () => {
    let hosts = 0;
    fc.assert(
      fc.property(anyText, (input) => {
        const read = readHost(input);
        if ('type' in read) return;
        hosts++;
        expect(readHost(read.host)).toEqual(read);
        expect(read.host).toMatch(/^[a-z0-9._-]+$/);
      }),
      { numRuns: 3000 },
    );
    expect(hosts, 'the interesting case was reached').toBeGreaterThan(500);
  });

  test('spelling does not matter: case, port, path, quotes and full-width dots give the same host', () => {
    fc.assert(
      fc.property(
        fc.domain(),
        fc.constantFrom('', '.', ':443', '/x', ':8443/x?y#z'),
        fc.boolean(),
        (domain, tail, upper) => {
          const plain = readHost(domain);
          const spelt = ` "${(upper ? domain.toUpperCase() : domain).replaceAll('.', '。')}${tail}" `;
          expect(readHost(spelt)).toEqual(plain);
        },
      ),
    );
  });

  test('display form reads back to the same host', () => {
    for (const host of ['xn--fsqu00a.xn--fiqs8s', 'a.xn--55qx5d.cn', 'example.com']) {
      expect(readHost(displayOf(host))).toMatchObject({ host });
    }
  });
});
