import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patternsOf } from '../../../../src/domain/prompts/console-prompts.ts';
import {
  createMatcher,
  extractKeywords,
  prefilterSources,
  runSources,
} from '../../../../src/domain/prompts/prompt-matcher.ts';
import { prefilterOf } from '../../../../src/domain/prompts/prompt-search.ts';
import { testMany } from '../../../support/many.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const consoles = rules.consoles.map((one) => patternsOf(rules, one));
const asPieces = (texts: readonly string[]) => texts.map((text, node) => ({ text, node }));

testMany(
  'each prompt is found however it is split and spaced, and ends in the piece that holds its last character',
  () => {
    let split = 0;
    const matchers = new Map(rules.consoles.map((one) => [one.id, createMatcher(patternsOf(rules, one))]));
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
        const [found] = matchers.get(one.id)?.(pieces) ?? [];
        const lastPart = parts.length - [...parts].reverse().findIndex((part) => part.trim() !== '');
        expect(found?.pattern.guidance).toBeDefined();
        expect(found?.end).toBe(lastPart);
        if (parts.length > 2) split++;
      }),
      { numRuns: 2000 },
    );
    expect(split).toBeGreaterThan(200);
  },
);

test('small rewording is survived, another sentence is not', () => {
  const aliyun = rules.consoles.find((one) => one.id === 'aliyun');
  if (!aliyun) throw new Error('no aliyun');
  const match = createMatcher(patternsOf(rules, aliyun));
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
  expect(createMatcher(patterns)(asPieces(['域名已过期，请续费'])).map((one) => one.pattern.id)).toEqual(['short']);
  expect(createMatcher(patterns)(asPieces(['域名已过期请续费'])).map((one) => one.pattern.id)).toEqual(['long']);
});

test('a guidance appears once a block, and characters of regular expressions mean themselves', () => {
  const match = createMatcher([{ id: 'odd', says: 'a.b+c?d/e^f$', anchors: [], guidance: 'odd' }]);
  expect(match(asPieces(['a.b+c?d/e^f$', 'a.b+c?d/e^f$']))).toHaveLength(1);
  expect(match(asPieces(['axb+c?d/e^f$']))).toEqual([]);
});

const gapped = [{ id: 'gap', says: '后缀…未批复', anchors: [], guidance: 'gap' }];

test.each([
  ['后缀未批复', 1],
  ['后缀一二三四五六七八九十甲乙未批复', 1],
  ['后缀一二三四五六七八九十甲乙丙未批复', 0],
  ['后缀，未批复', 0],
  ['后缀；未批复', 0],
  ['后缀！未批复', 0],
  ['后缀？未批复', 0],
  ['后缀。未批复', 0],
  ['后缀…未批复', 0],
])('a gap stands for nothing or up to twelve characters of one clause: %s', (text, found) => {
  expect(createMatcher(gapped)(asPieces([text]))).toHaveLength(found);
});

test('prompts come in the order of the text, each with the piece in which it ends', () => {
  const patterns = ['甲乙丙', '丁戊'].map((says) => ({ id: says, says, anchors: [], guidance: says }));
  const match = createMatcher(patterns);
  const found = (...texts: string[]) => match(asPieces(texts)).map(({ pattern, end }) => [pattern.id, end]);
  expect(found('丁戊', '甲乙丙')).toEqual([
    ['丁戊', 0],
    ['甲乙丙', 1],
  ]);
  expect(found('说：甲', '乙', '丙', '丁戊。')).toEqual([
    ['甲乙丙', 2],
    ['丁戊', 3],
  ]);
  // The first of several counts.
  expect(found('丁', '戊', '丁戊')).toEqual([['丁戊', 1]]);
});

testMany('text without a prompt matches nothing, whatever it is; no patterns match nothing', () => {
  expect(createMatcher([])(asPieces(['注册商未批复']))).toEqual([]);
  const matchers = consoles.map(createMatcher);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      for (const match of matchers) expect(match(asPieces(texts))).toEqual([]);
    }),
  );
});

test('a prompt in one piece, or in two split anywhere, has a piece that is looked at closely', () => {
  let checked = 0;
  for (const one of rules.consoles) {
    const mayMatch = prefilterOf(prefilterSources(patternsOf(rules, one)));
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

test('in the text of many elements a prompt is recognized, Chinese spaced out in any way', () => {
  let spaced = 0;
  for (const one of rules.consoles) {
    const mayHold = prefilterOf(runSources(patternsOf(rules, one), ['到期时间']));
    for (const { says } of one.prompts.filter((prompt) => prompt.kind !== 'code')) {
      const shown = says.replaceAll('…', '很可能');
      const gaps = /\p{Script=Han}{2}/u.test(says) ? ['', ' ', '\n      ', '“', ' · '] : [''];
      for (const gap of gaps) {
        const text = `row 1 of a long list${[...shown].join(gap)}row 2 of a long list`;
        expect(mayHold(text), `${one.id}: ${text}`).toBe(true);
        if (gap !== '') spaced++;
      }
    }
    expect(mayHold('row 1的行row 2 to come'), one.id).toBe(false);
    expect(mayHold('row 1到期时间row 2'), one.id).toBe(true);
  }
  expect(spaced).toBeGreaterThan(100);
});

describe('what a piece of a prompt is recognised by', () => {
  test.each<[string, string[]]>([
    ['域名后缀批复', ['域名', '批复']],
    ['未批复', ['未批']],
    ['批复批复', ['批复']],
    ['TLD 未批复', ['未批']],
    // A single character is in too many texts.
    ['第 x 号 domain not approved', ['approved', 'domain']],
    ['The ICP Filing', ['filing', 'the']],
    ['ＴＬＤ ok', ['tld']],
    ['an ok', []],
  ])('%s: %j', (says, anchors) => {
    expect(extractKeywords(says)).toEqual(anchors);
  });
});

describe('what is looked at closely', () => {
  const pattern = (...anchors: string[]) => ({ id: '', says: '', guidance: '', anchors });
  const mayMatch = prefilterOf(prefilterSources([pattern('域名', '批复'), pattern('filing', 'a.b')]));

  test.each([
    ['这个域名很好', true],
    ['这个域 名很好', true],
    ['这个域\u00a0名很好', true],
    ['这个域  名很好', false],
    ['这个域和名很好', false],
    ['尚未批复的后缀', true],
    ['your filing is late', true],
    ['Your FILING is late', true],
    ['your fi ling is late', false],
    ['say a.b to them', true],
    ['say axb to them', false],
    // Invisible characters and full-width letters may hide an anchor.
    ['four\u200bletters', true],
    ['four\u00adletters', true],
    ['four\u2060letters', true],
    ['four\ufeffletters', true],
    ['fourＦletters', true],
    ['fourｚletters', true],
    // Crumbs of a message that is set in tiny pieces.
    ['域', true],
    [' a1 ', true],
    ['abc', true],
    ['abcd', false],
    ['a b', false],
    ['', false],
    [' ', false],
  ])('%j: %s', (text, is) => {
    expect(mayMatch(text)).toBe(is);
  });

  test('what else is looked for is looked for, also where there are no prompts', () => {
    expect(prefilterOf(prefilterSources([]), ['\\d{8}'])('number 12345678 here')).toBe(true);
    expect(prefilterOf(prefilterSources([]), ['\\d{8}'])('number 1234567 here')).toBe(false);
    const both = prefilterOf(prefilterSources([pattern('域名')]), ['\\d{8}']);
    expect([both('number 12345678 here'), both('这个域名很好'), both('这个名字很好')]).toEqual([true, true, false]);
  });
});
