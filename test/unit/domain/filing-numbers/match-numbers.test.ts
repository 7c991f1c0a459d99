import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../../src/cli/load-ruleset.ts';
import { piecesOfHtml } from '../../../../src/cli/print-numbers.ts';
import { numbersIn } from '../../../../src/domain/filing-numbers/find-filing-numbers.ts';
import { judgeLink, type NumberKind, type ShownNumber } from '../../../../src/domain/filing-numbers/match-numbers.ts';
import { parseLink } from '../../../../src/domain/hostname/parse-link.ts';
import { testMany } from '../../../support/many.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-24';
const inHtml = (html: string) => numbersIn(piecesOfHtml(html), rules, TODAY);
const inText = (text: string) => numbersIn([{ text, href: null, begins: false }], rules, TODAY);
const only = (numbers: readonly ShownNumber[]) => numbers.map((one) => one.number);

/**
 * Worded for these tests around formats that were seen; no company and no number in it is meant.
 */
const FOOTERS: readonly { readonly html: string; readonly numbers: readonly [string, string, string][] }[] = JSON.parse(
  readFileSync(join(ROOT, 'test/support/fixtures/footers.json'), 'utf8'),
);

const WIDE = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const TRADITIONAL: Readonly<Record<string, string>> = { 备: '備', 号: '號', 证: '證', 网: '網', 粤: '粵', 沪: '滬' };
/** Spellings of the same number; the province's character and the digits stay. */
const SPELLINGS: Readonly<Record<string, (number: string) => string>> = {
  'full-width': WIDE,
  'lower case': (number) => number.toLowerCase(),
  traditional: (number) => number.replace(/[备号证网粤沪]/g, (char) => TRADITIONAL[char] ?? char),
  'spaces between parts': (number) => number.replace(/(ICP|公网安)([备证])?|号|-/g, ' $& '),
  'zero-width spaces': (number) => [...number].join('\u200b'),
  'long hyphens': (number) => number.replace('-', '—'),
  'no-break spaces': (number) => number.replace('号', '\u00a0号'),
};

test('there are enough footers, of all provinces and kinds', () => {
  expect(FOOTERS.length).toBeGreaterThanOrEqual(150);
  const numbers = FOOTERS.flatMap((one) => one.numbers);
  for (const { letter } of rules.provinces) expect(numbers.some(([number]) => number.startsWith(letter))).toBe(true);
  expect(new Set(numbers.map(([, kind]) => kind)).size).toBe(4);
});

test.each(FOOTERS)('$html', ({ html, numbers }) => {
  const found = inHtml(html);
  expect(found.map(({ number, kind, link }) => [number, kind, link])).toEqual(numbers);
  expect(found.flatMap((one) => one.problems)).toEqual([]);
});

describe.each(Object.keys(SPELLINGS))('every number in another spelling: %s', (name) => {
  test('is the same number', () => {
    const spell = SPELLINGS[name] as (number: string) => string;
    let changed = 0;
    for (const { numbers } of FOOTERS) {
      for (const [number, kind] of numbers) {
        const spelt = spell(number);
        if (spelt !== number) changed++;
        const [found] = inText(`备案信息 ${spelt} 版权所有`);
        expect([found?.number, found?.kind, found?.problems], spelt).toEqual([number, kind, []]);
      }
    }
    expect(changed).toBeGreaterThan(50);
  });
});

test('without 号 it is the same number, and that is said', () => {
  for (const { numbers } of FOOTERS) {
    for (const [number, kind] of numbers.filter(([, kind]) => kind !== 'telecom-licence')) {
      const [found] = inText(`${number.replace('号', '')} 2026`);
      expect([found?.number, found?.kind, found?.problems], number).toEqual([number, kind, ['no-hao']]);
    }
  }
});

test('split over elements anywhere, it is the same number', () => {
  for (const [number] of FOOTERS.flatMap((one) => one.numbers)) {
    for (let cut = 1; cut < number.length; cut++) {
      const html = `<span>${number.slice(0, cut)}</span><span>${number.slice(cut)}</span>`;
      expect(only(inHtml(html)), html).toEqual([number]);
    }
  }
});

