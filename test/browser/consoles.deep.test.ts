import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { ROOT } from '../../src/cli/load-ruleset.ts';
import { expectHints, FROM_FACTS, serveConsoles } from '../support/browser/console-pages.ts';
import { copyWithHosts, optionalHosts } from '../support/browser/granted.ts';
import { startChromium } from '../support/browser/started.ts';
import { rules } from '../support/shipped-ruleset.ts';

// What is in the facts is the same in every browser: one is enough.
describe('every prompt of the facts', () => {
  const build = join(ROOT, 'dist/chrome');
  const extension = copyWithHosts(build, optionalHosts(build, rules));
  const chromium = startChromium({ serve: serveConsoles, extension });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

  test.each(FROM_FACTS)('$console at $address: what must appear, and nothing else', (site) =>
    expectHints(chromium(), site),
  );
});
