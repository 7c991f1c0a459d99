/**
 * A page's numbers, one rule at a time: place, surroundings, weight, notices, and the line for the
 * footer.
 */
import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../../src/domain/filing-numbers/find-filing-numbers.ts';
import {
  judgePage,
  OFFICIAL,
  type PagePiece,
  type Place,
  snippetOf,
} from '../../../../src/domain/filing-numbers/judge-page.ts';
import type { ShownNumber } from '../../../../src/domain/filing-numbers/match-numbers.ts';
import type { ProvinceRule } from '../../../../src/domain/ruleset/province.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

type Line = readonly [place: Place, text: string, at?: number, more?: Partial<PagePiece>];
const piecesOf = (lines: readonly Line[]) =>
  lines.map(([place, text, at = 0.5, more]): PagePiece => ({ place, text, at, href: null, begins: true, ...more }));
const judge = (lines: readonly Line[], images = 0, provinces = rules.provinces) => {
  const pieces = piecesOf(lines);
  return judgePage({ pieces, images, lang: '', small: '' }, numbersIn(pieces, rules, '2026-11-24'), provinces);
};
const belongs = (...lines: Line[]) => judge(lines).numbers.map((one) => one.belongs);

const A = '京ICP备13052560号-1';
const filing = (index: number) => `京ICP备1305256${index}号-1`;

describe('place', () => {
  test.each<[string, Line, string]>([
    ['at three quarters', ['other', A, 0.75], 'own'],
    ['just above', ['other', A, 0.749], 'doubtful'],
    ['an article at the very end', ['article', A, 1], 'doubtful'],
    ['code in the footer’s height', ['code', A, 1], 'not-own'],
    ['a footer at the top', ['footer', A, 0], 'own'],
  ])('%s', (_, line, expected) => {
    expect(belongs(line)).toEqual([expected]);
  });

  test('the footer speaks for its kind of number alone', () => {
    expect(belongs(['article', '京公网安备11010602202215号'], ['footer', A])).toEqual(['doubtful', 'own']);
    expect(belongs(['other', '京公网安备11010602202215号', 0.9], ['footer', A])).toEqual(['own', 'own']);
  });

  test('the same subject as in the footer is the site’s also elsewhere', () => {
    expect(belongs(['article', '京ICP备13052560号-2'], ['footer', A])).toEqual(['own', 'own']);
    expect(belongs(['other', filing(1), 0.9], ['footer', A])).toEqual(['not-own', 'own']);
  });

  test('a footer of code or of examples speaks for nothing', () => {
    expect(belongs(['other', filing(1), 0.9], ['footer', `例如：${A}`])).toEqual(['own', 'not-own']);
    expect(belongs(['other', filing(1), 0.9], ['code', A])).toEqual(['own', 'not-own']);
  });

  test('a piece that is not among those read counts for nothing', () => {
    const [one] = numbersIn([{ text: A, href: null, begins: true }], rules, '2026-11-24');
    const lost = judgePage({ pieces: [], images: 0, lang: '', small: '' }, [one as ShownNumber], rules.provinces);
    expect(lost.numbers.map((number) => number.belongs)).toEqual(['doubtful']);
  });
});