test('in alt and title it is found, in code that is not shown it is not', () => {
  expect(only(inHtml('<img alt="京ICP备13052560号-1">'))).toEqual(['京ICP备13052560号-1']);
  expect(only(inHtml('<a title="沪ICP备13002560号-3">ICP</a>'))).toEqual(['沪ICP备13002560号-3']);
  expect(inHtml('<script>var n = "京ICP备13052560号-1"</script><style>/*京ICP备13052560号*/</style>')).toEqual([]);
});

test.each<[string, string, string[]]>([
  ['青ICP备案026000119号-2A', '青ICP备026000119号-2A', ['written-beian', 'digit-count']],
  ['甘公网安备 235487154313号', '甘公网安备235487154313号', ['digit-count']],
  ['渝公网安备50010602504893', '渝公网安备50010602504893号', ['no-hao']],
  ['陇ICP备 05000593', '陇ICP备05000593号', ['no-hao']],
  ['陇ICP备 05000593 2024 版权所有', '陇ICP备05000593号', ['no-hao']],
  ['ICP备00000000', 'ICP备00000000号', ['no-province', 'no-hao', 'year-unlikely', 'placeholder']],
  ['京ICP备12345678号-1', '京ICP备12345678号-1', ['placeholder']],
  ['川ICP备13002560号', '川ICP备13002560号', ['wrong-province-character']],
  ['蜀公网安备51011202001113号', '蜀公网安备51011202001113号', ['wrong-province-character']],
  ['粤公网安备51011202001113号', '粤公网安备51011202001113号', ['code-and-character-differ']],
  ['京ICP备13052560号-01', '京ICP备13052560号-1', ['service-number']],
  ['京ICP备13052560号-2B', '京ICP备13052560号-2B', ['service-kind']],
  ['京ICP备99052560号-2', '京ICP备99052560号-2', ['year-unlikely']],
  ['京ICP备2031052560号-2', '京ICP备2031052560号-2', ['year-unlikely']],
  ['京ICP备130525601号-2', '京ICP备130525601号-2', ['digit-count']],
  ['北京ICP备13052560号', '京ICP备13052560号', ['misspelt']],
  ['备案编号ICP备13052560号', 'ICP备13052560号', ['no-province']],
])('%s is read as %s with %j', (text, number, problems) => {
  const [found, ...more] = inText(text);
  expect([found?.number, found?.problems]).toEqual([number, problems]);
  expect(more).toEqual([]);
});

test.each([
  '晋IP证12345678',
  '浙D3-20210002',
  'ICP备案',
  '京ICP备案号：',
  '型号 XB2-20210002',
  'B2-2021',
  '公网安备',
  'ICP证书',
])('%s is no number', (text) => {
  expect(inText(text)).toEqual([]);
});

test('the service ends where a space or a word begins', () => {
  expect(only(inText('京ICP备13052560号-1 2024'))).toEqual(['京ICP备13052560号-1']);
  expect(only(inText('京ICP备13052560号-1Copyright'))).toEqual(['京ICP备13052560号-1']);
  expect(only(inText('京ICP备13052560号-2A京ICP证030173号'))).toEqual(['京ICP备13052560号-2A', '京ICP证030173号']);
});

