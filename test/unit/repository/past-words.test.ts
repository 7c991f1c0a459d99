import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { LOCALES, type Locale } from '../../../src/domain/common/locale.ts';
import { rules } from '../../support/shipped-ruleset.ts';

/** Words that were in use and are not any more, each with the word that the field has for it. */
const GONE: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bsub-domain/i, 'subdomain'],
    [/\bworking day/i, 'business day'],
    [/\b(?:organis|recognis|authoris|synchronis|summaris)/i, 'American spelling'],
    [/\b(?:colour|behaviour|favour|centre\b|catalogue|cancelled|labelled|defence)/i, 'American spelling'],
    [/\b[Ll]icence/, 'license'],
    [/\bfiling subject|\bof its subject\b/i, 'filing entity'],
    [/\bserved? (?:from|it from)\b/i, 'hosted'],
    [/\bas things stand\b/i, 'at present'],
    [/\bpapers\b/i, 'documents'],
    [/\bsomebody|\bnobody\b/i, 'someone, no one'],
    [/\bcannot\b/i, 'can’t'],
    [/\(s\)/, 'the number last: Websites: 5'],
    [/\bof (?:its|your) own\b(?! site)/i, 'your own'],
    [/\bput away\b|\btake (?:it )?in\b|\bin view\b/i, 'close, import, in the side panel'],
    [/\bdismiss/i, 'hide'],
    [/\bMany names\b|\bCheck many domains\b/i, 'portfolio'],
  ],
  zh_CN: [
    [/可注册域名/, '主域名'],
    [/不可备案/, '无法备案'],
    [/(?<!暂)(?<!能)不能备案/, '无法备案; 暂不能备案 where it can be put right'],
    [/组合|批量/, '域名清单'],
    [/公共机构/, '党政机关和事业单位'],
    [/受阻/, '暂不能备案'],
    [/云厂商/, '云服务商'],
    [/由[^，。]{0,8}提供服务/, '服务器在…'],
    [/公网安备号|域名所有者|持证(?!单位|网站)/, '公安备案号, 域名持有者, 已获许可'],
    [/不确定(?!，|。|属于)(?<!或不确定)|存疑/, '无法判断'],
    [/可备案/, '可以备案; 后缀已批复 where nothing else is known'],
  ],
  zh_TW: [
    [/可註冊網域/, '主網域'],
    [/(?<!暫)(?<!還)不能備案|不可備案/, '無法備案'],
    [/組合|批次/, '網域清單'],
    [/公共機構/, '黨政機關和事業單位'],
    [/入庫/, '建檔'],
    [/批覆|批復|獲批/, '核准; 持有許可 of registrars'],
    [/受阻/, '暫不能備案'],
    [/港澳臺|臺灣/, '台'],
    [/工作日/, '工作天'],
    [/境外|國外/, '大陸以外'],
    [/由[^，。]{0,10}提供服務/, '伺服器在…'],
    [/域名證書|擁有者/, '網域證書, 持有者'],
    [/存疑|不確定(?<!或不確定)/, '無法判斷'],
    [/軟件|網絡(?!（)|默認|(?<!主体)信息(?!化)|支持/, 'the words of Taiwan'],
  ],
  ja: [
    [/登録可能ドメイン/, '登録ドメイン'],
    [/(?<!（)(?<!（ICP)(?<![「])(?:ICP)?備案/, 'ICP登録; 備案 only in brackets behind it'],
    [/接入備案|空殻|事業単位(?!）)/, '接続登録, 実体のない登録, 公的機関'],
    [/届け?出/, 'ICP登録'],
    [/配信(?!リージョン)/, '公開, 利用'],
    [/本土外/, '本土以外'],
    [/判断できません(?!。)|判断不能|不確か/, '判断不可'],
    [/障害/, '要対応, 登録不可'],
    [/認可(?!コード)|認定/, '許可'],
    [/他者|ご自身/, '他の人・組織, 自分'],
    [/ICP ?許可証/, 'ICPライセンス'],
    [/法定代表者/, '法定代表人'],
    [/横に表示|片付け/, 'サイドパネルで開く, 閉じる'],
    [/ブラウザー/, 'ブラウザ'],
    [/オプション/, '設定'],
  ],
};

/** What each outcome is called, wherever it stands alone: messages of one row say the same. */
const OUTCOMES: readonly (readonly string[])[] = [
  ['headline_unknown', 'outcome_cannot_tell', 'chip_unknown', 'part_unclear', 'tag_unclear', 'facts_status_uncertain'],
  ['outcome_suffix_pass', 'facts_status_approved', 'sides_yes'],
  ['outcome_suffix_fail', 'facts_status_not_approved', 'sides_no'],
  ['headline_suffix_approved', 'chip_yes'],
  ['part_cannot', 'chip_no'],
  ['portfolio_title', 'popup_portfolio'],
];

