import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/cli/load-ruleset.ts';
import { LOCALES } from '../../../src/domain/common/locale.ts';
import { OUTCOMES } from '../../../src/domain/eligibility/verdict.ts';
import { PROBLEMS } from '../../../src/domain/hostname/domain.ts';
import { CHECKS, COVERAGE_KINDS } from '../../../src/domain/ruleset/check-ids.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { reasonCodes, stepCodes } from '../../support/codes.ts';
import { rules } from '../../support/shipped-ruleset.ts';

interface Message {
  readonly message: string;
  readonly description: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example: string }>>;
}
const read = (locale: string): Record<string, Message> =>
  JSON.parse(readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8'));
const en = read('en');
const sources = [
  readFileSync(join(ROOT, 'manifest.json'), 'utf8'),
  ...readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8')),
];
/** Each once: a language may have to name a thing twice. */
const used = (message: string) =>
  [...new Set([...message.matchAll(/\$([A-Z_]+)\$/g)].map(([, name = '']) => name.toLowerCase()))].sort();

describe.each(LOCALES)('words in %s', (locale) => {
  const messages = read(locale);

  test('the same keys as English, in the same order', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en));
  });

  test('each has a note, and uses the parameters that English uses, and declares them', () => {
    const wrong = Object.entries(messages).flatMap(([key, { message, description, placeholders = {} }]) => {
      const declared = Object.keys(placeholders).sort().join();
      const has = used(message);
      const troubles: readonly (readonly [boolean, string])[] = [
        [description.trim() === '', 'no note'],
        [message.trim() === '', 'no text'],
        [
          declared !==
            Object.keys(en[key]?.placeholders ?? {})
              .sort()
              .join(),
          `declares ${declared}`,
        ],
        [has.join() !== used(en[key]?.message ?? '').join(), `uses ${has}`],
        [has.some((name) => !Object.hasOwn(placeholders, name)), `uses what it does not declare: ${has}`],
      ];
      return troubles.flatMap(([isWrong, what]) => (isWrong ? [`${key}: ${what}`] : []));
    });
    expect(wrong).toEqual([]);
  });

  test('every word that code builds a key for is there', () => {
    const t = wordsFor(locale);
    const codes = reasonCodes();
    const keys = [
      ...codes.map((code) => `because_${code}`),
      ...stepCodes().map((code) => `step_${code}`),
      ...CHECKS.map((check) => `check_${check}`),
      ...PROBLEMS.flatMap((type) => [`problem_${type}`, `problem_${type}_text`]),
      ...COVERAGE_KINDS.flatMap((kind) => [`coverage_${kind}`, `link_${kind}`, `picture_${kind}`]),
      ...OUTCOMES.map((outcome) => `outcome_${outcome}`),
    ].map((key) => key.replaceAll('-', '_'));
    expect(codes.length).toBeGreaterThan(50);
    // An answer to an outcome that there is not would never be shown.
    for (const { id, reasons = [] } of rules.faq) for (const reason of reasons) expect(codes, id).toContain(reason);
    expect(stepCodes().length).toBeGreaterThan(15);
    for (const key of keys) expect(Object.keys(messages), key).toContain(key);
    expect(t('lead_depends', { count: 2 })).toContain('2');
    const one = t('lead_depends', { count: 1 });
    expect(one.includes('$')).toBe(false);
    if (locale === 'en') expect(one).toBe(en.lead_depends_one?.message);
  });
});

test('every word is said somewhere', () => {
  const code = sources.join('\n');
  // Keys are written out, or begin with what code builds them from.
  const built = [...code.matchAll(/`([a-z_]+_)\$\{|choices\(t, '([a-z_]+)'/g)].map(
    ([, begin, group]) => begin ?? `${group}_`,
  );
  expect(built.length).toBeGreaterThan(20);
  const unused = Object.keys(en).filter(
    (key) =>
      !new RegExp(`['_](?:${key}|${key.replace(/_(?:one|other)$/, '')})(?:'|__)`).test(code) &&
      !built.some((begin) => key.startsWith(begin)),
  );
  expect(unused).toEqual([]);
});

test('the description fits the stores', () => {
  for (const locale of LOCALES)
    expect([...(read(locale).extension_description?.message ?? '')].length).toBeLessThanOrEqual(132);
});

test('a parameter that is a text is said in the language asked for; a missing one is a bug', () => {
  const owner = { en: 'Alibaba Cloud', zh_CN: '阿里云', zh_TW: 'Alibaba Cloud', ja: 'Alibaba Cloud' };
  const params = { owner, suffix: 'aliyuncs.com', registrable: 'aliyuncs.com' };
  expect(wordsFor('zh_CN')('because_name_of_known_platform', params)).toContain('阿里云');
  // @ts-expect-error: it does not compile.
  expect(() => wordsFor('en')('because_name_of_known_platform', {})).toThrow(/needs/);
  // @ts-expect-error: it does not compile.
  expect(() => wordsFor('en')('no_such_key')).toThrow(/No message/);
});
