/**
 * Numbers that are none of the ministry's, placeholders, misspelled numbers, and licenses that
 * stand for a record.
 */
import { describe, expect, test } from 'vitest';
import { piecesOfHtml } from '../../../../src/cli/print-numbers.ts';
import { numbersIn } from '../../../../src/domain/filing-numbers/find-filing-numbers.ts';
import { judgePage, numbersToShow, type PagePiece } from '../../../../src/domain/filing-numbers/judge-page.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const TODAY = '2026-11-24';
const inHtml = (html: string) => numbersIn(piecesOfHtml(html), rules, TODAY);
const shown = (html: string) => inHtml(html).map(({ number }) => number);
const MINISTRY = 'https://beian.miit.gov.cn/';
const POLICE = 'https://beian.mps.gov.cn/#/query/webSearch?code=';
/** As if all of it stood in a footer. */
const inFooter = (html: string) => {
  const pieces = piecesOfHtml(html).map((piece): PagePiece => ({ ...piece, place: 'footer', at: 1 }));
  return judgePage({ pieces, images: 0, lang: 'zh-CN', small: '' }, numbersIn(pieces, rules, TODAY), rules.provinces);
};
const WIDE = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('what stands where the province’s character belongs and is none makes it no filing of the ministry', () => {
  const OTHERS = [...'茶喵雾团本萌猫梦星云端', '喵喵', '🍵', '🐱', 'Ω', 'Moe', 'ニャ', '★'].filter(
    (one) => one !== '云',
  );
  const SPELLINGS: Readonly<Record<string, (sign: string) => string>> = {
    plain: (sign) => `${sign}ICP备20241100号`,
    'with 案': (sign) => `${sign}ICP备案 20241100号`,
    'full-width': (sign) => `${sign}${WIDE('ICP')}备${WIDE('20241100')}号`,
    traditional: (sign) => `${sign}ICP備20241100號-1`,
    'split by tags': (sign) => `<span>${sign}</span><b>ICP备</b><i>20241100</i>号`,
    'with an official link': (sign) => `<a href="${MINISTRY}">${sign}ICP备20241100号</a>`,
    'in a picture’s words': (sign) => `<img alt="${sign}ICP备20241100号">`,
    'in brackets': (sign) => `[${sign}]ICP备20241100号`,
  };
  describe.each(Object.entries(SPELLINGS))('%s', (name, spell) => {
    test.each(name === 'in brackets' ? OTHERS.filter((one) => [...one].length === 1) : OTHERS)('%s', (sign) => {
      expect(shown(spell(sign))).toEqual([]);
      // The page's real number beside it is found all the same.
      expect(shown(`${spell(sign)}<p>京ICP备13052560号-1</p>`)).toEqual(['京ICP备13052560号-1']);
      expect(inFooter(spell(sign)).claim).toBeNull();
    });
  });

  test('a sign that stands alone before a blank is the number’s, a word is not', () => {
    expect(shown('<p>| 茶 ICP备20241100号</p>')).toEqual([]);
    expect(shown('<p>版权所有 ICP备13052560号</p>')).toEqual(['ICP备13052560号']);
  });

  test.each(['备案号', '备案编号为', '本站备案：', '网站', '版权所有'])('%s only calls it', (words) => {
    expect(inHtml(`${words}ICP备13052560号`)[0]).toMatchObject({ province: null, problems: ['no-province'] });
  });
});

test.each([
  ['https://icp.gov.moe/?keyword=13052560', []],
  ['https://icp.gov.moe/', []],
  ['https://icp.example.com/id.php?keyword=13052560', []],
  ['https://myicp.example/13052560', []],
  // Services that look numbers up, and the site's own pages, are not registers.
  ['https://icp.chinaz.com/home/info?host=13052560', ['京ICP备13052560号']],
  ['https://www.beianx.cn/search/13052560', ['京ICP备13052560号']],
  ['https://example.com/about', ['京ICP备13052560号']],
  ['https://beian.miit.gov.cn/', ['京ICP备13052560号']],
])('a number whose link goes to %s', (href, numbers) => {
  expect(shown(`<a href="${href}">京ICP备13052560号</a>`)).toEqual(numbers);
});

