/** What every page of the extension does first. */
import { TAGS } from './core/language.ts';
import type { Locale, RuleBundle } from './core/model.ts';
import { languageFrom, storedMany } from './platform/browser.ts';
import { LANGUAGE_KEY, RULES_KEY, START_KEYS } from './platform/keys.ts';
import { type RulesInUse, rulesFrom } from './rules.ts';
import { type Say, wordsFor } from './ui/words.ts';

export interface Started {
  readonly locale: Locale;
  readonly say: Say;
  readonly rules: RuleBundle;
  readonly inUse: RulesInUse;
}

/**
 * In: the key of the page's title, and what is kept (read here where it was not asked for before). Sets the page's language and
 * title. Out: what the page works with.
 */
export async function startPage(
  title: string,
  kept: ReturnType<typeof storedMany<(typeof START_KEYS)[number]>> = storedMany(START_KEYS),
): Promise<Started> {
  const { [LANGUAGE_KEY]: language, [RULES_KEY]: loaded } = await kept;
  const locale = languageFrom(language);
  const say = wordsFor(locale);
  document.documentElement.lang = TAGS[locale];
  document.title = say(title);
  const inUse = await rulesFrom(loaded);
  return { locale, say, rules: inUse.rules, inUse };
}
