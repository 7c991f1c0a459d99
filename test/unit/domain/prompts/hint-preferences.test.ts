import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_HINT_PREFERENCES,
  decodeHintPreferences,
  HINT_KINDS,
  kindsOn,
  MOST_SITES,
  withHintEnabled,
} from '../../../../src/domain/prompts/hint-preferences.ts';

test('whatever is stored, reading it gives something sound, and reading that again changes nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const off = decodeHintPreferences(value);
      expect(decodeHintPreferences(off)).toEqual(off);
    }),
  );
  expect(decodeHintPreferences({ all: 'yes', kinds: ['cards', 'other'], sites: ['a', 1] })).toEqual({
    all: false,
    kinds: ['cards'],
    sites: ['a'],
  });
});

test('what is switched off is off where it was, and on again undoes it', () => {
  for (const what of [{ all: true }, { kind: 'chips' }, { site: 'aliyun' }] as const) {
    const off = withHintEnabled(DEFAULT_HINT_PREFERENCES, what, false);
    expect(kindsOn(off, 'aliyun')).toEqual('kind' in what ? HINT_KINDS.filter((one) => one !== 'chips') : []);
    expect(kindsOn(off, 'other')).toHaveLength('site' in what ? HINT_KINDS.length : 'kind' in what ? 3 : 0);
    expect(withHintEnabled(withHintEnabled(off, what, false), what, true)).toEqual(DEFAULT_HINT_PREFERENCES);
  }
});

test('however many sites are switched off, what is kept stays bounded, and the oldest goes', () => {
  let off = DEFAULT_HINT_PREFERENCES;
  for (let count = 0; count < MOST_SITES + 10; count++) off = withHintEnabled(off, { site: `${count}.cn` }, false);
  expect(off.sites).toHaveLength(MOST_SITES);
  expect(off.sites[0]).toBe('10.cn');
  expect(off.sites.at(-1)).toBe(`${MOST_SITES + 9}.cn`);
});
