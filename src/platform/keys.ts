/** Where the language that the person chose is kept; nothing: the browser's. Apart from browser.ts, which runs in a browser only. */
export const LANGUAGE_KEY = 'language.v1';