describe('many of them', () => {
  const list = (place: Place, count: number) =>
    Array.from({ length: count }, (_, index): Line => [place, filing(index), 0.9]);

  test('four subjects outside a footer are a list of other people’s, three are not', () => {
    expect(new Set(belongs(...list('other', 4)))).toEqual(new Set(['not-own']));
    expect(new Set(belongs(...list('other', 3)))).toEqual(new Set(['own']));
    expect(new Set(belongs(...list('article', 4)))).toEqual(new Set(['doubtful']));
  });

  test('four subjects in a footer put all of it in doubt, three do not', () => {
    expect(new Set(belongs(...list('footer', 4)))).toEqual(new Set(['doubtful']));
    expect(new Set(belongs(...list('footer', 3)))).toEqual(new Set(['own']));
  });

  test('one subject with many services is one, and so is one number repeated', () => {
    const services = Array.from({ length: 6 }, (_, index): Line => ['other', `京ICP备13052560号-${index + 1}`, 0.9]);
    expect(new Set(belongs(...services))).toEqual(new Set(['own']));
    expect(new Set(belongs(...services.map(([, text]): Line => ['footer', text])))).toEqual(new Set(['own']));
    // Subjects are told apart by province as well as by digits.
    expect(
      new Set(belongs(...'京沪粤浙'.split('').map((letter): Line => ['other', `${letter}ICP备13052560号-1`, 0.9]))),
    ).toEqual(new Set(['not-own']));
  });

  test('numbers of other kinds make no directory of filings', () => {
    const police = Array.from({ length: 4 }, (_, index): Line => ['other', `京公网安备1101060220221${index}号`, 0.9]);
    expect(new Set(belongs(...police))).toEqual(new Set(['own']));
    expect(belongs(...list('other', 4), ['other', '京公网安备11010602202215号', 0.9]).at(-1)).toBe('not-own');
  });
});

describe('called an example', () => {
  test.each([
    '例如',
    '示例',
    '样例',
    '格式',
    '例:',
    '例：',
    '形如',
    'e.g. ',
    'E.G. ',
    'an example: ',
    'Sample ',
    'such as ',
    'the format ',
  ])('%s', (before) => {
    expect(belongs(['footer', `${before}${A}`])).toEqual(['not-own']);
  });

  test.each(['案例', '比例', 'counterexample ', 'resample ', 'reformat ', 'nonsuch as ', '备案号：'])(
    'not by %s',
    (before) => {
      expect(belongs(['footer', `${before}${A}`])).toEqual(['own']);
    },
  );

  test.each(['Powered by Sample Studio', '© 格式工厂', '例如', 'for example'])('not by what follows: %s', (after) => {
    expect(belongs(['footer', `${A} ${after}`])).toEqual(['own']);
    expect(belongs(['footer', `客户案例：某某集团 | ${A} ${after}`])).toEqual(['own']);
    expect(belongs(['footer', `例如 ｅ．ｇ． ${A} ${after}`])).toEqual(['not-own']);
  });

  test('by words on the same line, also in pieces before it, and not by those of the line above', () => {
    const inline = { begins: false };
    expect(belongs(['footer', '例如：'], ['footer', A, 0.5, inline])).toEqual(['not-own']);
    expect(belongs(['footer', '例'], ['footer', '如：', 0.5, inline], ['footer', A, 0.5, inline])).toEqual(['not-own']);
    expect(belongs(['footer', '例如：'], ['footer', A])).toEqual(['own']);
    expect(belongs(['footer', '例如：'], ['footer', 'x'], ['footer', A, 0.5, inline])).toEqual(['own']);
  });

  test('by words within some sixty characters before it', () => {
    const inline = { begins: false };
    expect(belongs(['footer', '例如：'], ['footer', 'x'.repeat(40), 0.5, inline], ['footer', A, 0.5, inline])).toEqual([
      'not-own',
    ]);
    expect(belongs(['footer', '例如：'], ['footer', 'x'.repeat(80), 0.5, inline], ['footer', A, 0.5, inline])).toEqual([
      'own',
    ]);
  });
});

describe('each number once', () => {
  test('as the site’s own rather than in doubt, with a link rather than without', () => {
    const link = { href: 'https://beian.miit.gov.cn/' };
    const best = (...lines: Line[]) => judge(lines).numbers.map(({ from, belongs }) => [from, belongs]);
    expect(best(['code', A], ['other', A, 0.9])).toEqual([[1, 'own']]);
    expect(best(['other', A, 0.9], ['code', A])).toEqual([[0, 'own']]);
    expect(best(['other', A, 0.1], ['other', A, 0.9])).toEqual([[1, 'own']]);
    expect(best(['other', A, 0.9], ['other', A, 0.95, link])).toEqual([[1, 'own']]);
    expect(best(['other', A, 0.95, link], ['other', A, 0.9])).toEqual([[0, 'own']]);
    // Whose it is weighs more than its link.
    expect(best(['other', A, 0.1, link], ['other', A, 0.9])).toEqual([[1, 'own']]);
    expect(best(['code', A, 0.1, link], ['other', A, 0.3])).toEqual([[1, 'doubtful']]);
    // The first of equals.
    expect(best(['other', A, 0.8], ['other', A, 0.9])).toEqual([[0, 'own']]);
    expect(best(['footer', A], ['footer', '京ICP备13052560号-2'])).toEqual([
      [0, 'own'],
      [1, 'own'],
    ]);
  });
});

