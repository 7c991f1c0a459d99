/** Keys of what every page needs first. Apart from browser.ts, which runs in a browser only. */

/** Where the language that the person chose is kept; nothing: the browser's. */
export const LANGUAGE_KEY = 'language.v1';
/**
 * What a file of rules that the person loaded is called among all that is kept, as in a file of
 * data. It was stored under this key once, where a renderer that was taken over could put another:
 * what is there now is not believed (see rules-store.ts).
 */
export const RULES_KEY = 'rules.v1';
/**
 * What the columns of files are that portfolios were filled from, as the person said, by the files'
 * shape.
 */
export const COLUMNS_KEY = 'columns.v1';