describe('digits followed by X or * are a placeholder', () => {
  test.each([
    ['京ICP备2022XXXX号', '京ICP备2022XXXX号'],
    ['京ICP备2022xxxx号-1', '京ICP备2022XXXX号-1'],
    ['京ICP备2022****号', '京ICP备2022****号'],
    ['京ICP备2022＊＊＊＊号', '京ICP备2022****号'],
    ['京ICP备12ＸＸＸＸ78号', '京ICP备12XXXX78号'],
    ['京ICP备2022 XXXXXX 号', '京ICP备2022XXXXXX号'],
    ['京ICP备2022<b>XXXX</b>号', '京ICP备2022XXXX号'],
    ['浙公网安备 33010xxxxxxxxx号', '浙公网安备33010XXXXXXXXX号'],
    ['京ICP备13052560号-X', '京ICP备13052560号'],
  ])('%s', (html, number) => {
    const [found, ...more] = inHtml(html);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ number, problems: ['placeholder'] });
    const judged = inFooter(`<a href="${MINISTRY}">${html}</a>`);
    expect(judged.claim).toBeNull();
    expect(numbersToShow(judged)).toEqual([]);
  });

  test.each(['京ICP备XXXXXXXX号', '京ICP备********号', '京公网安备XXXXXXXXXXXXXX号'])(
    '%s has no digit at all',
    (text) => {
      expect(inHtml(text)).toEqual([]);
    },
  );

  test('a word that begins with X behind a number is none', () => {
    expect(inHtml('京ICP备13052560 XX公司')[0]).toMatchObject({ number: '京ICP备13052560号', problems: ['no-hao'] });
    expect(inHtml('京ICP备13052560号-1X')[0]).toMatchObject({ service: '1X', problems: [] });
  });
});

describe('misspelt numbers are seen, and said to be misspelt', () => {
  const POLICE_NUMBER = '皖公网安备34112402000300号';
  const FILING = '京ICP备14003088号';
  test.each([
    ['皖公安备 34112402000300', POLICE_NUMBER],
    ['皖公安备案 34112402000300号', POLICE_NUMBER],
    ['皖公安备案号：34112402000300', POLICE_NUMBER],
    ['皖公安网备34112402000300', POLICE_NUMBER],
    ['皖公安網備34112402000300號', POLICE_NUMBER],
    ['皖公网备34112402000300号', POLICE_NUMBER],
    ['皖公网安34112402000300号', POLICE_NUMBER],
    ['皖公网按备34112402000300号', POLICE_NUMBER],
    ['皖公安联网备34112402000300号', POLICE_NUMBER],
    ['皖网安备34112402000300号', POLICE_NUMBER],
    ['皖公网安备字34112402000300号', POLICE_NUMBER],
    ['<b>皖</b>公安<i>备</i> ３４１１２４０２０００３００', POLICE_NUMBER],
    [`<a href="${POLICE}34112402000300">皖34112402000300</a>`, POLICE_NUMBER],
    ['京ICP备字14003088号', FILING],
    ['京ICP备第14003088号', FILING],
    ['京ICP备案字第14003088号', FILING],
    ['京ICP備字第 14003088 號', FILING],
    ['京ICP备（14003088）号', FILING],
    ['（京）ICP备14003088号', FILING],
    ['京IPC备14003088号', FILING],
    ['京lCP备14003088号', FILING],
    ['京1CP备14003088号', FILING],
    ['京ICP被14003088号', FILING],
    ['京备ICP14003088号', FILING],
    ['京ICP字14003088号', FILING],
    [`<a href="${MINISTRY}">京14003088号</a>`, FILING],
  ])('%s', (html, number) => {
    const [found, ...more] = inHtml(html);
    expect(more).toEqual([]);
    expect(found?.number).toBe(number);
    expect(found?.problems).toContain('misspelt');
    expect(inFooter(html).notices).not.toContain('nothing-shown');
  });

  test('a bare code is a number by its link alone', () => {
    const [found] = inHtml(`<a href="${POLICE}11010502026705">11010502026705</a>`);
    expect(found).toMatchObject({ kind: 'police', digits: '11010502026705', province: null });
    expect(found?.problems).toContain('misspelt');
    expect(inHtml('<p>11010502026705</p><a href="https://example.com/">11010502026705</a>')).toEqual([]);
    expect(inHtml(`<a href="${POLICE}11010502026705">京公网安备 11010502026705号</a>`)).toHaveLength(1);
  });

  test.each(['公安备案', '公安备案号：', '粤公安备2021', '电话 13800138000', '办公备用 12', 'ICP字 2021 年'])(
    '%s is no number',
    (text) => {
      expect(inHtml(text)).toEqual([]);
    },
  );

  test('the line that the police’s platform gives out has no 号, and is right', () => {
    const html = `<a href="${POLICE}44060502003700">粤公网安备44060502003700</a>`;
    expect(inHtml(html)[0]?.problems).toEqual([]);
    expect(inHtml('粤公网安备44060502003700')[0]?.problems).toEqual(['no-hao']);
  });
});

