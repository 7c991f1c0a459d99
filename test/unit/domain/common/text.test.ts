import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeRegExp, normalise } from '../../../../src/domain/common/text.ts';
import { testMany } from '../../../support/many.ts';

test.each([
  ['ＴＬＤ未批复', 'tld未批复'],
  ['注册商 未\n批复', '注册商未批复'],
  ['“域名”、已过期。', '域名,已过期.'],
  ['该域名核验出现错误：【TLD】未批复', '该域名核验出现错误tld未批复'],
  ['后缀…不支持', '后缀…不支持'],
  ['域\u200b名\u00adA', '域名a'],
  ['ICP　Filing', 'icpfiling'],
])('%j reads as %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test('every mark that consoles set now one way, now another, goes; what ends a clause stays', () => {
  const marks = `"'\`“”„‘’「」『』《》〈〉【】〔〕()[]{}<>:·*_~|—–-（）［］｛｝＜＞：｜～＿＊`;
  for (const mark of marks) expect(normalise(`a${mark}b`), mark).toBe('ab');
  for (const space of [
    ' ',
    '\t',
    '\n',
    '\u00a0',
    '\u3000',
    '\u00ad',
    '\u180e',
    '\u200b',
    '\u200f',
    '\u202a',
    '\u202e',
    '\u2060',
    '\u2069',
    '\ufeff',
  ])
    expect(normalise(`a${space}b`), space.charCodeAt(0).toString(16)).toBe('ab');
  for (const mark of '.,;!?…/\\+=&%#@$^') expect(normalise(`a${mark}b`)).toBe(`a${mark}b`);
  expect(normalise('a、b。c，d；e！f？g．h')).toBe('a,b.c,d;e!f?g.h');
  expect(normalise('a … “b”')).toBe('a…b');
});

test('a text as an expression matches itself and nothing else, with the flag u or without', () => {
  const odd = 'a.b*c+d?e^f$g{h}i(j)k|l[m]n\\o/p-q';
  for (const flags of ['', 'u']) {
    const expression = new RegExp(`^${escapeRegExp(odd)}$`, flags);
    expect(expression.test(odd)).toBe(true);
    [...odd].forEach((char, index) => {
      const other = `${odd.slice(0, index)}§${odd.slice(index + 1)}`;
      expect(expression.test(other), char).toBe(false);
      expect(expression.test(odd.slice(0, index) + odd.slice(index + 1)), char).toBe(false);
    });
  }
  for (const char of [...'.*+?^$', ...'{}()|[]\\/']) expect(escapeRegExp(char)).toBe(`\\${char}`);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'ＡaＢ域。．İıﬃ㍿™ς“” ') }),
);

testMany('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
    { numRuns: 5000 },
  );
});
