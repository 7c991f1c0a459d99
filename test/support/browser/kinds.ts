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