test.each<[NumberKind, string | null, string]>([
  ['icp-filing', 'https://beian.miit.gov.cn/', 'ok'],
  ['icp-filing', 'https://BEIAN.miit.gov.cn/#/Integrated/index', 'ok'],
  ['icp-filing', '//beian.miit.gov.cn', 'ok'],
  ['icp-filing', 'http://beian.miit.gov.cn/', 'retired'],
  ['icp-filing', 'https://www.beian.miit.gov.cn/', 'retired'],
  ['icp-filing', 'http://www.miitbeian.gov.cn', 'retired'],
  ['icp-filing', 'http://www.miibeian.gov.cn/', 'retired'],
  ['icp-filing', 'https://beian.miit.gov.cn.example.com/', 'look-alike'],
  ['icp-filing', 'https://beian-miit-gov.cn/', 'look-alike'],
  ['icp-filing', 'https://beian.miit.gov.cn@example.com/', 'look-alike'],
  ['icp-filing', 'https://beian.mi1t.gov.cn.com/', 'look-alike'],
  ['icp-filing', 'https://miitbeian.com/', 'look-alike'],
  ['icp-filing', 'https://example.com/beian.miit.gov.cn', 'other'],
  ['icp-filing', 'beian.miit.gov.cn', 'other'],
  ['icp-filing', 'mailto:a@beian.miit.gov.cn', 'other'],
  ['icp-filing', 'https://[', 'other'],
  ['icp-filing', '#', 'none'],
  ['icp-filing', 'javascript:void(0)', 'none'],
  ['icp-filing', null, 'none'],
  ['police', 'https://beian.mps.gov.cn/#/query/webSearch?code=1', 'ok'],
  ['police', 'http://www.beian.gov.cn/portal/index', 'retired'],
  ['police', 'https://beian.miit.gov.cn/', 'other'],
  ['police', 'https://beian.mps.gov.cn.example.com', 'look-alike'],
])('a %s that links to %s: %s', (kind, href, state) => {
  expect(judgeLink(kind, href, parseLink)).toBe(state);
});

test('a police number whose link asks for another is told so', () => {
  const html = (code: string) =>
    `<a href="https://beian.mps.gov.cn/#/query/webSearch?code=${code}">粤公网安备44030502008569号</a>`;
  expect(inHtml(html('44030502008569'))[0]?.problems).toEqual([]);
  expect(inHtml(html('44030502008560'))[0]?.problems).toEqual(['link-code-differs']);
});

describe('properties', () => {
  const token = fc.constantFrom(
    ...[
      '京',
      '川',
      'ICP',
      'icp',
      '备',
      '備',
      '案',
      '证',
      '合字',
      'B2',
      'A1.B2',
      '公网安备',
      '号',
      '號',
      '-',
      '－',
      ' ',
      '\n',
    ],
    ...['12', '13052560', '2026001234', '44030502008569', '0', 'A', 'X', '编号', '：', '\u200b'],
  );
  const likely = fc
    .tuple(
      fc.constantFrom('京', '川', '北京', '', '电'),
      fc.constantFrom('ICP备', 'icp備案', 'ICP证', '公网安备', 'B2-', ' 合字 B1.B2 - '),
      fc.constantFrom('', ' ', '：', '号：'),
      fc.stringMatching(/^\d{5,15}$/),
      fc.constantFrom('号', ' 號', ''),
      fc.constantFrom('', '-1', ' － 12X', '-0', '-3Z', '-1 2'),
    )
    .map((parts) => parts.join(''));
  const texts = fc.oneof(
    likely,
    fc.array(token, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  testMany('never throws, and what it normalised it reads as the same again', () => {
    let found = 0;
    fc.assert(
      fc.property(texts, (text) => {
        for (const one of inText(text)) {
          found++;
          const [again] = inText(one.number);
          // A number without its province may be read after anything; alone it is the same.
          expect([again?.number, again?.kind, again?.digits, again?.service]).toEqual([
            one.number,
            one.kind,
            one.digits,
            one.service,
          ]);
        }
      }),
      { numRuns: 20_000 },
    );
    expect(found).toBeGreaterThan(3000);
  });

  test('pieces point at where the number stands', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), (parts) => {
        const pieces = parts.map((text) => ({ text, href: null, begins: false }));
        for (const { from, to } of numbersIn(pieces, rules, TODAY)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThan(pieces.length);
        }
      }),
    );
  });
});

testMany('the time grows with the length of the text and not faster', () => {
  // Counted in matches that begin, not in seconds: each of these would take hours if a form
  // backtracked.
  for (const unit of ['京ICP备', '京ICP备1', '1', '1 ', '公网安备', 'A1.B1,', 'ICP证 ', '京ICP备12345678', '合字B2-']) {
    expect(inText(unit.repeat(200_000 / unit.length)).length).toBeLessThanOrEqual(200_000);
  }
});
