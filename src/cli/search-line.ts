/** One line of the command's output: what answers a question. */
import type { Locale } from '../domain/common/locale.ts';
import { createGuidanceSearch } from '../domain/guidance-search/search-guidance.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { safeJson } from './terminal.ts';

/**
 * Returns the line of output for a question, without the line end; without a language, the
 * question's own letters decide.
 */
export function searchLine(rules: Ruleset, query: string, language: Locale | null): string {
  const hits = createGuidanceSearch(rules, language ?? languageOf(query)).find(query);
  const answers = hits.filter(({ kind }) => kind === 'faq').map(({ id }) => id);
  return safeJson({ query, answers });
}

function languageOf(question: string): Locale {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(question)) return 'ja';
  return /\p{Script=Han}/u.test(question) ? 'zh_CN' : 'en';
}
