/**
 * What a number is made of, part by part: characters, province, digits, year, service, the pieces
 * and the link it stands in.
 */
import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../../../src/domain/filing-numbers/find-filing-numbers.ts';
import {
  judgeLink,
  type NumberProblem,
  type ShownNumber,
  type TextPiece,
} from '../../../../src/domain/filing-numbers/match-numbers.ts';
import { parseLink } from '../../../../src/domain/hostname/parse-link.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-24';
const piece = (text: string, href: string | null = null, begins = false): TextPiece => ({ text, href, begins });
const inPieces = (...pieces: TextPiece[]) => numbersIn(pieces, rules, TODAY);
const inText = (text: string) => inPieces(piece(text));
const shown = (text: string) => inText(text).map((one) => one.number);
const problems = (text: string): readonly NumberProblem[] => {
  const [one, ...more] = inText(text);
  expect(more).toEqual([]);
  return one?.problems ?? ['no-province', 'placeholder'];
};

const A = '京ICP备13052560号-1';

test('a register that imitates the ministry’s has no filing numbers', () => {
  expect(shown('萌ICP备20230001号')).toEqual([]);
  expect(shown(`${A} 萌ICP备20230001号 · 京公网安备11010602202215号`)).toEqual([A, '京公网安备11010602202215号']);
});

describe('all that is told of a number', () => {
  test('where it begins, in the text as the page has it', () => {
    for (const before of ['', '　备案：', 'ﬃ ', '\u200b\u200b例  ', '𠀀𠀀 '])
      expect(inText(`${before}${A}`)[0]?.offset).toBe(before.length);
  });

  const base = { link: 'none', href: null, isDeepLink: false, problems: [], from: 0, to: 0, offset: 0 } as const;
  test.each<[string, ShownNumber]>([
    [A, { ...base, kind: 'icp-filing', number: A, province: '京', digits: '13052560', service: '1', year: 2013 }],
    [
      '粤ICP备2021003158号-2A',
      {
        ...base,
        kind: 'icp-filing',
        number: '粤ICP备2021003158号-2A',
        province: '粤',
        digits: '2021003158',
        service: '2A',
        year: 2021,
      },
    ],
    [
      '沪ICP证030173号',
      {
        ...base,
        kind: 'icp-licence',
        number: '沪ICP证030173号',
        province: '沪',
        digits: '030173',
        service: null,
        year: 2003,
      },
    ],
    [
      '合字B1.B2-20210002',
      {
        ...base,
        kind: 'telecom-licence',
        number: '合字B1.B2-20210002',
        province: null,
        digits: '20210002',
        service: null,
        year: 2021,
      },
    ],
    [
      '京公网安备11010602202215号',
      {
        ...base,
        kind: 'police',
        number: '京公网安备11010602202215号',
        province: '京',
        digits: '11010602202215',
        service: null,
        year: null,
      },
    ],
  ])('%s', (text, expected) => {
    expect(inText(text)).toEqual([expected]);
  });

  test('numbers come in the order of the text, whatever their kinds', () => {
    const all = ['京公网安备11010602202215号', '京B2-20210002', '京ICP证030173号', A];
    expect(shown(all.join('，'))).toEqual(all);
    expect(shown([...all].reverse().join('，'))).toEqual([...all].reverse());
  });
});