describe('the claim', () => {
  const claim = (...lines: Line[]) => judge(lines).claim?.number ?? null;

  test('is the first filing of the site’s own that the ministry could have given', () => {
    expect(claim(['footer', '京ICP备1305号-1'], ['footer', A])).toBe(A);
    expect(claim(['footer', '京公网安备11010602202215号'], ['footer', '京ICP证030173号'])).toBeNull();
    expect(claim(['other', A, 0.2])).toBeNull();
  });

  test.each([
    ['京ICP备13052560', true],
    ['京ICP备案13052560号', true],
    ['京ICP备99052560号', true],
    ['川ICP备13052560号', false],
    ['ICP备13052560号', false],
    ['京ICP备13052560号-01', false],
    ['京ICP备13052560号-1B', false],
    ['京ICP备130525601号', false],
  ])('%s can be one: %s', (text, can) => {
    expect(claim(['footer', text]) !== null).toBe(can);
  });
});

describe('notices', () => {
  const notices = (...lines: Line[]) => judge(lines).notices;

  test('a picture or nothing is told only where no number is in doubt', () => {
    expect(judge([], 0).notices).toEqual(['nothing-shown']);
    expect(judge([], 1).notices).toEqual(['image-only']);
    expect(judge([['code', A]], 1).notices).toEqual(['image-only']);
    expect(judge([['code', A]], 0).notices).toEqual(['nothing-shown']);
    expect(judge([['other', A, 0.1]], 1).notices).toEqual(['only-doubtful']);
    expect(
      judge([
        ['other', A, 0.1],
        ['code', filing(2)],
      ]).notices,
    ).toEqual(['only-doubtful']);
  });

  test('a licence stands for a filing only with a service behind it', () => {
    expect(notices(['footer', '京ICP证030173号'])).toEqual(['filing-number-missing']);
    expect(notices(['footer', '京ICP证030173号-1'])).toEqual([]);
    expect(notices(['footer', '京B2-20210002'])).toEqual(['filing-number-missing']);
    expect(notices(['footer', '京B2-20210002-1'])).toEqual([]);
  });

  test('the main number or the service’s is wanted as the province’s rules have it', () => {
    const main: ProvinceRule = { kind: 'shows-main-number', cites: [] };
    const provinces = rules.provinces.map((one) => ({
      ...one,
      rules: one.letter === '京' ? [...one.rules, main] : one.rules,
    }));
    const there = (text: string) => judge([['footer', text]], 0, provinces).notices;
    expect(there('京ICP备13052560号')).toEqual([]);
    expect(there('京ICP备13052560号-1')).toEqual(['service-where-main']);
    expect(there('沪ICP备13052560号')).toEqual(['main-where-service']);
    expect(there('沪ICP备13052560号-1')).toEqual([]);
    // A number without a known province has no rules of one.
    expect(there('ICP备13052560号')).toEqual(['main-where-service']);
  });

  test('an app’s number is told, by its letter', () => {
    for (const kind of ['A', 'X', 'K'])
      expect(notices(['footer', `京ICP备13052560号-2${kind}`])).toEqual(['app-number']);
    expect(notices(['footer', '京ICP备13052560号-2'])).toEqual([]);
  });

  test('two services of one subject are no two subjects', () => {
    expect(notices(['footer', A], ['footer', '京ICP备13052560号-2'])).toEqual([]);
    expect(notices(['footer', A], ['footer', filing(2)])).toEqual(['two-subjects']);
  });

  test('provinces are compared over all kinds of numbers, by the characters of each kind', () => {
    expect(notices(['footer', A], ['footer', '京公网安备11010602202215号'])).toEqual([]);
    expect(notices(['footer', A], ['footer', '沪ICP证030173号'])).toEqual(['provinces-differ']);
    expect(notices(['footer', '黔ICP备13052560号-1'], ['footer', '贵公网安备52010202000001号'])).toEqual([]);
    // What has no province differs from none.
    expect(notices(['footer', A], ['footer', 'B2-20210002'])).toEqual([]);
    expect(notices(['footer', A], ['code', '沪ICP备13052561号-1'])).toEqual([]);
  });

  test('several come together', () => {
    expect(notices(['footer', '京ICP备13052560号'], ['footer', '沪ICP备13052561号-2A'])).toEqual([
      'main-where-service',
      'app-number',
      'two-subjects',
      'provinces-differ',
    ]);
  });
});

