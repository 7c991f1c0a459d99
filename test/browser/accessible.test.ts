/**
 * Each page of the extension in its fullest state, in one look; accessible.deep.test.ts has every
 * state in each.
 */
import { describe, test } from 'vitest';
import { expectAccessible } from '../support/browser/accessible.ts';
import { startChromium } from '../support/browser/started.ts';
import { LOOKS } from '../support/browser/views.ts';

describe.each(LOOKS)('$language, dark: $dark', ({ language, dark, first }) => {
  const chromium = startChromium({ language, dark });

  test.each(first)('$name: axe finds nothing; the focus is seen; 400 % zoom needs no scrolling sideways', (view) =>
    expectAccessible(chromium(), view),
  );
});
