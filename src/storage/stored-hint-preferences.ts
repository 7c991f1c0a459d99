/** Which hints are off, as it is kept. */

import { tryReadStored } from '../browser-api/storage.ts';
import {
  DEFAULT_HINT_PREFERENCES,
  decodeHintPreferences,
  HINT_PREFERENCES_KEY,
  type HintPreferences,
  type HintScope,
  isSoundHintPreferences,
  withHintEnabled,
} from '../domain/prompts/hint-preferences.ts';
import { changeStored } from './change-stored.ts';

/** Returns what is off; null where storage cannot be read. */
export async function tryReadHintPreferences(): Promise<HintPreferences | null> {
  const found = await tryReadStored(HINT_PREFERENCES_KEY);
  return found && decodeHintPreferences(found.value);
}

/** The same for whoever only shows hints: what cannot be read is on. */
export async function loadHintPreferences(): Promise<HintPreferences> {
  return (await tryReadHintPreferences()) ?? DEFAULT_HINT_PREFERENCES;
}

/** Switches hints on or off. Returns false where that could not be stored. */
export function setHintEnabled(what: HintScope, on: boolean): Promise<boolean> {
  return changeStored(HINT_PREFERENCES_KEY, isSoundHintPreferences, (value) =>
    withHintEnabled(decodeHintPreferences(value), what, on),
  );
}
