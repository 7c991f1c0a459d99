/**
 * What the compiler knows of messages: `npm run test:types` fails where one of these errors is none
 * any more.
 */
import { expect, test } from 'vitest';
import { wordsFor } from '../../../src/entries/background/translators.ts';

const t = wordsFor('en');
const tone = 'yes' as 'yes' | 'no';
const strange = 'yes' as 'yes' | 'nonsense';
const code: string = 'on_the_list';

test('a wrong key, and a parameter that is missing or too much, do not compile', () => {
  const wrong = [
    // @ts-expect-error: there is no such key.
    () => t('nothing_leavez'),
    // @ts-expect-error: a parameter is missing.
    () => t('rules_of'),
    // @ts-expect-error: another name.
    () => t('rules_of', { day: '2026-11-24' }),
    // @ts-expect-error: one of the keys that it may be is none.
    () => t(`chip_${strange}`),
    // @ts-expect-error: no key begins like that.
    () => t(`becauze_${code}`),
    // @ts-expect-error: what is counted needs the number.
    () => t('search_count'),
  ];
  expect(wrong).toHaveLength(6);
  // @ts-expect-error: one parameter too much is not used, and does no harm.
  expect(t('rules_of', { date: '2026-11-24', more: 1 })).toContain('2026-11-24');
  expect(t(`chip_${tone}`)).toBe(t('chip_yes'));
  expect(t('search_count', { count: 1 })).toBe(t('search_count_one'));
  expect(t('search_count', { count: 0 })).toBe(t('search_count_other', { count: 0 }));
});
