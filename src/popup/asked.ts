import type { lookLoadedRules } from '../case/loaded-rules.ts';
import type { PROFILE_KEY } from '../core/case.ts';
import type { activeTabUrl, managed, storedMany } from '../platform/browser.ts';
import type { LANGUAGE_KEY } from '../platform/keys.ts';

/** What is asked of the browser before the rest of the popup's code is there. */
export interface Asked {
  readonly kept: ReturnType<typeof storedMany<typeof LANGUAGE_KEY | typeof PROFILE_KEY>>;
  readonly loaded: ReturnType<typeof lookLoadedRules>;
  readonly tab: ReturnType<typeof activeTabUrl>;
  readonly policy: ReturnType<typeof managed>;
}
