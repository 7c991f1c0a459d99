import { expect } from 'vitest';

/** In: a look at the browser. Out: what it sees is asked again until it fits, as long as any other wait for a browser (vite.config.ts). */
export function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look);
}
