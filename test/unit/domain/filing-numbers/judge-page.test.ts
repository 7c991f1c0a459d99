import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../../src/domain/filing-numbers/find-filing-numbers.ts';
import {
  judgePage,
  type PagePiece,
  type Place,
  SNIPPET_FORMS,
  snippetOf,
} from '../../../../src/domain/filing-numbers/judge-page.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const MINISTRY = 'https://beian.miit.gov.cn/';

type Line = readonly [place: Place, text: string, at?: number];
const judge = (lines: readonly Line[], images = 0) => {
  const pieces = lines.map(([place, text, at = 0.5]): PagePiece => ({ place, text, at, href: MINISTRY, begins: true }));
  return judgePage({ pieces, images, lang: '', small: '' }, numbersIn(pieces, rules, '2026-11-24'), rules.provinces);
};
const belonging = (lines: readonly Line[]) => judge(lines).numbers.map((one) => one.belongs);

const A = '京ICP备13052560号-1';
const B = '沪ICP备2021003158号-2';

describe('whose number it is', () => {
  test.each<[string, Line[], string[]]>([
    ['in the footer', [['footer', A]], ['own']],
    ['at the page’s end', [['other', A, 0.95]], ['own']],
    ['in the middle', [['other', A, 0.4]], ['doubtful']],
    ['in an article', [['article', A, 0.95]], ['doubtful']],
    ['in code', [['code', A]], ['not-own']],
    ['called an example', [['footer', `格式示例：${A}`]], ['not-own']],
    ['called an example in English', [['footer', `e.g. ${A}`]], ['not-own']],
    ['a placeholder', [['footer', '京ICP备12345678号-1']], ['not-own']],
    [
      'in an article beside the footer’s',
      [
        ['article', B],
        ['footer', A],
      ],
      ['not-own', 'own'],
    ],
    [
      'the footer’s, repeated above',
      [
        ['other', A, 0.1],
        ['footer', A],
      ],
      ['own'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(belonging(lines)).toEqual(expected);
  });

  test('a directory of other sites has none of its own, but its footer does', () => {
    const list = Array.from({ length: 6 }, (_, index): Line => ['other', `京ICP备1305256${index}号-1`, 0.9]);
    expect(new Set(belonging(list))).toEqual(new Set(['not-own']));
    expect(judge([...list, ['footer', B]]).claim?.number).toBe(B);
  });
});

describe('what the rules miss', () => {
  test.each<[string, Line[], string[]]>([
    ['nothing', [], ['nothing-shown']],
    ['right', [['footer', A]], []],
    ['only a police number', [['footer', '京公网安备11010602202215号']], ['filing-number-missing']],
    ['only a licence, with the ministry’s link', [['footer', '京ICP证030173号']], ['main-where-service']],
    ['a licence’s service number', [['footer', '京ICP证030173号-1']], []],
    ['the main number', [['footer', '京ICP备13052560号']], ['main-where-service']],
    ['the main number in Guangdong', [['footer', '粤ICP备13052560号']], []],
    ['the service in Guangdong', [['footer', '粤ICP备13052560号-1']], ['service-where-main']],
    ['an app’s number', [['footer', '京ICP备13052560号-2A']], ['app-number']],
    [
      'two subjects',
      [
        ['footer', A],
        ['footer', '京ICP备13052561号-1'],
      ],
      ['two-subjects'],
    ],
    [
      'two provinces',
      [
        ['footer', A],
        ['footer', '粤公网安备44030502008569号'],
      ],
      ['provinces-differ'],
    ],
    [
      '蜀 and 川 are one province',
      [
        ['footer', '蜀ICP备13052560号-1'],
        ['footer', '川公网安备51011202001113号'],
      ],
      [],
    ],
    ['only doubtful ones', [['other', A, 0.2]], ['only-doubtful']],
  ])('%s', (_, lines, notices) => {
    expect(judge(lines).notices).toEqual(notices);
  });

  test('a picture is said to be one', () => {
    expect(judge([], 1).notices).toEqual(['image-only']);
    expect(judge([['footer', A]], 1).notices).toEqual([]);
  });
});

test('a claim is a well-formed number of the site’s own', () => {
  expect(judge([['footer', A]]).claim?.number).toBe(A);
  expect(judge([['footer', '京ICP备130525号-1']]).claim).toBeNull();
  expect(judge([['article', A]]).claim).toBeNull();
});

describe('the snippet', () => {
  const numbers = [
    { kind: 'icp-filing', number: A, digits: '13052560' },
    { kind: 'police', number: '京公网安备11010602202215号', digits: '11010602202215' },
  ] as const;

  test.each(SNIPPET_FORMS)('as %s leads where it must, with both numbers', (form) => {
    const text = snippetOf(numbers, form, 'en');
    for (const part of [A, MINISTRY, 'https://beian.mps.gov.cn/#/query/webSearch?code=11010602202215'])
      expect(text).toContain(part);
    expect(text).toContain('ICP filing');
    expect(snippetOf(numbers, form, 'zh-CN')).not.toContain('ICP filing');
  });

  test('numbers are marked as simplified Chinese on pages in anything else', () => {
    const marked = ['zh-CN', 'zh-TW', 'ja', ''].map((lang) =>
      snippetOf(numbers, 'html', lang).includes('lang="zh-CN"'),
    );
    expect(marked).toEqual([false, true, true, true]);
    expect(snippetOf(numbers, 'html', 'zh-TW')).not.toContain('ICP filing');
  });

  test('as HTML it is judged right by this very extension', async () => {
    const { piecesOfHtml } = await import('../../../../src/cli/print-numbers.ts');
    const found = numbersIn(piecesOfHtml(snippetOf(numbers, 'html', 'en')), rules, '2026-11-24');
    expect(found.map(({ number, link, problems }) => [number, link, problems])).toEqual([
      [A, 'ok', []],
      ['京公网安备11010602202215号', 'ok', []],
    ]);
  });
});
