import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf } from '../../src/content/matcher.ts';
import { patternsOf } from '../../src/core/guidance.ts';
import { rules } from '../rules.ts';

const consoles = rules.consoles.map((one) => patternsOf(rules, one));
const asPieces = (texts: readonly string[]) => texts.map((text, node) => ({ text, node }));

test('each prompt is found however it is split and spaced, and ends in the piece that holds its last character', () => {
  let split = 0;
  const prompt = fc
    .constantFrom(...rules.consoles.filter((one) => one.prompts.length > 0))
    .chain((one) => fc.record({ one: fc.constant(one), prompt: fc.constantFrom(...one.prompts) }));
  const gap = fc.constantFrom('', '', ' ', '\n  ', '\u00a0', '\u200b');
  fc.assert(
    fc.property(prompt, fc.array(fc.nat(80), { maxLength: 4 }), gap, ({ one, prompt: { says } }, cuts, space) => {
      const places = [...new Set(cuts.map((cut) => cut % says.length))].sort((a, b) => a - b);
      const parts = [0, ...places].map((from, index) => says.slice(from, places[index] ?? says.length));
      const pieces = asPieces(['提示：', ...parts.map((part) => part + space), '，请处理']);
      const [found] = matcherOf(patternsOf(rules, one))(pieces);
      const lastPart = parts.length - [...parts].reverse().findIndex((part) => part.trim() !== '');
      expect(found?.pattern.guidance).toBeDefined();
      expect(found?.end).toBe(lastPart);
      if (parts.length > 2) split++;
    }),
    { numRuns: 2000 },
  );
  expect(split).toBeGreaterThan(200);
});

test('of two prompts that begin alike the longer one wins', () => {
  const patterns = [
    { id: 'long', says: '域名已过期请续费', guidance: 'long' },
    { id: 'short', says: '域名已过期', guidance: 'short' },
  ];
  expect(matcherOf(patterns)(asPieces(['域名已过期，请续费'])).map((one) => one.pattern.id)).toEqual(['short']);
  expect(matcherOf(patterns)(asPieces(['域名已过期请续费'])).map((one) => one.pattern.id)).toEqual(['long']);
});

test('a guidance appears once a block, and characters of regular expressions mean themselves', () => {
  const match = matcherOf([{ id: 'odd', says: 'a.b(c)[d]|e*', guidance: 'odd' }]);
  expect(match(asPieces(['a.b(c)[d]|e*', 'a.b(c)[d]|e*']))).toHaveLength(1);
  expect(match(asPieces(['axb(c)[d]|e*']))).toEqual([]);
});

test('text without a prompt matches nothing, whatever it is; no patterns match nothing', () => {
  expect(matcherOf([])(asPieces(['注册商未批复']))).toEqual([]);
  const matchers = consoles.map(matcherOf);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      for (const match of matchers) expect(match(asPieces(texts))).toEqual([]);
    }),
  );
});
