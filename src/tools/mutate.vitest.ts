/** How Stryker runs the tests: those of the core alone, which must notice its mistakes without help from its users. */
import { defineConfig } from 'vitest/config';
import { loadRules } from '../build/load.ts';
import { facts } from '../build/plugin.ts';

export default defineConfig({
  plugins: [facts(loadRules())],
  test: {
    include: ['test/core/**/*.test.ts'],
    // Long texts show how time grows; what is read in them is the same as in short ones.
    exclude: ['test/core/numbers-linear.test.ts'],
    // Counting which change is reached takes its time.
    testTimeout: 300_000,
  },
});