describe('characters', () => {
  test.each([
    ['京ICP備13052560號-1', A],
    ['京ICP俻13052560号-1', A],
    ['京ICP證030173號', '京ICP证030173号'],
    ['京ICP証030173号', '京ICP证030173号'],
    ['京公網安備11010602202215號', '京公网安备11010602202215号'],
    ['遼ICP备13052560号', '辽ICP备13052560号'],
    ['滬ICP备13052560号', '沪ICP备13052560号'],
    ['蘇ICP备13052560号', '苏ICP备13052560号'],
    ['閩ICP备13052560号', '闽ICP备13052560号'],
    ['贛ICP备13052560号', '赣ICP备13052560号'],
    ['魯ICP备13052560号', '鲁ICP备13052560号'],
    ['粵ICP备13052560号', '粤ICP备13052560号'],
    ['瓊ICP备13052560号', '琼ICP备13052560号'],
    ['滇ICP备13052560号', '滇ICP备13052560号'],
    ['陝ICP备13052560号', '陕ICP备13052560号'],
    ['隴ICP备13052560号', '陇ICP备13052560号'],
    ['甯ICP备13052560号', '宁ICP备13052560号'],
    ['寧ICP备13052560号', '宁ICP备13052560号'],
    ['晉ICP备13052560号', '晋ICP备13052560号'],
    ['貴公网安备52010202000001号', '贵公网安备52010202000001号'],
    ['京B1·B2-20210002', '京B1.B2-20210002'],
    ['京B1•B2-20210002', '京B1.B2-20210002'],
    ['京ｉｃｐ备１３０５２５６０号－１', A],
  ])('%s is %s', (text, number) => {
    const [one] = inText(text);
    expect([one?.number, one?.problems]).toEqual([number, []]);
  });

  test.each([...'-‐‑‒–—―−─﹘﹣－ー~～'])('a service may stand behind %s', (hyphen) => {
    expect(shown(`京ICP备13052560号${hyphen}1`)).toEqual([A]);
  });

  test('what is no hyphen ends the number', () => {
    for (const mark of ':=+') expect(shown(`京ICP备13052560号${mark}1`)).toEqual(['京ICP备13052560号']);
  });

  test('characters that nobody sees are nowhere in it', () => {
    for (const mark of '\ufe0f\u00ad\u180e\u200b\u200f\u202a\u202e\u2060\u2069\ufeff')
      expect(shown([...A].join(mark)), mark.charCodeAt(0).toString(16)).toEqual([A]);
  });

  test.each([
    ['京 ICP 备 13052560 号 - 1', A],
    ['京\tICP\u3000备\u00a0:  13052560   号 -\n\n1', A],
    ['京I C P备13052560号-1', A],
    ['京ICP备1305 2560号-1', A],
    ['京 公 网 安 备 1101 0602 2022 15号', '京公网安备11010602202215号'],
    ['京ICP备案号：13052560号-1', A],
    ['京ICP备案编号：13052560号-1', A],
    ['京ICP备编号13052560号-1', A],
    ['合 字 B1. B2 - 20210002', '合字B1.B2-20210002'],
    ['京A2.B1.B2,B1.5-20210002', '京A2.B1.B2.B1.5-20210002'],
  ])('%j reads as %s', (text, number) => {
    expect(shown(text)[0]).toBe(number);
  });
});

describe('the province', () => {
  test.each<[string, string | null, NumberProblem[]]>([
    ['蜀ICP备13052560号', '蜀', []],
    ['川ICP备13052560号', '川', ['wrong-province-character']],
    ['川公网安备51011202001113号', '川', []],
    ['蜀公网安备51011202001113号', '蜀', ['wrong-province-character']],
    ['黔ICP备13052560号', '黔', []],
    ['贵ICP备13052560号', '贵', ['wrong-province-character']],
    ['陇ICP证030173号', '陇', []],
    ['甘ICP证030173号', '甘', ['wrong-province-character']],
    ['ICP备13052560号', null, ['no-province']],
    ['公网安备51011202001113号', null, ['no-province']],
    // Licenses of more than one province have none, and are right so.
    ['B2-20210002', null, []],
    ['川B2-20210002', null, []],
    ['蜀B2-20210002', '蜀', []],
  ])('%s: %s %j', (text, province, told) => {
    const [one] = inText(text);
    expect([one?.province, one?.problems]).toEqual([province, told]);
    expect(
      one?.number.startsWith(province ?? (one.kind === 'telecom-licence' ? 'B' : one.kind === 'police' ? '公' : 'I')),
    ).toBe(true);
  });

  test('digits of a police number begin with the code of its province; too few digits are told alone', () => {
    expect(problems('粤公网安备51011202001113号')).toEqual(['code-and-character-differ']);
    expect(problems('粤公网安备44011202001113号')).toEqual([]);
    expect(problems('粤公网安备510112020011号')).toEqual(['digit-count']);
    // A character of the other kind of number has no code to differ from.
    expect(problems('蜀公网安备44011202001113号')).toEqual(['wrong-province-character']);
    expect(problems('粤ICP备51011202号')).toEqual(['year-unlikely']);
  });
});

