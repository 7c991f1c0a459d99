import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternsOf } from '../../src/core/guidance.ts';
import { hintOf, matcherOf } from '../../src/core/matcher.ts';
import { rules } from '../rules.ts';

const consoles = rules.consoles.map((one) => patternsOf(rules, one));
const asPieces = (texts: readonly string[]) => texts.map((text, node) => ({ text, node }));

test('each prompt is found however it is split and spaced, and ends in the piece that holds its last character', () => {
  let split = 0;
  const prompt = fc.constantFrom(...rules.consoles.filter((one) => one.prompts.length > 0)).chain((one) =>
    fc.record({
      one: fc.constant(one),
      prompt: fc.constantFrom(...one.prompts.filter((prompt) => prompt.kind !== 'code')),
    }),
  );
  const gap = fc.constantFrom('', '', ' ', '\n  ', '\u00a0', '\u200b');
  fc.assert(
    fc.property(prompt, fc.array(fc.nat(80), { maxLength: 4 }), gap, ({ one, prompt: { says } }, cuts, space) => {
      // A gap stands for words of the page.
      const shown = says.replaceAll('…', '很可能');
      const places = [...new Set(cuts.map((cut) => cut % shown.length))].sort((a, b) => a - b);
      const parts = [0, ...places].map((from, index) => shown.slice(from, places[index] ?? shown.length));
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

test('small rewording is survived, another sentence is not', () => {
  const aliyun = rules.consoles.find((one) => one.id === 'aliyun');
  if (!aliyun) throw new Error('no aliyun');
  const match = matcherOf(patternsOf(rules, aliyun));
  const guidance = (text: string) => match(asPieces([text])).map((one) => one.pattern.guidance);
  for (const text of ['您的域名后缀暂不支持备案', '该后缀尚未批复', '域名注册商尚未获得工信部批复', 'TLD 未 批复']) {
    expect(guidance(text), text).toHaveLength(1);
  }
  for (const text of ['后缀已批复，注册商。未批复', '注册商查询：请输入。结果未批复', '域名后缀大全', 'TLD 已批复']) {
    expect(guidance(text), text).toEqual([]);
  }
});

test('of two prompts that begin alike the longer one wins', () => {
  const patterns = [
    { id: 'long', says: '域名已过期请续费', anchors: [], guidance: 'long' },
    { id: 'short', says: '域名已过期', anchors: [], guidance: 'short' },
  ];
  expect(matcherOf(patterns)(asPieces(['域名已过期，请续费'])).map((one) => one.pattern.id)).toEqual(['short']);
  expect(matcherOf(patterns)(asPieces(['域名已过期请续费'])).map((one) => one.pattern.id)).toEqual(['long']);
});

test('a guidance appears once a block, and characters of regular expressions mean themselves', () => {
  const match = matcherOf([{ id: 'odd', says: 'a.b+c?d/e^f$', anchors: [], guidance: 'odd' }]);
  expect(match(asPieces(['a.b+c?d/e^f$', 'a.b+c?d/e^f$']))).toHaveLength(1);
  expect(match(asPieces(['axb+c?d/e^f$']))).toEqual([]);
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

test('a prompt in one piece, or in two split anywhere, has a piece that is looked at closely', () => {
  let checked = 0;
  for (const one of rules.consoles) {
    const mayMatch = hintOf(patternsOf(rules, one));
    for (const { says } of one.prompts.filter((prompt) => prompt.kind !== 'code')) {
      const shown = says.replaceAll('…', '很可能');
      for (let cut = 0; cut < shown.length; cut++) {
        const parts = [shown.slice(0, cut), shown.slice(cut)];
        expect(parts.some(mayMatch), `${one.id}: ${parts.join('|')}`).toBe(true);
        checked++;
      }
      expect([...shown].some(mayMatch), 'character by character').toBe(true);
    }
    for (const text of ['row 12 of a long list', '', '  \n', 'example']) expect(mayMatch(text), text).toBe(false);
  }
  expect(checked).toBeGreaterThan(300);
});
