import { inject, type TestAPI, test } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly isDeep: boolean;
  }
}

/** A time that the tests of a `*.both.test.ts` run, in one browser. */
export interface Run {
  readonly kind: 'chromium' | 'firefox';
  /** What a mistake is likely to break: in Chromium in `npm test`, in Firefox in the deep run. */
  readonly first: TestAPI;
  /** The rest, and what takes long: in both browsers in the deep run. */
  readonly further: TestAPI;
  /**
   * Returns which variants of one thing it has, given those that are first and the further ones.
   */
  pick<T>(first: readonly T[], further: readonly T[]): readonly T[];
}

// It has all that `test` has, which Vitest's types do not say.
const skipped = test.skip as unknown as TestAPI;

export const RUNS: readonly Run[] = inject('isDeep')
  ? [
      { kind: 'firefox', first: test, further: test, pick: (first, further) => [...first, ...further] },
      { kind: 'chromium', first: skipped, further: test, pick: (_, further) => further },
    ]
  : [{ kind: 'chromium', first: test, further: skipped, pick: (first) => first }];
