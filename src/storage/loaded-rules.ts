/** The rules file that the person loaded, as a page of ours reads it. */

import { isKnownEmpty, readRules } from '../browser-api/rules-store.ts';
import { isPrivate } from '../browser-api/runtime.ts';

/** Returns what is kept, unchecked (undefined: nothing); null where it cannot be read. */
export async function lookLoadedRules(): Promise<{ readonly value: unknown } | null> {
  if (await isKnownEmpty()) return { value: undefined };
  // A private window of Firefox has databases of its own, which are empty; the worker is in none.
  const found = isPrivate() ? null : await readRules();
  return found ?? (await import('./ask-rules.ts')).askLoadedRules();
}
