import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../../../src/domain/common/locale.ts';
import { createEngine } from '../../../../src/domain/eligibility/engine.ts';
import { wordsFor } from '../../../../src/entries/background/translators.ts';
import { fits, LISTS, listsOf } from '../../../../src/entries/facts/fact-lists.ts';
import { rules } from '../../../support/shipped-ruleset.ts';

const engine = createEngine(rules);

describe.each(LOCALES)('the facts in %s', (locale) => {
  const t = wordsFor(locale);
  const lists = listsOf(engine, locale, t);

  test('all of them are listed', () => {
    expect(LISTS.map((list) => lists[list].length)).toEqual([
      rules.suffixes.length,
      rules.registrars.length,
      rules.provinces.length,
      rules.consoles.length,
      new Set(rules.prompts.map(({ means }) => means)).size,
      rules.platforms.length,
      rules.principles.length,
      rules.specialUse.length,
    ]);
  });

  test.each(LISTS)('%s: each statement has its sources, and each fact its own line', (list) => {
    const known = new Set(rules.sources.map((source) => source.id));
    for (const line of lists[list]) {
      for (const { sides, text } of line.points) {
        const ids = sides.flatMap((side) => side.sources);
        // What claims nothing needs none.
        const claimless = ['facts_console_unsourced', 'facts_console_elsewhere'].map((key) => t(key));
        if (!claimless.includes(text)) expect(ids.length, line.key).toBeGreaterThan(0);
        for (const id of ids) expect(known, `${line.key}: ${id}`).toContain(id);
      }
    }
    expect(new Set(lists[list].map((line) => line.key)).size).toBe(lists[list].length);
  });

  test('a suffix says what the verdict on a name below it says', () => {
    for (const { key, points } of lists.suffixes) {
      const one = engine.assess(`example.${key}`);
      const answer = one.kind === 'verdict' ? one : engine.assess(`example.example.${key}`);
      const found = answer.kind === 'verdict' && answer.verdict.findings.find((one) => one.check === 'suffix-approved');
      expect(points[0]?.text, key).toBe(
        found && t(`because_${found.reason.code.replaceAll('-', '_')}`, found.reason.params),
      );
    }
  });

  test('where sources disagree, each side stands by itself under what it says', () => {
    const disputed = rules.suffixes.filter(
      (fact) => fact.listedBy.length > 0 && fact.deniedBy.length + fact.absentFrom.length > 0,
    );
    expect(disputed.length).toBeGreaterThan(5);
    for (const fact of disputed) {
      const sides = lists.suffixes.find((line) => line.key === fact.suffix)?.points[0]?.sides;
      expect(sides?.map((side) => [side.label, side.sources])).toEqual([
        [t('facts_listed_by'), fact.listedBy],
        [t('facts_denied_by'), fact.deniedBy],
        [t('facts_absent_from'), fact.absentFrom],
      ]);
    }
  });

  test('facts are found by their name, what is said of them, and who says so', () => {
    const found = (list: (typeof LISTS)[number], ...words: string[]) =>
      lists[list].filter((line) => fits(line.haystack, words)).map((line) => line.key);
    expect(found('suffixes', '.io')).toContain('io');
    expect(found('registrars', 'iana', '146')).toContain('godaddy');
    expect(found('registrars', '阿里')).toContain('alibaba-cloud');
    expect(found('provinces', 'gansu', '甘')).toEqual(['gs']);
    expect(found('consoles', 'tld未批复').length).toBeGreaterThan(0);
    expect(found('prompts', 'apig.2034')).toEqual(['name-not-filed']);
    expect(found('platforms', 'github.io').length).toBe(1);
    expect(found('suffixes', 'v2fly').length).toBeGreaterThan(20);
    expect(found('suffixes', 'no such thing')).toEqual([]);
  });
});