describe('digits', () => {
  test.each<[string, number, boolean]>([
    ['京ICP备#号', 8, true],
    ['京ICP备#号', 10, true],
    ['京ICP备#号', 7, false],
    ['京ICP备#号', 9, false],
    ['京ICP备#号', 11, false],
    ['京ICP证#号', 6, true],
    ['京ICP证#号', 5, false],
    ['京ICP证#号', 8, false],
    ['京公网安备#号', 14, true],
    ['京公网安备#号', 13, false],
    ['京公网安备#号', 15, false],
    ['京B2-#', 8, true],
    ['京B2-#', 7, false],
    ['京B2-#', 10, false],
  ])('%s with %i digits is well-formed: %s', (form, count, sound) => {
    // Eight and more begin with a year; a police number with Beijing's code.
    const digits = (
      form.includes('公') ? '1101060220221598' : count === 8 && form.includes('备') ? '13052560' : '2020052563'
    ).slice(0, count);
    const [one] = inText(form.replace('#', count > digits.length ? digits.padEnd(count, '7') : digits));
    expect(one?.problems.includes('digit-count')).toBe(!sound);
  });

  test('a telecom licence has at least six digits and at most ten, else it is something else', () => {
    expect(shown('京B2-20210')).toEqual([]);
    expect(shown('京B2-202105')).toEqual(['京B2-202105']);
    expect(shown('京B2-20210567890')).toEqual([]);
    for (const before of ['X', '1', '.']) expect(shown(`${before}B2-20210002`)).toEqual([]);
    for (const other of ['C2-20210002', 'B3-20210002', 'B20210002', 'B2 20210002']) expect(shown(other)).toEqual([]);
  });

  test('without 号 the digits end where as many are told, else at the first space', () => {
    expect(shown('京ICP备1305 2560')).toEqual(['京ICP备13052560号']);
    expect(shown('京ICP备13052560 2026')).toEqual(['京ICP备13052560号']);
    expect(shown('京ICP备13052560 2026-1')).toEqual(['京ICP备13052560号']);
    expect(shown('京ICP备130525 2026 1')).toEqual(['京ICP备130525号']);
    expect(shown('京ICP备130525 2026 1号')).toEqual(['京ICP备13052520261号']);
    expect(shown('京ICP备1305256')).toEqual(['京ICP备1305256号']);
    expect(inText('京ICP备13052560 2026-1')[0]).toMatchObject({ service: null, problems: ['no-hao'] });
    expect(inText('京ICP备13052560-1')[0]).toMatchObject({ service: '1', problems: ['no-hao'] });
  });

  test.each([
    '00000000',
    '99999999',
    '12345678',
    '01234567',
    '23456789',
    '1234567890',
    '0123456789',
    '2020000000',
    '2020000001',
    '1999000000',
  ])('%s is nobody’s number', (digits) => {
    expect(problems(`京ICP备${digits}号`)).toContain('placeholder');
  });

  test.each(['13052560', '87654321', '2020000002', '2020000010', '2020100000', '20200000', '11111112', '2111111111'])(
    '%s may be somebody’s',
    (digits) => {
      expect(problems(`京ICP备${digits}号`)).not.toContain('placeholder');
    },
  );
});

describe('the year', () => {
  test.each<[string, number | null, boolean]>([
    // Filings exist since 2005; eight digits begin with two of the year until 2021, ten with four
    // since 2020.
    ['京ICP备05052560号', 2005, true],
    ['京ICP备04052560号', 2004, false],
    ['京ICP备21052560号', 2021, true],
    ['京ICP备22052560号', 2022, false],
    ['京ICP备2020052560号', 2020, true],
    ['京ICP备2019052560号', 2019, false],
    ['京ICP备2026052560号', 2026, true],
    ['京ICP备2027052560号', 2027, false],
    ['京ICP证000173号', 2000, true],
    ['京ICP证260173号', 2026, true],
    ['京ICP证270173号', 2027, false],
    ['京B2-20000002', 2000, true],
    ['京B2-19990002', 1999, false],
    ['京B2-20260002', 2026, true],
    ['京B2-20270002', 2027, false],
    // Where the digits are not as many as they should be, none of them is a year.
    ['京ICP备130525601号', null, true],
    ['京ICP证0301731号', null, true],
    ['京B2-199900021', null, true],
    ['京公网安备11010602202215号', null, true],
  ])('of %s is %s, likely: %s', (text, year, likely) => {
    const [one] = inText(text);
    expect(one?.year).toBe(year);
    expect(one?.problems.includes('year-unlikely')).toBe(!likely);
  });
});

