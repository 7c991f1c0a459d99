import { describe, expect, test } from 'vitest';
import { addressOf, readPlan } from '../../../../scripts/start/start.ts';

describe('npm start', () => {
  test('takes hosts, a browser and a language', () => {
    expect(readPlan(['a.cn', '--browser', 'firefox', 'b.io', '--language=zh'])).toEqual({
      ok: true,
      browser: 'firefox',
      language: 'zh-CN',
      hosts: ['a.cn', 'b.io'],
    });
    expect(readPlan(['--language=ja'])).toMatchObject({ language: 'ja' });
    expect(readPlan([])).toEqual({ ok: true, browser: 'chromium', language: 'en-US', hosts: [] });
  });

  test.each([
    [['--browser', 'safari']],
    [['--language', 'fr']],
    [['--language', 'constructor']],
    [['--no-such-option']],
    [['--browser']],
  ])('says what is wrong with %j', (argv) => {
    expect(readPlan(argv)).toHaveProperty('wrong');
  });

  test.each([
    ['www.example.com', 'https://www.example.com/'],
    ['HTTPS://Example.COM/path', 'https://example.com/'],
    ['例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/'],
    ['192.168.1.1', 'https://192.168.1.1/'],
    ['[::1]', 'https://[::1]/'],
    ['about:blank', 'about:blank'],
    ['a b', ''],
    ['', ''],
  ])('opens %j at %j', (input, address) => {
    expect(addressOf(input)).toBe(address);
  });
});
