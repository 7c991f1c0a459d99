/**
 * The amounts, spans of time and limits in a sentence, in one form for all languages: `20 working
 * days`, `3-5 working days`, `10000 CNY`.
 */
import type { Locale } from '../../src/domain/common/locale.ts';

type Unit =
  | 'CNY'
  | 'working days'
  | 'days'
  | 'hours'
  | 'weeks'
  | 'months'
  | 'years'
  | 'websites'
  | 'services'
  | 'names'
  | 'provinces'
  | 'characters'
  | 'years of age';

const WORDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, at) => [word, at + 1]),
  ),
  ...Object.fromEntries([...'一二三四五六七八九十'].map((word, at) => [word, at + 1])),
  两: 2,
  兩: 2,
};
const EN = `\\d[\\d,]*|${Object.keys(WORDS)
  .filter((word) => /^[a-z]/.test(word))
  .join('|')}`;
const HAN = `\\d[\\d,]*|[${Object.keys(WORDS)
  .filter((word) => !/^[a-z]/.test(word))
  .join('')}]`;
const TO = '(?:\\s*(?:[-–—~～〜至到]|to|から|)\\s*';

const of = (number: string, before: string, after: string) =>
  new RegExp(`${before}(${number})\\s*(万|萬|千)?\\s*(元)?(?:以上)?${TO}(${number})\\s*(万|萬|千)?)?${after}`, 'giu');

/** Longer units come before those that they end with. */
const FORMS: Readonly<Record<Locale, readonly (readonly [Unit, RegExp])[]>> = {
  en: [
    ['CNY', of(EN, 'CNY\\s*', '')],
    ['working days', of(EN, '\\b', '\\s+business\\s+days?\\b')],
    ['days', of(EN, '\\b', '(?:-\\s+and\\s+15-day|\\s+(?:calendar\\s+)?days?)\\b')],
    ['hours', of(EN, '\\b', '\\s+hours?\\b')],
    ['weeks', of(EN, '\\b', '\\s+weeks?\\b')],
    ['months', of(EN, '\\b', '(?:\\s+or\\s+more)?\\s+months?\\b')],
    ['years', of(EN, '\\b', '\\s+years?\\b')],
    ['provinces', of(EN, '\\b', '\\s+provincial\\s+regions\\b')],
    ['websites', of(EN, '\\b', '\\s+websites\\b')],
    ['services', of(EN, '\\b', '\\s+(?:services|service\\s+codes)\\b')],
    ['names', of(EN, '\\b', '\\s+(?:domains|domain\\s+names)\\b')],
    ['characters', of(EN, '\\b', '\\s+or\\s+more\\s+Chinese\\s+characters\\b')],
  ],
  zh_CN: hanForms(),
  zh_TW: hanForms(),
  ja: [
    ['CNY', of(HAN, '', '(?:人民)?元')],
    ['working days', of(HAN, '', '\\s*営業日')],
    ['days', of(HAN, '', '\\s*(?:日間|暦日|日(?:以内|前|後|より|を)|日$)')],
    ['hours', of(HAN, '', '\\s*時間')],
    ['weeks', of(HAN, '', '\\s*週間')],
    ['months', of(HAN, '', '\\s*(?:か|ヶ|カ)月')],
    ['years', of(HAN, '', '\\s*年(?:以上|間)')],
    ['provinces', of(HAN, '', '\\s*の?省')],
    ['years of age', of(HAN, '', '\\s*歳')],
    ['websites', of(HAN, '', '\\s*(?:サイト|件の?サイト)')],
    ['services', of(HAN, '', '\\s*(?:件のサービス|サービス|コード)')],
    ['names', of(HAN, '', '\\s*(?:ドメイン|件のドメイン)')],
    ['characters', of(HAN, '', '\\s*文字')],
  ],
};

function hanForms(): readonly (readonly [Unit, RegExp])[] {
  return [
    ['CNY', of(HAN, '', '\\s*元')],
    ['working days', of(HAN, '', '\\s*[个個]?\\s*(?:工作日|工作天)')],
    ['days', of(HAN, '(?<!哪)', '\\s*[个個]?\\s*(?:自然日|日内|日內|天|日起|日前)')],
    ['hours', of(HAN, '', '\\s*[个個]?\\s*(?:小时|小時)')],
    ['years of age', of(HAN, '', '\\s*[周週]?(?:岁|歲)')],
    ['weeks', of(HAN, '', '\\s*[周週]')],
    ['months', of(HAN, '', '\\s*[个個]\\s*月')],
    ['years', of(HAN, '', '\\s*年以上')],
    ['provinces', of(HAN, '', '\\s*[个個]?\\s*(?:省级|省級|省份|省)')],
    ['websites', of(HAN, '', '\\s*[个個]\\s*(?:网站|網站)')],
    ['services', of(HAN, '', '\\s*[个個項项]\\s*(?:服务|服務|授权码|授權碼)')],
    ['names', of(HAN, '', '\\s*[个個]\\s*(?:域名|網域)')],
    ['characters', of(HAN, '', '\\s*[个個]\\s*(?:汉字|漢字)')],
  ];
}

/** Days and years that something holds since are no spans. */
const DATES = /\d{4}\s*年(?!以|间|間)(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g;

/** One of a thing is grammar; that more are a limit. */
const COUNTED: readonly Unit[] = ['websites', 'services', 'names'];

/** Returns the figures of a text, each once, in the order of the units. */
export function figuresIn(text: string, locale: Locale): string[] {
  const found = new Set<string>();
  let rest = text.replace(DATES, ' ');
  for (const [unit, form] of FORMS[locale])
    rest = rest.replace(form, (...groups) => {
      const [, low = '', lowTimes, isWhole, high, highTimes] = groups as (string | undefined)[];
      const times = lowTimes ?? (high === undefined || isWhole !== undefined ? undefined : highTimes);
      const parts = [valueIn(low, times), ...(high === undefined ? [] : [valueIn(high, highTimes)])];
      const figure = [...new Set(parts)].join('-');
      if (figure !== '1' || !COUNTED.includes(unit)) found.add(`${figure} ${unit}`);
      return ' ';
    });
  return [...found];
}

function valueIn(written: string, times: string | undefined): number {
  const value = WORDS[written.toLowerCase()] ?? Number(written.replaceAll(',', ''));
  return value * (times === undefined ? 1 : times === '千' ? 1000 : 10_000);
}
