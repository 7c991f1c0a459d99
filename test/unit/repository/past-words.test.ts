import { readFileSync } from 'node:fs';
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
    [/\b(?:organis|recognis)/i, 'American spelling'],
    [/\b[Ll]icence/, 'license'],
    [/\bfiling subject/i, 'filing entity'],
    [/\bserved from\b/i, 'hosted'],
    [/\bas things stand\b/i, 'at present'],
  ],
  zh_CN: [
    [/可注册域名/, '主域名'],
    [/不可备案/, '无法备案'],
  ],
  zh_TW: [[/可註冊網域/, '主網域']],
  ja: [
    [/登録可能ドメイン/, '登録ドメイン'],
    [/(?<!（)(?<!（ICP)(?<![「])(?:ICP)?備案/, 'ICP登録; 備案 only in brackets behind it'],
    [/接入備案|空殻|事業単位(?!）)/, '接続登録, 実体のない登録, 公的機関'],
  ],
};

describe('words that must not come back', () => {
  test.each(LOCALES)('%s, in the interface and in the facts', (locale) => {
    const messages: Record<string, { message: string }> = JSON.parse(
      readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8'),
    );
    const texts = [
      ...Object.entries(messages).map(([key, { message }]) => [key, message] as const),
      ...textsIn(rules, locale, ''),
    ];
    const found = texts.flatMap(([where, text]) =>
      GONE[locale].filter(([word]) => word.test(text)).map(([, better]) => `${where}: ${text} → ${better}`),
    );
    expect(found).toEqual([]);
  });
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
