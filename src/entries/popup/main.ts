/**
 * The popup's start. What the browser takes its time to tell is asked for at once, while the code
 * that works with it is still being loaded: nothing is imported here that is not needed for asking.
 */

import { readManagedPolicy } from '../../browser-api/managed-policy.ts';
import { readManyStored } from '../../browser-api/storage.ts';
import { activeTabUrl } from '../../browser-api/tabs.ts';
import { PROFILE_KEY } from '../../domain/answers/domain-answers.ts';
import { loadMessages } from '../../i18n/load-messages.ts';
import { LANGUAGE_KEY } from '../../storage/keys.ts';
import { languageFrom } from '../../storage/language.ts';
import { lookLoadedRules } from '../../storage/loaded-rules.ts';
import type { PrefetchedState } from './prefetched.ts';

const kept = readManyStored([LANGUAGE_KEY, PROFILE_KEY]);
const loaded = lookLoadedRules();
const asked: PrefetchedState = { kept, loaded, tab: activeTabUrl(), policy: readManagedPolicy() };

// Most people read the browser's language: its words come along while storage tells whether this
// person does.
void loadMessages(languageFrom(undefined));
void import('./show.tsx').then(({ start }) => start(asked));