describe('the service', () => {
  test.each([
    ['沪ICP备15012345号 — 2015-2024', null],
    ['沪ICP备15012345号 - 2015', null],
    ['沪ICP备15012345号 -2015', '2015'],
    ['沪ICP备15012345号-2015', '2015'],
    ['沪ICP备15012345号 - 20', '20'],
    ['沪ICP备15012345号 - 20155', '20155'],
  ])('a year behind a dash between blanks is none: %s', (text, service) => {
    expect(inText(text)[0]?.service).toBe(service);
  });

  test.each<[string, string | null, NumberProblem[]]>([
    ['', null, []],
    ['-1', '1', []],
    ['-12', '12', []],
    ['-123456', '123456', []],
    ['-2A', '2A', []],
    ['-2X', '2X', []],
    ['-2K', '2K', []],
    ['-2a', '2A', []],
    ['-2B', '2B', ['service-kind']],
    ['-02', '2', ['service-number']],
    ['-002', '2', ['service-number']],
    ['-0', '0', ['service-number']],
    ['-00', '0', ['service-number']],
    ['-02B', '2B', ['service-kind']],
    ['-02A', '2A', ['service-number']],
    ['-2AB', '2', []],
    ['-A', null, []],
    ['-', null, []],
  ])('of a number followed by %j is %s', (tail, service, told) => {
    for (const number of ['京ICP备13052560号', '京ICP证030173号', '京B2-20210002']) {
      const [one] = inText(`${number}${tail}`);
      expect([one?.number, one?.service, one?.problems]).toEqual([
        service === null ? number : `${number}-${service}`,
        service,
        told,
      ]);
    }
  });

  test('a police number has none', () => {
    expect(inText('京公网安备11010602202215号-1')[0]).toMatchObject({
      number: '京公网安备11010602202215号',
      service: null,
      problems: [],
    });
  });
});

test('how it is written is told: 案 too much, 号 too little', () => {
  expect(problems('京ICP备案13052560号')).toEqual(['written-beian']);
  expect(problems('京公网安备案11010602202215号')).toEqual(['written-beian']);
  expect(problems('京ICP备13052560')).toEqual(['no-hao']);
  expect(problems('京ICP备案13052560')).toEqual(['written-beian', 'no-hao']);
  expect(problems('京B2-20210002')).toEqual([]);
  expect(shown('京B2-20210002号')).toEqual(['京B2-20210002']);
});

test('several problems come in one order', () => {
  expect(problems('川ICP备案00000000-0')).toEqual([
    'wrong-province-character',
    'written-beian',
    'no-hao',
    'year-unlikely',
    'service-number',
    'placeholder',
  ]);
});

