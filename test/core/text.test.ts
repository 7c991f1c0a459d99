import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../src/core/text.ts';

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

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'ＡaＢ域。．İıﬃ㍿™ς“” ') }),
);

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
    { numRuns: 5000 },
  );
});
