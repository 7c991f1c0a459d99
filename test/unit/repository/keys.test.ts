import { describe, expect, test } from 'vitest';
import recorded from '../../../scripts/build/browser-keys.json' with { type: 'json' };
import { manifest } from '../../../scripts/build/manifest.ts';

type Commands = Readonly<Record<string, { readonly suggested_key?: Readonly<Record<string, string>> }>>;

describe.each(['chrome', 'firefox'] as const)('suggested keys in %s', (browser) => {
  const { commands } = manifest(browser) as unknown as { readonly commands: Commands };
  const keys = Object.values(commands).flatMap((one) => Object.values(one.suggested_key ?? {}));

  test('are Alt, Shift and a letter, which the recorded tables are about', () => {
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) expect(key).toMatch(/^Alt\+Shift\+[A-Z]$/);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(recorded.tables)('are none of $browser’s own', ({ altShift }) => {
    expect(keys.filter((key) => (altShift as string[]).includes(key.slice(-1)))).toEqual([]);
  });
});
