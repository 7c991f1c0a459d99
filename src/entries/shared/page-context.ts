/** What every page of the extension does first. */

import { readManyStored } from '../../browser-api/storage.ts';
import { dayOf } from '../../domain/common/days.ts';
import type { Locale } from '../../domain/common/locale.ts';
import { TAGS } from '../../domain/common/locale.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import { loadMessages } from '../../i18n/load-messages.ts';
import { createTranslator, type Messages, type Translate } from '../../i18n/translator.ts';
import { type CoreRuleset, loadCoreRuleset, loadFullRuleset, type RulesetInUse } from '../../storage/active-ruleset.ts';
import { LANGUAGE_KEY } from '../../storage/keys.ts';
import { languageFrom } from '../../storage/language.ts';
import { lookLoadedRules } from '../../storage/loaded-rules.ts';

interface Page {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly t: Translate;
}

/** Enough to show a verdict. */
export interface PageContext extends Page {
  readonly inUse: CoreRuleset;
}

export interface FullPageContext extends Page {
  readonly rules: Ruleset;
  readonly inUse: RulesetInUse;
}

/**
 * Sets the page's language and title (by the key of its message). Returns what a verdict can be
 * shown with.
 */
export async function initPage(
  title: string,
  kept: Promise<Readonly<Record<typeof LANGUAGE_KEY, unknown>> | null>,
  loaded: ReturnType<typeof lookLoadedRules>,
): Promise<PageContext> {
  const locale = languageFrom((await kept)?.[LANGUAGE_KEY]);
  const [messages, inUse] = await Promise.all([
    loadMessages(locale),
    loaded.then((found) => loadCoreRuleset(found?.value, dayOf(new Date()))),
  ]);
  const t = createTranslator(locale, messages);
  document.documentElement.lang = TAGS[locale];
  document.addEventListener('keydown', holdNoButton);
  document.title = t(title);
  return { locale, messages, t, inUse };
}

/**
 * A key that is held down presses a button once: lists move the focus on to the next button when
 * one is gone.
 */
function holdNoButton(event: KeyboardEvent): void {
  if (event.repeat && event.target instanceof HTMLButtonElement && event.key === 'Enter') event.preventDefault();
}

/**
 * Sets the page's title by the key of its message. Returns what the page works with, the guidance
 * included.
 */
export async function initPageWithGuidance(title: string): Promise<FullPageContext> {
  const begun = await initPage(title, readManyStored([LANGUAGE_KEY]), lookLoadedRules());
  const inUse = await loadFullRuleset(begun.inUse);
  return { ...begun, inUse, rules: inUse.rules };
}
