/**
 * The popup's start. What the browser takes its time to tell is asked for at once, while the code that works with it is
 * still being loaded: nothing is imported here that is not needed for asking.
 */
import { lookLoadedRules } from '../case/loaded-rules.ts';
import { PROFILE_KEY } from '../core/case.ts';
import { activeTabUrl, languageFrom, managed, storedMany } from '../platform/browser.ts';
import { LANGUAGE_KEY } from '../platform/keys.ts';
import { loadMessages } from '../ui/words.ts';
import type { Asked } from './asked.ts';

const kept = storedMany([LANGUAGE_KEY, PROFILE_KEY]);
const loaded = lookLoadedRules();
const asked: Asked = { kept, loaded, tab: activeTabUrl(), policy: managed() };

// Most people read the browser's language: its words come along while storage tells whether this person does.
void loadMessages(languageFrom(undefined));
void import('./show.tsx').then(({ start }) => start(asked));