describe('a licence’s number is a record’s', () => {
  test.each<[string, string | null, string[]]>([
    [`<a href="${MINISTRY}#/Integrated/index">京B2-20090059</a>`, '京B2-20090059', ['main-where-service']],
    [`<a href="${MINISTRY}#/Integrated/index">粤B2-20090059</a>`, '粤B2-20090059', []],
    ['京B2-20090059-5', '京B2-20090059-5', []],
    ['京ICP证030173号-1', '京ICP证030173号-1', []],
    [`<a href="${MINISTRY}">京ICP证030173号</a>`, '京ICP证030173号', ['main-where-service']],
    ['京B2-20090059', null, ['filing-number-missing']],
    ['<a href="https://example.com/">京ICP证030173号</a>', null, ['filing-number-missing']],
  ])('%s', (html, claim, notices) => {
    const judged = inFooter(html);
    expect(judged.claim?.number ?? null).toBe(claim);
    expect(judged.notices).toEqual(notices);
  });

  test('beside a filing, the filing is what the site claims', () => {
    const html = `<a href="${MINISTRY}">京B2-20090059</a> <a href="${MINISTRY}">京ICP备14003088号-1</a>`;
    expect(inFooter(html).claim?.number).toBe('京ICP备14003088号-1');
  });
});

describe('what a footer may repeat', () => {
  test.each<[string, string[]]>([
    ['ICP备14003088号-1', []],
    ['公网安备34112402000300号', []],
    ['京ICP备1400308号', []],
    ['京ICP备第14003088号-1', ['京ICP备14003088号-1']],
    ['京B2-20090059', []],
    ['京ICP备14003088号-1 皖公安备34112402000300', ['京ICP备14003088号-1', '皖公网安备34112402000300号']],
  ])('of %s: %j', (html, numbers) => {
    expect(numbersToShow(inFooter(html)).map(({ number }) => number)).toEqual(numbers);
  });
});

test.each<[string, boolean]>([
  ['https://beian.miit.gov.cn/', false],
  ['https://beian.miit.gov.cn', false],
  ['//beian.miit.gov.cn/', false],
  ['https://beian.miit.gov.cn/#/Integrated/index', true],
  ['https://beian.miit.gov.cn/publish/query/indexFirst.action', true],
  ['https://beian.miit.gov.cn/?from=footer', true],
  ['http://www.beian.miit.gov.cn/#/', false],
])('%s leads deeper than the bare address: %s', (href, isDeepLink) => {
  expect(inHtml(`<a href="${href}">京ICP备14003088号-1</a>`)[0]?.isDeepLink).toBe(isDeepLink);
});

