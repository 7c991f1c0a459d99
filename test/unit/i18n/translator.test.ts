import { expect, test } from 'vitest';
import { LOCALES } from '../../../src/domain/common/locale.ts';
import { wordsFor } from '../../../src/entries/background/translators.ts';

test.each(LOCALES)('in %s quantities have their thousands parted, and days and years stay as they are', (locale) => {
  const t = wordsFor(locale);
  expect(t('portfolio_shown', { shown: 686, all: 2000 })).toMatch(/686\D.*2,000|2,000\D.*686/);
  expect(t('search_count', { count: 12_345 })).toContain('12,345');
  expect(t('rules_of', { date: '2026-11-24' })).toContain('2026-11-24');
  expect(t('rule_year', { text: 'x', year: '2026' })).toContain('2026');
});
