import { expect, test } from 'vitest';
import { wordsFor } from '../../../src/entries/background/translators.ts';
import { ageNotice } from '../../../src/i18n/ruleset-age.ts';

test.each([
  ['2026-11-24', null],
  ['2027-05-23', null],
  ['2027-05-24', '181'],
  ['2028-11-24', '731'],
  // A clock that is wrong is no reason to warn.
  ['2020-01-01', null],
])('rules of 2026-11-24 on %s: %s days are said', (today, days) => {
  const notice = ageNotice('2026-11-24', today, wordsFor('en'));
  if (days === null) expect(notice).toBeNull();
  else expect(notice).toContain(`${days} days`);
});
