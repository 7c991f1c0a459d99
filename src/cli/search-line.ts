/** One line of the command's output: what answers a question. */
import { createGuidanceSearch } from '../domain/guidance-search/search-guidance.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { safeJson } from './terminal.ts';

export type SearchLanguage = 'en' | 'zh';

/** Returns the language that an option names; undefined where it names none. */
export function readSearchLanguage(text: string): SearchLanguage | undefined {
  return text === 'en' || text === 'zh' ? text : undefined;
}

/**
 * Returns the line of output for a question, without the line end; without a language, the
 * question's own letters decide.
 */
export function searchLine(rules: Ruleset, query: string, language: SearchLanguage | null): string {
  const isChinese = language === null ? /\p{Script=Han}/u.test(query) : language === 'zh';
  const hits = createGuidanceSearch(rules, isChinese ? 'zh_CN' : 'en').find(query);
  const answers = hits.filter(({ kind }) => kind === 'faq').map(({ id }) => id);
  return safeJson({ query, answers });
}