/** Said of a name of which nothing but the suffix is known: it promises nothing. */
const SUFFIX_ALONE = ['headline_suffix_approved', 'chip_yes', 'options_icon', 'action_title_signs'];

function messagesOf(locale: Locale): Record<string, { message: string }> {
  return JSON.parse(readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8'));
}

/** Returns the texts of a language for the stores, by file. Keywords are what people look for. */
function storeTexts(locale: Locale): (readonly [string, string])[] {
  return ['listing', 'privacy'].flatMap((folder) =>
    readFileSync(join(ROOT, 'docs/store', folder, `${locale}.md`), 'utf8')
      .split(/^## /m)
      .filter((section) => !/^(?:Keywords|关键词|關鍵字|キーワード)\n/.test(section))
      .flatMap((section) => section.split('\n').map((line) => [`${folder}/${locale}.md`, line] as const)),
  );
}

describe('words that must not come back', () => {
  test.each(LOCALES)('%s, in the interface, in the facts and in the stores', (locale) => {
    const texts = [
      ...Object.entries(messagesOf(locale)).map(([key, { message }]) => [key, message] as const),
      ...textsIn(rules, locale, ''),
      ...storeTexts(locale),
    ];
    const found = texts.flatMap(([where, text]) =>
      GONE[locale].filter(([word]) => word.test(text)).map(([, better]) => `${where}: ${text} → ${better}`),
    );
    expect(found).toEqual([]);
  });

  test.each(LOCALES)('%s has one word for one outcome', (locale) => {
    const messages = messagesOf(locale);
    for (const row of OUTCOMES) {
      expect(new Set(row.map((key) => messages[key]?.message)).size, row.join()).toBe(1);
    }
    // Signs are told by the words of the marks.
    for (const key of ['options_icon', 'action_title_signs']) {
      for (const word of ['chip_yes', 'chip_no_suffix', 'chip_unknown']) {
        expect(messages[key]?.message.toLowerCase()).toContain(messages[word]?.message.toLowerCase());
      }
    }
  });

  test.each(LOCALES)('%s promises no filing where only the suffix is known', (locale) => {
    const messages = messagesOf(locale);
    const promise = /can be filed|可以?备案|可以?備案|登録(?:が)?可能|登録でき/i;
    for (const key of SUFFIX_ALONE) expect(messages[key]?.message, key).not.toMatch(promise);
  });

  test.each(LOCALES)('%s in the stores names menus and buttons as they are', (locale) => {
    const messages = messagesOf(locale);
    const listing = readFileSync(join(ROOT, 'docs/store/listing', `${locale}.md`), 'utf8');
    const privacy = readFileSync(join(ROOT, 'docs/store/privacy', `${locale}.md`), 'utf8').replace(/\s+/g, ' ');
    expect(listing).toContain(messages.menu_explain?.message);
    for (const key of ['menu_explain', 'menu_verdict', 'page_read_again', 'here_start']) {
      expect(privacy, key).toContain(messages[key]?.message);
    }
  });
});

/**
 * Registrars of the mainland whose Chinese name no source of ours gives. A name made up from its
 * letters would be somebody else’s.
 */
const NO_CHINESE_NAME = [
  'baoli',
  'dcas',
  'domain-shanghai',
  'huarui',
  'infinitld',
  'jingkewang',
  'knet',
  'marksmile',
  'sundns',
  'yiyou',
  'yuwang',
];

test('registrars of the mainland have their Chinese names, and are found by them', () => {
  const mainland = readdirSync(join(ROOT, 'src/data/registrars'))
    .map((file) => JSON.parse(readFileSync(join(ROOT, 'src/data/registrars', file), 'utf8')))
    .filter(({ basis, status }) => status !== 'not-approved' && basis !== 'unknown');
  expect(mainland.length).toBeGreaterThan(50);
  const without = mainland.filter(({ name }) => !/\p{Script=Han}/u.test(name.zh_CN)).map(({ id }) => id);
  expect(without).toEqual(NO_CHINESE_NAME);
});

/**
 * Returns each text of a language within a value, with where it is. What is quoted of a console or
 * a source is not ours.
 */
function textsIn(value: unknown, locale: Locale, where: string): (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (key === 'sources' || key === 'prompts' || key === 'consoles') return [];
    const path = `${where}/${key}`;
    return key === locale ? strings(child, path) : textsIn(child, locale, path);
  });
}

function strings(value: unknown, where: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[where, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => strings(child, `${where}/${key}`));
}
