import fc from 'fast-check';
import { toASCII } from 'punycode/punycode.es6.js';
import { describe, expect, test } from 'vitest';
import { displayOf } from '../../../../src/domain/hostname/labels.ts';
import { readHost } from '../../../../src/domain/hostname/read-host.ts';

/**
 * Returns the host in A-labels, whatever its letters are: a registry, or somebody's own name
 * server, takes any.
 */
const registered = (host: string) => toASCII(host);

describe('names that must stay readable', () => {
  test.each([
    // Chinese, with the suffixes that the ministry knows.
    '例子.中国',
    '例子.中國',
    '例子.公司',
    '例子.网络',
    '百度.cn',
    '微信支付.cn',
    '佛山.广东',
    '政务.cn',
    '国泰君安证券.com',
    '第一财经.com',
    '一号店.com',
    '一.com',
    '十二星座.网址',
    '人人123.cn',
    '58同城.com',
    'qq邮箱.com',
    '我的example.com',
    '〇七事件.cn',
    '人々.cn',
    '龍.台灣',
    '丁香园.com',
    '乀人.com',
    // Japanese and Korean.
    '朝日あさひ.jp',
    'コマース.jp',
    'ノンソ.jp',
    'セブン-イレブン.jp',
    'カタカナ・ドット.jp',
    'お名前.com',
    '전자정부.kr',
    '삼성.한국',
    // European.
    'bücher.de',
    'straße.de',
    'café.fr',
    'łódź.pl',
    'žluťoučký.cz',
    'þór.is',
    'həyat.az',
    'ștefan.ro',
    'việtnam.vn',
    // Scripts with look-alikes, where a letter or the top-level domain tells.
    'правда.com',
    'сахар.рф',
    'москва.ru',
    'пример.бг',
    'ελλάδα.gr',
    'πλάτων.com',
    // Others, below a top-level domain of their own.
    'คน.ไทย',
    'موقع.السعودية',
    'उदाहरण.भारत',
    'გამარჯობა.გე',
  ])('%s', (host) => {
    expect(displayOf(registered(host))).toBe(host);
  });
});

describe('labels that could pass for others are shown as they are registered', () => {
  test.each<[string, string]>([
    ['a Latin word in Cyrillic', 'аррӏе.com'],
    ['another, with digits', 'рау2.com'],
    ['below a Chinese suffix', 'сосо.中国'],
    ['a Latin word in Greek', 'νικο.com'],
    ['Latin and Cyrillic', 'pаypal.com'],
    ['Latin and Greek', 'gοοgle.com'],
    ['Latin and Armenian', 'ѕօs.com'],
    ['Latin with an accent, and Han', 'é中.com'],
    ['Han and Cyrillic', '中а.com'],
    ['kana and Hangul', 'あ가.com'],
    ['a mark alone', '\u0301\u0301.com'],
    ['a mark in front', '\u0e31ก.ไทย'],
    ['a mark twice', 'ก\u0e34\u0e34.ไทย'],
    ['a mark that no letter takes', 'a\u0338b.com'],
    ['a dot above an i', 'i\u0307.com'],
    ['letters that are two', 'l\u0307a.com'],
    ['a space without width', 'lo\u200bgin.com'],
    ['a joiner', 'lo\u200dgin.com'],
    ['a soft hyphen', 'lo\u00adgin.com'],
    ['another direction', 'lo\u202egin.com'],
    ['a filler of Hangul', '가\u3164나.com'],
    ['a sign', 'i♥ny.com'],
    ['an emoji', '💩.la'],
    ['a control in a picture', 'lo⌁gin.evil.cn'],
    ['a slash', 'a⁄b.com'],
    ['a division', 'beian∕gov.com'],
    ['kana as a slash', 'example.comノa.cn'],
    ['a stroke as a slash', 'aノb.cn'],
    ['a Han stroke as a slash', 'a丿b.cn'],
    ['a line as an l', 'app丨e.com'],
    ['a circle as an o', 'g〇〇gle.com'],
    ['a cross as a plus', 'a十b.com'],
    ['strokes only', '丨丨.com'],
    ['circles only', '〇〇7.com'],
    ['the long vowel alone', 'ー.com'],
    ['the long vowel as a hyphen', '中ー国.com'],
    ['the middle dot as a dot', 'www・example.com'],
    ['Hiragana among Katakana', 'カへカ.com'],
    ['Katakana among Hiragana', 'あヘあ.com'],
    ['foreign digits', '१२.भारत'],
    ['foreign digits as Latin letters', '০৭.com'],
    ['small capitals', 'ᴘay.com'],
    ['a full-width letter', 'ａpple.com'],
    ['a capital', 'Ébc.com'],
    ['a ligature', 'oﬃce.com'],
    ['a dotless i', 'pın.com'],
    ['a thorn', 'þank.com'],
    ['a turned e', 'həllo.com'],
    ['a letter with an apostrophe', 'ŉo.com'],
    ['a middle dot', 'l·l.com'],
    ['a Cherokee word', 'ᏣᎳᎩ.com'],
    ['a Thai word below another script', 'เแ.com'],
    ['letters of Hangul that are strokes', 'ㅣ.com'],
    ['letters for sounds', 'ㄧ.com'],
    ['Georgian letters below another script', 'იოყ.com'],
  ])('%s: %s', (_, host) => {
    const name = registered(host);
    const [first = '', ...rest] = name.split('.');
    const shown = displayOf(name);
    // The suffix may be read; the label that it is about may not.
    if (first.startsWith('xn--')) expect(shown.split('.')[0]).toBe(first);
    else expect(shown).toBe(name);
    expect(rest.length).toBeGreaterThan(0);
  });

  test('a label that looks like the authority’s name stays ASCII in the midst of it, and the rest is read', () => {
    expect(displayOf('beian.miit.gov.cn.xn--login-kj7b.evil.cn')).toBe('beian.miit.gov.cn.xn--login-kj7b.evil.cn');
    expect(displayOf('xn--80ak6aa92e.xn--55qx5d')).toBe('xn--80ak6aa92e.公司');
  });

  test.each(['xn--', 'xn--a', 'xn--example-', 'xn--\u0000', 'xn--zzzzzzzzzzzz', 'xn--fsqu00a-'])(
    'what is no Punycode stays as it is: %j',
    (label) => {
      expect(displayOf(`${label}.com`)).toBe(`${label}.com`);
    },
  );
});

test('whatever a host is, showing it never throws, keeps its labels, and reads back as the same host', () => {
  let shown = 0;
  let hidden = 0;
  const letter = fc.oneof(
    fc.constantFrom(...'abc019-аоеιо中国一丨ノあー가é\u0301\u200bไθ'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const label = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(label, fc.constantFrom('com', 'cn', '公司', 'рф', 'ไทย'), (text, topLevel) => {
      let host: string;
      try {
        host = toASCII(`${text.replaceAll('.', '')}.${topLevel}`);
      } catch {
        return;
      }
      const display = displayOf(host);
      expect(display.split('.')).toHaveLength(host.split('.').length);
      const read = readHost(host);
      if ('type' in read || read.host !== host) return;
      if (display.startsWith('xn--')) hidden++;
      else if (host.startsWith('xn--')) {
        shown++;
        expect(readHost(display)).toMatchObject({ host });
      }
    }),
    { numRuns: 4000 },
  );
  expect({ shown: shown > 100, hidden: hidden > 100 }, `${shown} shown, ${hidden} hidden`).toEqual({
    shown: true,
    hidden: true,
  });
});
