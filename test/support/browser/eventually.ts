import { expect } from 'vitest';

/**
 * Looks at the browser again and again until what is seen fits, as long as any other wait for a
 * browser (vite.config.ts).
 */
export function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look);
}