describe('a number whose parts stand apart is read whole, and said to be misspelt', () => {
  test.each([
    ['京ICP备(2021)000123号', '京ICP备2021000123号'],
    ['鄂ICP备[2021]000123号', '鄂ICP备2021000123号'],
    ['鄂ICP备〔2021〕 000123号-2', '鄂ICP备2021000123号-2'],
    ['渝ICP备【2021】000123号-1', '渝ICP备2021000123号-1'],
    ['京ICP备2021-000123号', '京ICP备2021000123号'],
    ['京ICP备【2021000123】号', '京ICP备2021000123号'],
    ['京ICP备「2021000123」号-1', '京ICP备2021000123号-1'],
    ['京ICP2021000123号', '京ICP备2021000123号'],
    ['沪ICP 13052560号-2', '沪ICP备13052560号-2'],
    ['京I.C.P.备13052560号', '京ICP备13052560号'],
    ['京公网安备（11010502026705）号', '京公网安备11010502026705号'],
    ['京ICP备2021.012345号', '京ICP备2021012345号'],
    ['京-ICP备-2021012345号', '京ICP备2021012345号'],
    ['京ICP-备2021012345号', '京ICP备2021012345号'],
    ['京CP备2021012345号', '京ICP备2021012345号'],
    ['京备2021012345号-2', '京ICP备2021012345号-2'],
    ['北京ICP备2021012345号', '京ICP备2021012345号'],
    ['广东省ICP备2021012345号', '粤ICP备2021012345号'],
    ['四川省公网安备51010502026705号', '川公网安备51010502026705号'],
  ])('%s', (text, number) => {
    expect(inHtml(`<p>${text}</p>`)).toMatchObject([{ number, problems: ['misspelt'] }]);
  });

  test('a year in brackets behind a whole number is no part of it', () => {
    expect(inHtml('京ICP备13052560号 (2021)')).toMatchObject([{ number: '京ICP备13052560号', problems: [] }]);
    expect(inHtml('京ICP备13052560号-1 [2021] 12345678号')[0]).toMatchObject({ number: '京ICP备13052560号-1' });
  });
});

describe('letters among the digits are read as what they look like, and said to be misspelt', () => {
  test.each([
    ['京ICP备2O21012345号', '京ICP备2021012345号'],
    ['京ICP备202l012345号-1', '京ICP备2021012345号-1'],
    ['沪ICP备13o52s60号', null],
    ['沪ICP备1305256O号', '沪ICP备13052560号'],
    ['沪ICP备：I3O52560号', '沪ICP备13052560号'],
    ['京公网安备11O10502026705号', '京公网安备11010502026705号'],
    // Too few digits to be sure.
    ['京ICP备OOOO1234号', null],
  ])('%s: %s', (text, number) => {
    const whole = inHtml(`<p>${text}</p>`).filter(({ problems }) => !problems.includes('digit-count'));
    expect(whole).toMatchObject(number === null ? [] : [{ number, problems: ['misspelt'] }]);
  });

  test('words behind a number stay words', () => {
    expect(inHtml('京ICP备13052560号OIL')).toMatchObject([{ number: '京ICP备13052560号', problems: [] }]);
    expect(inHtml('京ICP备13052560 OIL Ltd')).toMatchObject([{ number: '京ICP备13052560号', problems: ['no-hao'] }]);
  });
});

describe('a service behind another sign than a dash is read, and said to be misspelt', () => {
  test.each(['(1)', '（1）', '_1', '.1', '/1', '#1'])('%s', (service) => {
    expect(inHtml(`<p>京ICP备13052560号${service}</p>`)).toMatchObject([
      { number: '京ICP备13052560号-1', service: '1', problems: ['misspelt'] },
    ]);
  });

  test.each(['(2021)', '.1月', '.1.2', ' (1)', '（试运行）', '/首页'])('%s is none', (words) => {
    expect(inHtml(`<p>京ICP备13052560号${words}</p>`)).toMatchObject([{ service: null, problems: [] }]);
  });
});
