/**
 * Runs around every file of unit tests. The files of a worker share its modules and globals, as
 * each would otherwise load all facts again: what one of them changes and leaves changed fails
 * there, and not in whichever file comes next.
 */
import 'fake-indexeddb/auto';
import { afterAll, expect, vi } from 'vitest';

const around = () => ({
  environment: { ...process.env },
  folder: process.cwd(),
  // Vite brings this one along where Node has none.
  globals: Object.getOwnPropertyNames(globalThis)
    .filter((name) => name !== 'URLPattern')
    .sort(),
});
const before = around();

afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  expect(around(), 'a file of tests leaves the process as it found it').toEqual(before);
});
