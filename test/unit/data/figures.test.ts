/**
 * Every amount, span of time and limit that is said, and every one by which a province's rule
 * judges, is one that a cited source has: `figures.json` tells what each source states and where,
 * as it was read there.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../../src/domain/common/locale.ts';
import type { LegalBasisId } from '../../../src/domain/ruleset/ruleset.ts';
import type { Citation } from '../../../src/domain/ruleset/source.ts';
import { figuresIn } from '../../support/read-figures.ts';
import { rules } from '../../support/shipped-ruleset.ts';

type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>;

const recorded: {
  readonly sources: Figures;
  readonly ours: Figures;
  /** What each source states of each province: by province, source and figure, where. */
  readonly provinces: Readonly<Record<string, Figures>>;
} = JSON.parse(readFileSync(new URL('../../support/fixtures/figures.json', import.meta.url), 'utf8'));
const statedBy = (cites: readonly Citation[]) =>
  new Set(cites.flatMap(({ source }) => Object.keys(recorded.sources[source] ?? {})));
const messagesIn = (locale: Locale): Readonly<Record<string, { readonly message: string }>> =>
  JSON.parse(readFileSync(new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url), 'utf8'));

/**
 * A bound of what a source gives as a span counts as its: `20 working days` of `1-20 working days`.
 */
function isStated(figure: string, stated: ReadonlySet<string>): boolean {
  if (stated.has(figure)) return true;
  const [number = '', ...unit] = figure.split(' ');
  return [...stated].some((one) => {
    const [span = '', ...other] = one.split(' ');
    return other.join(' ') === unit.join(' ') && span.split('-').includes(number);
  });
}

describe('the reader of figures', () => {
  test.each<[Locale, string, string[]]>([
    ['en', 'CNY 5,000 to 50,000 within 30 days', ['5000-50000 CNY', '30 days']],
    ['en', 'Wait 3–5 business days, or ten websites.', ['3-5 working days', '10 websites']],
    ['en', 'in force since 1 April 2019, port 8443, -1 or -2', []],
    ['zh_CN', '处 5 千元以上 5 万元以下罚款', ['5000-50000 CNY']],
    ['zh_CN', '3～5 个工作日，2019 年 4 月 22 日起，满 18 周岁', ['3-5 working days', '18 years of age']],
    ['zh_TW', '罰款人民幣 1 萬元，30 日內', ['10000 CNY', '30 days']],
    ['ja', '5000元から1万元、60日間、3～5営業日', ['5000-10000 CNY', '3-5 working days', '60 days']],
  ])('%s: %s', (locale, text, figures) => expect(figuresIn(text, locale)).toEqual(figures));
});

describe.each(LOCALES)('in %s', (locale) => {
  test.each(rules.faq.map((one) => [one.id, one] as const))('%s says what its sources say', (id, one) => {
    const stated = statedBy(one.cites);
    const ours = recorded.ours[id] ?? {};
    const texts = [
      one.question[locale],
      one.title[locale],
      ...one.answer[locale].flatMap((block) => (block.kind === 'steps' ? block.steps : [block.text])),
    ];
    const without = texts.flatMap((text) =>
      figuresIn(text, locale).flatMap((figure) =>
        isStated(figure, stated) || figure in ours ? [] : [`${figure}: ${text}`],
      ),
    );
    expect(without).toEqual([]);
  });

  test('the glossary, too', () => {
    const without = rules.glossary.flatMap((term) =>
      figuresIn(Object.values(term.meaning)[LOCALES.indexOf(locale)] ?? '', locale).filter(
        (figure) => !isStated(figure, statedBy(term.cites)),
      ),
    );
    expect(without).toEqual([]);
  });

  test('steps, reasons and principles say what the answers and sources behind them say', () => {
    const messages = messagesIn(locale);
    const without = Object.entries(messages).flatMap(([key, { message }]) => {
      const behind = citesBehind(key);
      if (behind === undefined) return [];
      return figuresIn(message, locale).flatMap((figure) =>
        isStated(figure, statedBy(behind)) ? [] : [`${key}: ${figure}: ${message}`],
      );
    });
    expect(without).toEqual([]);
  });
});

