/** Everything that is kept, as one file: out, in again, and away. */

import { readCase } from '../core/case.ts';
import type { RuleBundle } from '../core/model.ts';
import { forgetAll, store, storedAll } from '../platform/browser.ts';

/** The database of the portfolio page. */
export const PORTFOLIOS = 'portfolios';
export const DATA_FORM = 'icp-filing-guide/data/1';
/** Keys that may come in from a file; whatever else is in it is left out. */
const KEYS = /^(?:profile|case:[a-z0-9_.-]{1,253}|hints\.v1|hints\.off\.v1|language\.v1)$/;

/** Out: a file with all that is stored. */
export async function exportData(): Promise<string> {
  return `${JSON.stringify({ form: DATA_FORM, stored: await storedAll() }, null, 1)}\n`;
}

export type Imported =
  | { readonly kind: 'done'; readonly taken: number; readonly left: number }
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'not-stored' };

/** In: a file's text. Puts what it holds over what is there under the same keys. Out: what came of it. */
export async function importData(text: string, rules: RuleBundle): Promise<Imported> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'not-ours' };
  }
  if (!isFields(value) || value.form !== DATA_FORM || !isFields(value.stored)) return { kind: 'not-ours' };
  const all = Object.entries(value.stored);
  const taken = all.filter(([key, one]) => KEYS.test(key) && isSound(key, one, rules));
  const stored = taken.length === 0 || (await store(Object.fromEntries(taken)));
  return stored ? { kind: 'done', taken: taken.length, left: all.length - taken.length } : { kind: 'not-stored' };
}

/** Forgets everything in the extension's storage, portfolios too. Out: false where that failed. */
export async function eraseData(): Promise<boolean> {
  const gone = new Promise<boolean>((resolve) => {
    const request = indexedDB.deleteDatabase(PORTFOLIOS);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    // Another tab has it open: it is deleted when that one lets go.
    request.onblocked = () => resolve(true);
  });
  return (await forgetAll()) && (await gone);
}

/** Answers are decoded before they are stored; settings are decoded each time that they are read. */
function isSound(key: string, value: unknown, rules: RuleBundle): boolean {
  return key === 'profile' || key.startsWith('case:') ? readCase(value, rules).sound : true;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
