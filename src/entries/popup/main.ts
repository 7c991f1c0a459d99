/**
 * The popup's start. What the browser takes its time to tell is asked for at once, while the code
 * that works with it is still being loaded: nothing is imported here that is not needed for asking.
 */

import { readManagedPolicy } from '../../browser-api/managed-policy.ts';
import { panelWindow } from '../../browser-api/side-panel.ts';
import { readAhead, readManyStored } from '../../browser-api/storage.ts';
import { activeTabUrl } from '../../browser-api/tabs.ts';
import { domainAnswersKey, PROFILE_KEY } from '../../domain/answers/domain-answers.ts';
import { tailsOf } from '../../domain/hostname/suffix-rules.ts';
import { loadMessages } from '../../i18n/load-messages.ts';
import { LANGUAGE_KEY } from '../../storage/keys.ts';
import { languageFrom } from '../../storage/language.ts';
import { lookLoadedRules } from '../../storage/loaded-rules.ts';
import type { PrefetchedState } from './prefetched.ts';

// Most people read the browser's language: its words come along while storage tells whether this
// person does. They are what takes longest.
void loadMessages(languageFrom(undefined));
const kept = readManyStored([LANGUAGE_KEY, PROFILE_KEY]);
const loaded = lookLoadedRules();
const tab = activeTabUrl();
const asked: PrefetchedState = {
  kept,
  loaded,
  tab,
  policy: readManagedPolicy(),
  cases: tab.then((address) => readAhead(tailsOf(hostAsked(address)).map(domainAnswersKey))),
  beside: panelWindow(),
};
void import('./show.tsx').then(({ start }) => start(asked));

/**
 * Returns the host that is asked about. Which of its tails is registered is only known once the
 * rules are there.
 */
function hostAsked(tab: string | null): string {
  const input = new URLSearchParams(location.search).get('input');
  const address = input === null ? tab : `https://${input}`;
  return address !== null && URL.canParse(address) ? new URL(address).hostname : '';
}
