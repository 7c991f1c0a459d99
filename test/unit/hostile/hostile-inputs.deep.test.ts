/**
 * More than a million inputs that nobody would type: nothing throws, and what is found is well
 * described. See growth.deep.test.ts for the work it takes.
 */
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/domain/common/text.ts';
import { numbersIn } from '../../../src/domain/filing-numbers/find-filing-numbers.ts';
import { judgePage } from '../../../src/domain/filing-numbers/judge-page.ts';
import { readHost } from '../../../src/domain/hostname/read-host.ts';
import { hostReader } from '../../../src/domain/portfolio/assess-rows.ts';
import { parseDomainList } from '../../../src/domain/portfolio/parse-domain-list.ts';
import { allPatterns } from '../../../src/domain/prompts/console-prompts.ts';
import { createMatcher, prefilterSources } from '../../../src/domain/prompts/prompt-matcher.ts';
import { prefilterOf } from '../../../src/domain/prompts/prompt-search.ts';
import { namesIn } from '../../../src/entries/content/find-names.ts';
import { engine, rules } from '../../support/shipped-ruleset.ts';

const TODAY = '2026-01-01';

/** The same inputs each time: a generator of 32 bits (xorshift). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * Pieces that readers of text stumble over: separators, invisible and combining signs, halves of
 * pairs, forms that grow when folded.
 */
const ODD = [
  '.',
  '..',
  '。',
  '．',
  '｡',
  '-',
  '--',
  '_',
  ':',
  '/',
  '//',
  '\\',
  '@',
  '?',
  '#',
  '%',
  '%00',
  '%2e',
  '[',
  ']',
  '[::1]',
  '0x7f',
  '1.2',
  '127.1',
  '\0',
  '\t',
  '\n',
  '\r',
  ' ',
  '\u00a0',
  '\u2028',
  '\u200b',
  '\u00ad',
  '\u202e',
  '\ufeff',
  '\u0301',
  '\ud83d',
  '\ude00',
  '😀',
  '\ufdfa',
  'ﬀ',
  'İ',
  'ß',
  'ς',
  'Ａ',
  '１',
  '⒈',
  'xn--',
  'xn--a',
  'xn--0000h',
  'xn--fiqs8s',
  '中国',
  '公司.cn',
  '__proto__',
  'constructor',
  'toString',
  'javascript:',
  'http://',
  'https:',
  'view-source:',
  'mailto:',
  'blob:',
  'data:',
  'file:///',
  'x'.repeat(63),
  'x'.repeat(64),
  'a'.repeat(254),
] as const;
const NAMES = [
  'www',
  'example',
  'shop',
  'com',
  'cn',
  'com.cn',
  'gov.cn',
  'io',
  'github.io',
  'ck',
  'kobe.jp',
  'local',
  'test',
  'arpa',
  '政务.cn',
  ...ODD,
];
const NUMBERS = [
  ...[
    '京ICP备',
    '粤 I C P 备 案',
    'ICP证',
    '12345678',
    '2021000001号',
    '-1',
    '-2A',
    '京公网安备',
    '11010102000001',
    'B2-20240001',
    '合字A1.B2-',
    '号',
  ].flatMap((one) => Array(12).fill(one)),
  'ICP备',
  'ICP证',
  'I C P',
  '备',
  '案',
  '号',
  '編號',
  '公网安备',
  '公 网 安 备',
  '合字',
  'B2',
  'A1.',
  'A1,',
  'B1.2',
  '-',
  '－',
  '—',
  '京',
  '粤',
  '川',
  '蜀',
  '龘',
  '2024',
  '12345678',
  '2021000001',
  '00000000',
  '1',
  '１',
  ' ',
  '\n',
  'A',
  'X',
  'http://',
  ...ODD,
];
const SAYS = allPatterns(rules, true).map(({ says }) => says);
const PROMPTS = [
  ...SAYS.map((says) => says.slice(0, Math.ceil(says.length / 2))),
  ...SAYS.map((says) => says.slice(Math.ceil(says.length / 2))),
  ...SAYS,
  '…',
  '域名',
  '注册商',
  ...ODD,
];

