import { describe, expect, test } from 'vitest';
import { LOCALES, localeOf, NAMES, TAGS } from '../../../../src/domain/common/locale.ts';
import { secondName } from '../../../../src/domain/ruleset/glossary-terms.ts';
import { ownerOf } from '../../../../src/domain/ruleset/platform-owner.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

describe('the language of a reader', () => {
  test.each([
    ['zh-TW', 'zh_TW'],
    ['zh-HK', 'zh_TW'],
    ['zh-MO', 'zh_TW'],
    ['zh-Hant', 'zh_TW'],
    ['zh-Hant-CN', 'zh_TW'],
    ['zh-Hant-HK', 'zh_TW'],
    ['ZH-tw', 'zh_TW'],
    ['zh-TW-u-co-stroke', 'zh_TW'],
    ['zh', 'zh_CN'],
    ['zh-CN', 'zh_CN'],
    ['zh-SG', 'zh_CN'],
    ['zh-Hans', 'zh_CN'],
    ['zh-Hans-HK', 'zh_CN'],
    ['zh-Hans-TW', 'zh_CN'],
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA-jp', 'ja'],
    ['ja-JP-macos', 'ja'],
    ['ja-JP-u-ca-japanese', 'ja'],
    ['jam', 'en'],
    ['zha', 'en'],
    ['jav', 'en'],
    ['en', 'en'],
    ['en-HK', 'en'],
    ['en-TW', 'en'],
    ['de', 'en'],
    ['', 'en'],
    ['zh_TW', 'en'],
    ['no tag', 'en'],
  ])('%j reads %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  test('each language is found by its own tag, and called differently from the others', () => {
    for (const locale of LOCALES) expect(localeOf(TAGS[locale])).toBe(locale);
    expect(new Set(Object.values(NAMES)).size).toBe(LOCALES.length);
  });
});

test('a term has its mainland name beside it for who reads no Chinese, else its English one', () => {
  const entry = rules.glossary.find((one) => one.id === 'access-filing');
  if (entry === undefined) throw new Error('no such term');
  expect(LOCALES.map((locale) => secondName(entry, locale))).toEqual([
    { text: '接入备案', locale: 'zh_CN' },
    { text: 'access filing', locale: 'en' },
    { text: 'access filing', locale: 'en' },
    { text: '接入备案', locale: 'zh_CN' },
  ]);
});

test('a platform’s owner goes by its Chinese name only where simplified Chinese is read', () => {
  const platform = { suffixes: ['a.example'], cites: ['b'] };
  expect(ownerOf({ ...platform, owner: 'Alibaba Cloud', ownerZh: '阿里云' })).toEqual({
    en: 'Alibaba Cloud',
    zh_CN: '阿里云',
    zh_TW: 'Alibaba Cloud',
    ja: 'Alibaba Cloud',
  });
  expect(ownerOf({ ...platform, owner: 'GitHub' })?.zh_CN).toBe('GitHub');
  expect(ownerOf(platform)).toBeNull();
});
