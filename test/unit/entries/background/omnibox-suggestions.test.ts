import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/domain/answers/answers.ts';
import { LOCALES, type Locale } from '../../../../src/domain/common/locale.ts';
import { namesIn, suggestionsFor } from '../../../../src/entries/background/omnibox-suggestions.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { engine } from '../../../support/shipped-ruleset.ts';

function suggest(text: string, locale: Locale = 'en', answers: Answers = {}) {
  return suggestionsFor(text, { engine, t: wordsFor(locale), answersOn: async () => answers });
}

describe('the address bar', () => {
  test.each([
    ['example.io', /^example\.io: Not eligible for ICP filing\. .*\.io/],
    ['https://Example.IO/path?q=1', /^example\.io: Not eligible for ICP filing/],
    // It reads as another name.
    ['аррӏе.com', /^xn--80ak6aa92e\.com: Suffix approved/],
    ['例子.中国', /^例子\.中国: Suffix approved\. \d+ checks are left/],
    ['a.foo.me', /^a\.foo\.me: Can’t tell\. /],
    ['192.168.1.1', /^192\.168\.1\.1: IP address\. /],
    ['com.cn', /^com\.cn: A suffix, not a domain\. /],
    ['.io', /^io: A suffix, not a domain\. /],
    ['-a-.com', /^-a-\.com: Not a domain name\. /],
  ])('says of %s what there is to say, and why', async (text, words) => {
    expect((await suggest(text)).first).toMatch(words);
  });

  test.each(['', '  ', 'exampl'])('says what to type as long as “%s” may still become a name', async (text) => {
    expect(await suggest(text)).toEqual({ first: wordsFor('en')('omnibox_default'), others: [] });
  });

  test.each(LOCALES)('in %s promises nothing of names of which nothing but the suffix is known', async (locale) => {
    const approved = wordsFor(locale)('chip_yes');
    const promise = /can be filed|eligible|可以?备案|可以?備案|登録(?:が)?可能|登録でき/i;
    for (const text of ['example.com', 'shop.example.com.cn', 'example.top', '例子.中国', 'a.com b.cn c.net']) {
      const { first, others } = await suggest(text, locale);
      const said = [...(text.includes(' ') ? [] : [first]), ...others.map(({ words }) => words)];
      expect(said.length).toBeGreaterThan(0);
      for (const one of said) {
        expect(one).toContain(approved);
        expect(one).not.toMatch(promise);
      }
    }
  });

  test('speaks the language of the pages', async () => {
    expect((await suggest('example.io', 'zh_CN')).first).toMatch(/^example\.io：无法备案。/);
  });

  test('counts what the person told us, as the page does that Enter opens', async () => {
    expect((await suggest('example.com', 'en', { realName: 'not-done' })).first).toMatch(
      /: Not yet: verify the real name\. /,
    );
  });

  test('offers the registrable domain beside a sub-domain, and nothing beside itself', async () => {
    const { others } = await suggest('shop.example.com.cn');
    expect(others.map((one) => one.text)).toEqual(['example.com.cn']);
    expect(others[0]?.words).toMatch(/^example\.com\.cn: Suffix approved/);
    expect((await suggest('example.com.cn')).others).toEqual([]);
  });

  test('counts several names, each once, and says a word on the first five', async () => {
    const { first, others } = await suggest('a.com, b.io；c.cn、1.2.3.4 a.com e.org f.org');
    expect(first).toMatch(/^6 domains: /);
    expect(others.map((one) => one.text)).toEqual(['a.com', 'b.io', 'c.cn', '1.2.3.4', 'e.org']);
    expect(others[1]?.words).toBe('b.io: Not eligible for ICP filing');
    expect(others[3]?.words).toBe('1.2.3.4: IP address');
  });
});

test('names are parted by spaces and by the signs of lists, Chinese ones too', () => {
  expect(namesIn(' a.com,b.io;c.cn，d.cn；e.cn、f.cn\ng.cn ')).toEqual([
    'a.com',
    'b.io',
    'c.cn',
    'd.cn',
    'e.cn',
    'f.cn',
    'g.cn',
  ]);
});
