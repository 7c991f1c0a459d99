/**
 * Each page of the extension in its fullest state, in both looks; accessible.deep.test.ts has every
 * state.
 */
import { describe, test } from 'vitest';
import { expectAccessible } from '../support/browser/accessible.ts';
import { startChromium } from '../support/browser/started.ts';
import { FULLEST } from '../support/browser/views.ts';

describe.each([
  { language: 'en-US', dark: false },
  { language: 'zh-CN', dark: true },
])('$language, dark: $dark', (look) => {
  const chromium = startChromium(look);

  test.each(FULLEST)('$name: axe finds nothing; the focus is seen; 400 % zoom needs no scrolling sideways', (view) =>
    expectAccessible(chromium(), view),
  );
});
