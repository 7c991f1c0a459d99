/** Keys of what every page needs first. Apart from browser.ts, which runs in a browser only. */

/** Where the language that the person chose is kept; nothing: the browser's. */
export const LANGUAGE_KEY = 'language.v1';
/** Where a file of rules that the person loaded is kept. */
export const RULES_KEY = 'rules.v1';
export const START_KEYS = [LANGUAGE_KEY, RULES_KEY] as const;