describe('the pieces it stands in', () => {
  const where = (...pieces: TextPiece[]) => inPieces(...pieces).map(({ from, to }) => [from, to]);

  test('are from that of its first character to that of its last', () => {
    expect(where(piece('京ICP备13052560号-1'))).toEqual([[0, 0]]);
    expect(
      where(piece('备案：'), piece('京'), piece('ICP备'), piece('13052560号'), piece('-1'), piece(' 版权')),
    ).toEqual([[1, 4]]);
    expect(where(piece('京ICP备13052560号'), piece('沪ICP备13052561号'))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test('do not include what only stands before it', () => {
    expect(where(piece('电话'), piece(' ICP备13052560号'))).toEqual([[1, 1]]);
    expect(where(piece('京'), piece('ICP备13052560号'))).toEqual([[0, 1]]);
    expect(where(piece('电'), piece('B2-20210002'))).toEqual([[1, 1]]);
  });

  test('end with the digits where nothing tells what follows', () => {
    expect(where(piece('京ICP备13052560'), piece(' 2026'))).toEqual([[0, 0]]);
    expect(where(piece('京ICP备'), piece('13052560 20'), piece('26'))).toEqual([[0, 1]]);
  });

  test('full-width forms of several characters do not shift them', () => {
    expect(where(piece('㍿㍿ﬃ'), piece('京ICP备13052560号'), piece('㍿'))).toEqual([[1, 1]]);
    expect(where(piece('𠮷𠮷'), piece('京ICP备13052560号'))).toEqual([[1, 1]]);
  });

  test('a new line may stand between its parts, not within its digits', () => {
    const lines = (...texts: string[]) =>
      inPieces(...texts.map((text) => piece(text, null, true))).map(({ number }) => number);
    expect(lines('京ICP备', '13052560号', '-1')).toEqual([A]);
    expect(lines('京ICP备1305', '2560号-1')).toEqual(['京ICP备1305号']);
    expect(lines('京ICP备1305 ', ' 2560号-1')).toEqual(['京ICP备1305号']);
    expect(inPieces(piece('京ICP备1305'), piece('2560号-1')).map(({ number }) => number)).toEqual([A]);
  });
});

describe('the link it stands in', () => {
  const MINISTRY = 'https://beian.miit.gov.cn/';

  test('is the first of its pieces that has one and shows something', () => {
    const href = (...pieces: TextPiece[]) => inPieces(...pieces)[0]?.href;
    expect(href(piece('京ICP备13052560号', MINISTRY))).toBe(MINISTRY);
    expect(href(piece('京ICP备'), piece('13052560号', MINISTRY), piece('-1', 'https://two.example/'))).toBe(MINISTRY);
    expect(href(piece('京ICP备13052560号'), piece(' ', 'https://blank.example/'), piece('-1', MINISTRY))).toBe(
      MINISTRY,
    );
    // Links before and behind it are not its own.
    expect(href(piece('备案', MINISTRY), piece('京ICP备13052560号'), piece('。', MINISTRY))).toBeNull();
  });

  test('is judged by the kind of the number', () => {
    expect(inPieces(piece('京ICP备13052560号', MINISTRY))[0]?.link).toBe('ok');
    expect(inPieces(piece('京公网安备11010602202215号', MINISTRY))[0]?.link).toBe('other');
    expect(inPieces(piece('京公网安备11010602202215号', 'https://beian.mps.gov.cn/'))[0]?.link).toBe('ok');
  });

  test('of a police number asks for that number, by any of its names', () => {
    const told = (text: string, query: string) =>
      inPieces(piece(text, `https://beian.mps.gov.cn/#/query/webSearch${query}`))[0]?.problems;
    const police = '京公网安备11010602202215号';
    for (const query of [
      '?code=11010602202215',
      '?recordcode=11010602202215',
      '?a=1&RecordCode=11010602202215',
      '',
      '?code=',
    ])
      expect(told(police, query), query).toEqual([]);
    for (const query of ['?code=11010602202216', '?a=1&recordcode=1', '?Code=110106022022151'])
      expect(told(police, query), query).toEqual(['link-code-differs']);
    expect(told(police, '?barcode=1')).toEqual([]);
    expect(told('京ICP备13052560号', '?code=1')).toEqual([]);
  });

  test.each([
    ['https://beian.miit.gov.cn:8443/', 'retired'],
    ['https://user@beian.miit.gov.cn/', 'retired'],
    ['https://user@www.miitbeian.gov.cn/', 'look-alike'],
    ['  https://beian.miit.gov.cn/  ', 'ok'],
    ['https://notmiitbeian.gov.cn/', 'other'],
    ['https://a.b.miibeian.gov.cn/', 'retired'],
    ['https://www.gov.cn/', 'other'],
    ['https://beian.mps.gov.cn/', 'other'],
    ['https://beian.example/', 'look-alike'],
    ['https://miit.example/', 'look-alike'],
    ['https://milt.example/', 'look-alike'],
    ['https://mi1t.example/', 'look-alike'],
    ['https://miib.example/', 'look-alike'],
    ['https://www.mps.example/', 'look-alike'],
    ['https://my-mps-1.example/', 'look-alike'],
    ['https://lamps.example/', 'other'],
    ['https://www.mpsa.example/', 'other'],
    ['https://www.gov-cn.example/', 'look-alike'],
    ['https://www.gov.cn.example/', 'look-alike'],
    ['https://govxcn.example/', 'other'],
    ['https://mixt.example/', 'other'],
    ['https://example.com/?beian', 'other'],
    ['ftp://beian.miit.gov.cn/', 'other'],
    ['JavaScript:void(0)', 'none'],
    ['about:blank', 'none'],
    ['#top', 'none'],
    [' ', 'none'],
    ['', 'none'],
    ['/about:blank', 'other'],
  ])('%j of a filing is %s', (href, state) => {
    expect(judgeLink('icp-filing', href, parseLink)).toBe(state);
    expect(judgeLink('telecom-licence', href, parseLink)).toBe(state);
  });

  test.each([
    ['https://www.beian.gov.cn/', 'retired'],
    ['http://beian.mps.gov.cn/', 'retired'],
    ['https://www.miitbeian.gov.cn/', 'other'],
    ['https://notbeian.gov.cn/', 'other'],
  ])('%j of a police number is %s', (href, state) => {
    expect(judgeLink('police', href, parseLink)).toBe(state);
  });
});
