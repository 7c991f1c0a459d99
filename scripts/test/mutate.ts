/**
 * `npm run mutate [-- FILE…]`: changes `src/domain` in every small way, one at a time, and counts
 * the changes that no test of `test/unit/domain` notices. See docs/testing.md.
 * `src/domain/common/days.ts` changes that file alone, `test/unit/domain/common/days.test.ts` runs
 * those tests alone; patterns may be given too.
 */
import { setPriority } from 'node:os';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from '../../src/cli/load-ruleset.ts';

const asked = process.argv.slice(2);
const files = asked.filter((file) => !file.startsWith('test/'));
const tests = asked.filter((file) => file.startsWith('test/'));

process.chdir(ROOT);
process.env.ORIGINAL_ROOT = ROOT;
// Read by mutate.vitest.ts. Stryker's own option `testFiles` leaves changes to what is done while
// loading without effect.
process.env.MUTATING = (tests.length > 0 ? tests : ['test/unit/domain/**/*.test.ts']).join();
// It takes long: whatever else the machine does comes first.
setPriority(15);

const stryker = new Stryker({
  mutate: files.length > 0 ? files : ['src/domain/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/test/mutate.vitest.ts', related: false },
  coverageAnalysis: 'perTest',
  // Types are not checked here, and TypeScript 7 has no API by which Stryker could rewrite its
  // configuration.
  tsconfigFile: 'none',
  concurrency: 2,
  // Endless loops are told by counting; a busy machine must not pass for one.
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  tempDirName: 'out/mutation/sandbox',
  ignorePatterns: ['dist', 'docs', 'out', 'test/browser'],
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 85 },
});
// Below the threshold it sets the exit code.
await stryker.runMutationTest();