describe('the line for the footer, as it is pasted', () => {
  const numbers = [
    { kind: 'icp-filing', number: A, digits: '13052560' },
    { kind: 'police', number: '京公网安备11010602202215号', digits: '11010602202215' },
  ] as const;
  const ministry = 'href="https://beian.miit.gov.cn/" target="_blank" rel="noreferrer"';
  const police =
    'href="https://beian.mps.gov.cn/#/query/webSearch?code=11010602202215" target="_blank" rel="noreferrer"';

  test('each form for a page in another language', () => {
    const one = `<a ${ministry} lang="zh-CN">${A}</a>`;
    const two = `<a ${police} lang="zh-CN">京公网安备11010602202215号</a>`;
    expect(snippetOf(numbers, 'html', 'en')).toBe(`<p>\n  ICP filing: \n  ${one}\n  ${two}\n</p>`);
    expect(snippetOf(numbers, 'vue', 'en')).toBe(
      `<template>\n  <p>\n    ICP filing: \n    ${one}\n    ${two}\n  </p>\n</template>`,
    );
    expect(snippetOf(numbers, 'react', 'en')).toBe(
      `export function FilingNumber() {\n  return (\n    <p>\n      {'ICP filing: '}\n      ${one}\n      ${two}\n    </p>\n  );\n}`,
    );
    expect(snippetOf(numbers, 'markdown', 'en')).toBe(
      `ICP filing: [${A}](https://beian.miit.gov.cn/) · [京公网安备11010602202215号](${OFFICIAL.police}11010602202215)`,
    );
  });

  test('each form for a page in Chinese: neither label nor language', () => {
    const one = `<a ${ministry}>${A}</a>`;
    const two = `<a ${police}>京公网安备11010602202215号</a>`;
    expect(snippetOf(numbers, 'html', 'zh-CN')).toBe(`<p>\n  ${one}\n  ${two}\n</p>`);
    expect(snippetOf(numbers, 'vue', 'zh-CN')).toBe(`<template>\n  <p>\n    ${one}\n    ${two}\n  </p>\n</template>`);
    expect(snippetOf(numbers, 'react', 'zh-CN')).toBe(
      `export function FilingNumber() {\n  return (\n    <p>\n      ${one}\n      ${two}\n    </p>\n  );\n}`,
    );
    expect(snippetOf(numbers, 'markdown', 'zh-CN')).toBe(
      `[${A}](https://beian.miit.gov.cn/) · [京公网安备11010602202215号](${OFFICIAL.police}11010602202215)`,
    );
  });

  test.each([
    ['zh', true],
    ['ZH-Hant', true],
    ['zh-CN', true],
    ['zho', true],
    ['en-zh', false],
    ['', false],
  ])('a page in %j is in Chinese: %s', (lang, chinese) => {
    expect(snippetOf(numbers, 'markdown', lang).startsWith('ICP filing: ')).toBe(!chinese);
  });
});
