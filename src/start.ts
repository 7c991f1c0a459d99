/** What every page of the extension does first. */
import { lookLoadedRules } from './case/loaded-rules.ts';
import { TAGS } from './core/language.ts';
import type { Locale, RuleBundle } from './core/model.ts';
import { languageFrom, storedMany } from './platform/browser.ts';
import { LANGUAGE_KEY } from './platform/keys.ts';
import { beginRules, type RulesBegun, type RulesInUse, wholeOf } from './rules.ts';
import { type Messages, type Say, sayFrom } from './ui/say.ts';
import { loadMessages } from './ui/words.ts';

interface Page {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly say: Say;
}

/** Enough to show a verdict. */
export interface Begun extends Page {
  readonly inUse: RulesBegun;
}

export interface Started extends Page {
  readonly rules: RuleBundle;
  readonly inUse: RulesInUse;
}

/**
 * In: the key of the page's title, what is kept, and the rules that were loaded. Sets the page's language and title. Out: what a verdict can be shown with.
 */
export async function beginPage(
  title: string,
  kept: Promise<Readonly<Record<typeof LANGUAGE_KEY, unknown>> | null>,
  loaded: ReturnType<typeof lookLoadedRules>,
): Promise<Begun> {
  const locale = languageFrom((await kept)?.[LANGUAGE_KEY]);
  const [messages, inUse] = await Promise.all([loadMessages(locale), loaded.then((found) => beginRules(found?.value))]);
  const say = sayFrom(locale, messages);
  document.documentElement.lang = TAGS[locale];
  document.addEventListener('keydown', holdNoButton);
  document.title = say(title);
  return { locale, messages, say, inUse };
}

/** A key that is held down presses a button once: lists move the focus on to the next button when one is gone. */
function holdNoButton(event: KeyboardEvent): void {
  if (event.repeat && event.target instanceof HTMLButtonElement && event.key === 'Enter') event.preventDefault();
}

/** In: the key of the page's title. Out: what the page works with, the guidance included. */
export async function startPage(title: string): Promise<Started> {
  const begun = await beginPage(title, storedMany([LANGUAGE_KEY]), lookLoadedRules());
  const inUse = await wholeOf(begun.inUse);
  return { ...begun, inUse, rules: inUse.rules };
}
