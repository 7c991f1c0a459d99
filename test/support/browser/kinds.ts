import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly browsers: readonly ('chromium' | 'firefox')[];
  }
}

/**
 * Where a `*.both.test.ts` runs: in Chromium in `npm test`, in Firefox in `npm run test:deep`
 * (vite.config.ts).
 */
export const BROWSERS = inject('browsers');

export interface Run {
  readonly kind: (typeof BROWSERS)[number];
  /** Whether it has what there is one of, too. */
  readonly isWhole: boolean;
  /** Returns which variants of one thing it has, given those that come first and the others. */
  pick<T>(first: readonly T[], others: readonly T[]): readonly T[];
}

/**
 * The runs of a `*.both.test.ts` with many variants of one thing: the first of them in Chromium in
 * `npm test`; all of them in Firefox, and the others in Chromium, in `npm run test:deep`.
 */
export const RUNS: readonly Run[] = BROWSERS.flatMap((kind): Run[] =>
  kind === 'chromium'
    ? [{ kind, isWhole: true, pick: (first) => first }]
    : [
        { kind, isWhole: true, pick: (first, others) => [...first, ...others] },
        { kind: 'chromium', isWhole: false, pick: (_, others) => others },
      ],
);
