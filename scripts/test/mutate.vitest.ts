/**
 * How Stryker runs the tests: those of the core alone, which must notice its mistakes without help
 * from its users.
 */
import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';
import { loadRules } from '../../src/cli/load-ruleset.ts';
import { facts } from '../build/ruleset-modules.ts';

/**
 * A test file that a change keeps from loading has no tests, and Stryker 9 counts failed tests
 * alone: it would take the change for one that nobody notices. So such a file gets a test that
 * fails.
 */
const failedFiles: Reporter = {
  onTestModuleEnd(module: TestModule) {
    const [error] = module.errors();
    if (error === undefined) return;
    const { task: file } = module as unknown as { readonly task: FileTask };
    file.tasks.push({
      type: 'test',
      id: `${file.id}_loads`,
      name: 'loads',
      mode: 'run',
      file,
      meta: {},
      result: { state: 'fail', errors: [error] },
    });
  },
};

interface FileTask {
  readonly id: string;
  readonly tasks: unknown[];
}

export default defineConfig({
  plugins: [facts(loadRules())],
  test: {
    include: process.env.MUTATING?.split(',') ?? [],
    // Stryker runs tests in threads, where the time zone cannot be set.
    exclude: ['test/unit/domain/common/days-zones.test.ts'],
    // One worker loads everything once a run; each run has a new one.
    isolate: false,
    reporters: [failedFiles],
    // Counting which change is reached takes its time.
    testTimeout: 300_000,
  },
});
