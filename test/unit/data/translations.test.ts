/** What a machine can see of a translation: what was forgotten, and what was only converted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { ROOT, readFiles } from '../../../src/cli/load-ruleset.ts';
import { LOCALES, type Locale, type Text } from '../../../src/domain/common/locale.ts';

interface Named {
  readonly at: string;
  readonly text: Text;
}

const texts: readonly Named[] = [
  ...words(),
  ...Object.entries(readFiles()).flatMap(([file, value]) => within(file, value)),
];

/** Names of companies stay as their owners write them. */
const IS_NAME = /^(?:registrars|consoles)\/[^/]+ name$|^sources\/[^/]+ publisher$/;
/** What a page shows, quoted; and suffixes. */
const VERBATIM = /「[^」]*」|\.\p{Script=Han}+/gu;

test('all words and all facts are looked at', () => {
  expect(texts.length).toBeGreaterThan(900);
  expect(texts.filter(({ at }) => IS_NAME.test(at)).length).toBeGreaterThan(100);
});

describe.each(LOCALES.filter((locale) => locale !== 'en'))('texts in %s', (locale) => {
  test('what has words in English is not left in English', () => {
    const left = texts.filter(({ at, text }) => {
      // Begun with a small letter it is a word; with a capital it may be a name. Parameters and
      // hosts are neither.
      const words = text.en.replace(/\$[A-Z_]+\$|\b[\w-]+(?:\.[\w-]+)+/g, '');
      const isSentence = /[.?!:]$/.test(text.en) && !/[\p{Script=Han}\p{Script=Hiragana}]/u.test(text[locale]);
      return !IS_NAME.test(at) && ((text[locale] === text.en && /(?<![\w/])[a-z]{2,}/.test(words)) || isSentence);
    });
    expect(left.map(({ at, text }) => `${at}: ${text[locale]}`)).toEqual([]);
  });

  test('addresses and years are those of the English text', () => {
    const marks = (text: string) =>
      [...new Set(text.match(/https?:\/\/[\w./-]+\w|\b(?:[\w-]+\.)+[a-z]{2,}\b|(?<!\d)20\d\d(?!\d)/g))]
        .sort()
        .join(' ');
    const other = texts.filter(({ at, text }) => !IS_NAME.test(at) && marks(text.en) !== marks(text[locale]));
    expect(other.map(({ at, text }) => `${at}: ${marks(text.en)} / ${marks(text[locale])}`)).toEqual([]);
  });
});

test('traditional Chinese has no simplified characters but in what a page shows', () => {
  const traditional = Converter({ from: 'cn', to: 'tw' });
  // Traditional as well, if not everywhere: 核准, 台灣 and 平台, 阿里.
  const BOTH = '准台里';
  const wrong = texts.flatMap(({ at, text }) =>
    [...text.zh_TW.replace(VERBATIM, '')]
      .filter((one) => !BOTH.includes(one) && traditional(one) !== one)
      .map((one) => `${at}: ${one}`),
  );
  expect(wrong).toEqual([]);
  expect(traditional('备')).toBe('備');
});

test('traditional Chinese has the words of Taiwan, but for the mainland’s own terms', () => {
  const TERMS = /域名命名中心|域名工程中心|域名註冊服務許可|工業和信息化部|互聯網安全管理服務平台/g;
  const MAINLAND =
    /(?<!網)域名|服務器|信息|網絡|互聯網|鏈接|賬號|帳戶登出|默認|點擊|界面|屏幕|視頻|軟件|硬件|程序員|數據庫|文件夾|打印|打開|保存|搜索|導出|導入|用戶|添加|刷新|工具欄|地址欄|標籤頁|擴展|境內/;
  const wrong = texts.flatMap(({ at, text }) => {
    const [found] = MAINLAND.exec(text.zh_TW.replace(VERBATIM, '').replace(TERMS, '')) ?? [];
    return found === undefined ? [] : [`${at}: ${found}`];
  });
  expect(wrong).toEqual([]);
});

test('Japanese sentences have hiragana, and no characters that only Chinese has but where the English text quotes them too', () => {
  const japanese = new Set(doubleBytes('shift_jis'));
  const sentences = texts.filter(({ text }) => text.ja.includes('。'));
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences.filter(({ text }) => !/\p{Script=Hiragana}/u.test(text.ja)).map(({ at }) => at)).toEqual([]);
  const wrong = texts.flatMap(({ at, text }) =>
    [...text.ja.replace(VERBATIM, '')]
      .filter((one) => /\p{Script=Han}/u.test(one) && !japanese.has(one) && !text.en.includes(one))
      .map((one) => `${at}: ${one}`),
  );
  expect(wrong).toEqual([]);
  expect(japanese.has('備') && !japanese.has('备')).toBe(true);
});

/** Returns the characters of an encoding in pairs of bytes. */
function doubleBytes(encoding: string): string[] {
  const decoder = new TextDecoder(encoding);
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  return bytes.flatMap((first) => bytes.map((second) => decoder.decode(new Uint8Array([first, second]))));
}

function words(): Named[] {
  const read = (locale: Locale): Record<string, { readonly message: string }> =>
    JSON.parse(readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8'));
  const all = Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)]));
  return Object.keys(read('en')).map((key) => ({
    at: `_locales ${key}`,
    text: Object.fromEntries(LOCALES.map((locale) => [locale, all[locale]?.[key]?.message ?? ''])) as Text,
  }));
}

/**
 * Returns the texts in any value of a facts' file; answers block by block, as a text in each
 * language.
 */
function within(at: string, value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!('en' in value))
    return Object.entries(value).flatMap(([key, one]) => within(`${at.replace(/ .*/, '')} ${key}`, one));
  if (typeof value.en === 'string') return [{ at, text: value as unknown as Text }];
  const answers = value as unknown as Record<Locale, readonly unknown[]>;
  return answers.en.flatMap((_, index) =>
    within(`${at} ${index}`, transposed(Object.fromEntries(LOCALES.map((one) => [one, answers[one][index]])))),
  );
}

/** Returns a block in each language as a block of texts in each language. */
function transposed(blocks: Record<string, unknown>): unknown {
  const of = (pick: (block: { readonly text?: string; readonly steps?: readonly string[] }) => unknown) =>
    Object.fromEntries(LOCALES.map((one) => [one, pick(blocks[one] as object)]));
  const { steps } = blocks.en as { readonly steps?: readonly string[] };
  return steps === undefined
    ? { text: of((block) => block.text) }
    : { steps: steps.map((_, index) => of((block) => block.steps?.[index])) };
}
