import { test } from 'vitest';

/**
 * A test of thousands of cases, for what nobody thought of. Mutation testing leaves it out: it runs
 * the tests thousands of times, and a change to a rule is for the tables to notice.
 */
export const testMany = test.skipIf(process.env.MUTATING !== undefined);