/** Of whose words the guidance or a legal basis is the source. */
const BEHIND: Readonly<Record<string, string>> = {
  step_transfer_in: 'transfer-in',
  step_move_in_group: 'transfer-in',
  step_file_name: 'how-long',
  step_police_filing: 'public-security-filing',
  timeline_phase_hand_over: 'how-long',
  timeline_phase_police_filing: 'public-security-filing',
  because_expiry_unknown: 'remaining-validity',
  because_record_date_unknown: 'after-real-name',
  because_record_settled: 'after-real-name',
  advice_just_registered: 'transfer-in',
  ask_real_name_settled: 'after-real-name',
  portfolio_per_server: 'server-resources',
};

/** Returns the citations behind a message; undefined where it says nothing of the rules. */
function citesBehind(key: string): readonly Citation[] | undefined {
  const entry = rules.faq.find(({ id }) => id === BEHIND[key]);
  if (entry !== undefined) return entry.cites;
  if (!key.startsWith('principle_')) return undefined;
  const id = key.slice('principle_'.length).replaceAll('_', '-') as LegalBasisId;
  return rules.principles.find((one) => one.id === id)?.cites;
}

test('a message with a figure has somebody behind it', () => {
  /** What the person said, or what the extension does by itself. */
  const OWN =
    /^(?:from_stale|proposal_registered_long_ago|step_renew|portfolio_(?!per_server)|options_|welcome_|rule_|.*_(?:one|other)$)/;
  const loose = Object.entries(messagesIn('en'))
    .filter(([key, { message }]) => figuresIn(message, 'en').length > 0 && citesBehind(key) === undefined)
    .map(([key]) => key)
    .filter((key) => !OWN.test(key));
  expect(loose).toEqual([]);
});

describe('how long each phase takes is what a source of its gives', () => {
  const UNITS: Readonly<Record<string, string>> = { 'working-days': 'working days', days: 'days' };
  test.each(
    rules.durations.flatMap(({ phase, from, to, unit, cites, longer = [] }) => [
      [phase, from, to, unit, cites] as const,
      ...longer.map((one) => [`${phase} in ${one.province}`, one.to, one.to, unit, one.cites] as const),
    ]),
  )('%s: %i–%i', (_, from, to, unit, cites) => {
    const stated = statedBy(cites);
    expect([...stated].filter((one) => one.endsWith(UNITS[unit] ?? unit)).length).toBeGreaterThan(0);
    for (const bound of new Set([from, to]))
      if (bound !== 1) expect(isStated(`${bound} ${UNITS[unit]}`, stated), `${bound}`).toBe(true);
  });
});

describe('each limit, age and span of a province is what every source of its rule gives', () => {
  /** Ways in which a source may put a bound: “from six on” is “more than five”. */
  const WAYS: Readonly<Record<string, (bound: number) => readonly string[]>> = {
    months: (bound) => [`${bound} months`],
    years: (bound) => [`${bound} years of age`],
    most: (bound) => [`${bound} websites`],
    from: (bound) => [`${bound} websites`, `over ${bound - 1} websites`],
    filedOver: (bound) => [`over ${bound} websites`],
  };
  const bounds = rules.provinces.flatMap(({ id, rules: all }) =>
    all.flatMap((rule) =>
      Object.entries(rule).flatMap(([field, bound]) =>
        // From the first website on: every one of them.
        typeof bound === 'number' && !(field === 'from' && bound === 1)
          ? rule.cites.map(({ source }) => [id, rule.kind, field, bound, source] as const)
          : [],
      ),
    ),
  );

  test.each(bounds)('%s, %s: %s %i by %s', (id, _, field, bound, source) => {
    const stated = Object.keys(recorded.provinces[id]?.[source] ?? {});
    expect(WAYS[field]?.(bound) ?? []).toSatisfy((ways: readonly string[]) => ways.some((one) => stated.includes(one)));
  });

  test('and nothing is recorded that no rule has', () => {
    const used = new Set(
      bounds.flatMap(([id, , field, bound, source]) =>
        (WAYS[field]?.(bound) ?? []).map((way) => `${id} ${source} ${way}`),
      ),
    );
    const loose = Object.entries(recorded.provinces).flatMap(([id, sources]) =>
      Object.entries(sources).flatMap(([source, figures]) =>
        Object.keys(figures).map((figure) => `${id} ${source} ${figure}`),
      ),
    );
    expect(loose.filter((one) => !used.has(one))).toEqual([]);
  });
});

test('what is recorded is of sources that there are', () => {
  const ids = rules.sources.map(({ id }) => id);
  const sources = [...Object.keys(recorded.sources), ...Object.values(recorded.provinces).flatMap(Object.keys)];
  for (const id of sources) expect(ids).toContain(id);
});
