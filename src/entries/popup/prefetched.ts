import type { readManagedPolicy } from '../../browser-api/managed-policy.ts';
import type { panelWindow } from '../../browser-api/side-panel.ts';
import type { readAhead, readManyStored } from '../../browser-api/storage.ts';
import type { activeTabUrl } from '../../browser-api/tabs.ts';
import type { PROFILE_KEY } from '../../domain/answers/domain-answers.ts';
import type { LANGUAGE_KEY } from '../../storage/keys.ts';
import type { lookLoadedRules } from '../../storage/loaded-rules.ts';

/** What is asked of the browser before the rest of the popup's code is there. */
export interface PrefetchedState {
  readonly kept: ReturnType<typeof readManyStored<typeof LANGUAGE_KEY | typeof PROFILE_KEY>>;
  readonly loaded: ReturnType<typeof lookLoadedRules>;
  readonly tab: ReturnType<typeof activeTabUrl>;
  readonly policy: ReturnType<typeof readManagedPolicy>;
  /** Reads what is kept of the name. */
  readonly cases: Promise<ReturnType<typeof readAhead>>;
  readonly beside: ReturnType<typeof panelWindow>;
}
