/** What `webextension-polyfill` is to the unit tests; see vite.config.ts. */
export { api as default } from './fake-browser.ts';
