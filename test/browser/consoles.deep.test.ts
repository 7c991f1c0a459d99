import { describe, test } from 'vitest';
import { expectHints, FROM_FACTS, serveConsoles } from '../support/browser/console-pages.ts';
import { startChromium } from '../support/browser/started.ts';

// What is in the facts is the same in every browser: one is enough.
describe('every prompt of the facts', () => {
  const chromium = startChromium({ serve: serveConsoles });

  test.each(FROM_FACTS)('$console at $address: what must appear, and nothing else', (site) =>
    expectHints(chromium(), site),
  );
});
