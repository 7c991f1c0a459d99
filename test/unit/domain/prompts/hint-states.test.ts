import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeHints,
  dismissedOn,
  HINT_STATES,
  type Hints,
  hintsAt,
  MOST_HINTS,
  withDismissed,
  withHint,
  withoutDismissed,
} from '../../../../src/domain/prompts/hint-states.ts';

const id = fc.oneof(fc.stringMatching(/^[a-z-]{1,6}$/), fc.constantFrom('__proto__', 'constructor', 'toString'));
const hints = fc.dictionary(id, fc.dictionary(id, fc.constantFrom(...HINT_STATES)));

test('what was stored comes back as it was', () => {
  fc.assert(
    fc.property(hints, (value) => {
      const read = decodeHints(JSON.parse(JSON.stringify(value)));
      expect(read.sound).toBe(true);
      expect(JSON.stringify(read.hints)).toBe(JSON.stringify(value));
    }),
  );
});

test('any value decodes, and what is sound in it is kept', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      decodeHints(value);
    }),
  );
  const read = decodeHints({ good: { a: 'folded', b: 'gone' }, bad: 7 });
  expect(read).toEqual({ hints: { good: { a: 'folded' } }, sound: false });
});

test('a change touches its own entry only', () => {
  fc.assert(
    fc.property(hints, id, id, fc.constantFrom(...HINT_STATES), (before, site, prompt, state) => {
      const after = withHint(before, site, prompt, state);
      const stateOf = (all: typeof before, s: string, p: string) =>
        Object.getOwnPropertyDescriptor(Object.getOwnPropertyDescriptor(all, s)?.value ?? {}, p)?.value;
      expect(stateOf(after, site, prompt)).toBe(state === 'open' ? undefined : state);
      for (const s of Object.keys(before)) {
        for (const p of Object.keys(before[s] ?? {})) {
          if (s !== site || p !== prompt) expect(stateOf(after, s, p)).toBe(stateOf(before, s, p));
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});

test('however much is asked for, what is kept stays bounded, and the oldest goes', () => {
  const sites = Array.from({ length: 30 }, (_, site) => {
    const prompts = Array.from({ length: MOST_HINTS / 20 }, (_, prompt) => [`prompt-${prompt}`, 'dismissed'] as const);
    return [`site${site}.cn`, Object.fromEntries(prompts)] as const;
  });
  const hints = withHint(Object.fromEntries(sites), 'new.cn', 'prompt', 'folded');
  expect(Object.values(hints).flatMap((prompts) => Object.keys(prompts))).toHaveLength(MOST_HINTS);
  expect(hints).not.toHaveProperty(['site9.cn']);
  expect(hintsAt(hints, 'site29.cn')).toEqual(sites[29]?.[1]);
  expect(hints).toHaveProperty(['new.cn', 'prompt'], 'folded');

  const name = (count: number) => `${count}${'x'.repeat(250)}`;
  const long = Array.from({ length: 1000 }, (_, count) => [name(count), { [name(count)]: 'folded' as const }] as const);
  const short = withHint(Object.fromEntries(long), 'new.cn', 'prompt', 'folded');
  expect(JSON.stringify(short).length).toBeLessThan(250_000);
  expect(short).toHaveProperty([name(999), name(999)], 'folded');
});

test('one site cannot push out what is kept of others, and what is asked for again counts as new', () => {
  let hints: Hints = { 'a.cn': { kept: 'dismissed' }, 'b.cn': { kept: 'folded' } };
  const flood = Array.from({ length: MOST_HINTS }, (_, count) => [`prompt-${count}`, 'dismissed'] as const);
  hints = withHint({ ...hints, 'b.cn': { kept: 'folded', ...Object.fromEntries(flood) } }, 'b.cn', 'kept', 'folded');
  expect(hints['a.cn']).toEqual({ kept: 'dismissed' });
  expect(hints['b.cn']).toHaveProperty('kept', 'folded');
  expect(hints['b.cn']).not.toHaveProperty('prompt-0');
});

test('showing again what was dismissed keeps what is folded', () => {
  const before = { site: { a: 'dismissed', b: 'folded' }, other: { c: 'dismissed' } } as const;
  const dismissed = dismissedOn(before, 'site');
  expect(dismissed).toHaveLength(1);
  const after = withoutDismissed(before, 'site');
  expect(after).toEqual({ site: { b: 'folded' }, other: { c: 'dismissed' } });
  expect(dismissedOn(after, 'site')).toEqual([]);
  // Undone, it is as it was, whatever the order.
  expect(withDismissed(after, 'site', dismissed)).toEqual(before);
  expect(dismissedOn({}, 'site')).toEqual([]);
});