/** Calls back with many texts of up to eight pieces, made from a seed. */
function each(
  count: number,
  seed: number,
  pieces: readonly string[],
  run: (text: string, next: (below: number) => number) => void,
): void {
  const next = generator(seed);
  for (let done = 0; done < count; done++) {
    let text = '';
    for (let length = 1 + next(8); length > 0; length--) text += pieces[next(pieces.length)];
    run(text, next);
  }
}

describe('a million inputs', () => {
  test.each([1, 2, 3, 4])(
    '100,000 host names (%i): each is a host or one of the known problems, and none is longer than a host can be',
    (seed) => {
      let hosts = 0;
      let longest = 0;
      const types = new Set<string>();
      each(100_000, seed, NAMES, (text) => {
        const host = readHost(text);
        if (!('type' in host)) hosts++;
        const read = engine.read(text);
        if ('type' in read) types.add(read.type);
        longest = Math.max(longest, read.host.length);
      });
      expect(hosts).toBeGreaterThan(5_000);
      expect(types.size).toBeGreaterThanOrEqual(7);
      expect(longest).toBeLessThanOrEqual(255);
    },
  );

  test('100,000 as names on pages and in lists, and verdicts on what they are', () => {
    const hostOf = hostReader(engine);
    let named = 0;
    let taken = 0;
    each(100_000, 5, NAMES, (text, next) => {
      for (const { name } of namesIn([{ text, node: null }])) {
        named++;
        engine.note(name);
      }
      if (next(4) !== 0) return;
      const { entries, rejected } = parseDomainList(text, hostOf);
      taken += entries.length;
      for (const entry of [...entries, ...rejected])
        if (!(entry.line >= 1)) throw new Error(`A line ${entry.line} in ${JSON.stringify(text)}`);
    });
    expect(named).toBeGreaterThan(1000);
    expect(taken).toBeGreaterThan(1000);
  });

  test.each([6, 7, 8])('100,000 numbers (%i): what is found is well described, whatever surrounds it', (seed) => {
    let found = 0;
    let sound = 0;
    each(100_000, seed, NUMBERS, (text, next) => {
      const cut = next(text.length + 1);
      const pieces = [
        {
          text: text.slice(0, cut),
          href: next(2) === 0 ? null : text,
          begins: next(2) === 0,
          place: 'footer' as const,
          at: 0.9,
        },
        { text: text.slice(cut), href: null, begins: false, place: 'other' as const, at: 1 },
      ];
      const numbers = numbersIn(pieces, rules, TODAY);
      for (const { from, to, digits, problems } of numbers) {
        found++;
        if (problems.length === 0) sound++;
        if (from > to || to > 1 || !/^\d+$/.test(digits)) throw new Error(`Badly described in ${JSON.stringify(text)}`);
      }
      if (numbers.length > 0) judgePage({ pieces, images: 0, lang: '', small: '' }, numbers, rules.provinces);
    });
    expect(found).toBeGreaterThan(3000);
    expect(sound).toBeGreaterThan(30);
  });

  test.each([9, 10, 11])(
    '100,000 prompts (%i): what is found is one of ours, and folding twice changes nothing',
    (seed) => {
      const patterns = allPatterns(rules, false);
      const match = createMatcher(patterns);
      const mayHold = prefilterOf(prefilterSources(patterns));
      const known = new Set(patterns.map(({ guidance }) => guidance));
      let found = 0;
      each(100_000, seed, PROMPTS, (text, next) => {
        const cut = next(text.length + 1);
        const hits = match([
          { text: text.slice(0, cut), node: 0 },
          { text: text.slice(cut), node: 1 },
        ]);
        if (!hits.every(({ pattern }) => known.has(pattern.guidance)))
          throw new Error(`A foreign hit in ${JSON.stringify(text)}`);
        found += hits.length;
        mayHold(text);
        const once = normalise(text);
        if (normalise(once) !== once) throw new Error(`Folding twice differs for ${JSON.stringify(text)}`);
      });
      expect(found).toBeGreaterThan(3000);
    },
  );
});
