import type { PROFILE_KEY } from '../core/case.ts';
import type { activeTabUrl, managed, storedMany } from '../platform/browser.ts';
import type { START_KEYS } from '../platform/keys.ts';

/** What is asked of the browser before the rest of the popup's code is there. */
export interface Asked {
  readonly kept: ReturnType<typeof storedMany<(typeof START_KEYS)[number] | typeof PROFILE_KEY>>;
  readonly tab: ReturnType<typeof activeTabUrl>;
  readonly policy: ReturnType<typeof managed>;
}
