/** What reads pages, to be run in a page of a test: bundled there, and imported nowhere. */
export { matcherOf, prefilterOf } from '../../../src/domain/prompts/prompt-search.ts';
export { MAY_NAME, namesIn } from '../../../src/entries/content/find-names.ts';
export { readPage } from '../../../src/entries/content/page-reader.ts';
