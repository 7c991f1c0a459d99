import { normalise } from '../common/text.ts';
import type { Console, ConsoleSite, Prompt, SharedPrompt } from '../ruleset/console.ts';
import type { FaqEntry } from '../ruleset/guidance.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { meaningOfWords } from './message-words.ts';
import { createMatcher, extractKeywords, type PromptPattern } from './prompt-matcher.ts';
import { clausesOf, createWordingMatcher, isAdvice, isAdviceInEnglish } from './wording.ts';

/** Returns the console that has a host as one of its sites. */
export function consoleOfHost(rules: Ruleset, host: string): Console | null {
  const has = ({ host: site }: ConsoleSite) => (site.startsWith('*.') ? host.endsWith(site.slice(1)) : site === host);
  return rules.consoles.find((one) => one.sites.some(has)) ?? null;
}

/**
 * Returns the console that a page is of: its host is one of the console's, and its path where that
 * host has other pages too.
 */
export function consoleOfAddress(rules: Ruleset, address: string): Console | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  const found = protocol === 'https:' ? consoleOfHost(rules, hostname) : null;
  const sites = found?.sites.filter(({ host }) =>
    host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === hostname,
  );
  return sites?.some(({ paths = [''] }) => paths.some((path) => pathname.startsWith(path))) ? found : null;
}

/**
 * Returns the FAQ entry that answers what a prompt means; the ruleset's lint makes sure of exactly
 * one.
 */
export function faqForPrompt(rules: Ruleset, means: string): FaqEntry | null {
  return rules.faq.find((entry) => entry.prompts.includes(means)) ?? null;
}

/**
 * Returns what is looked for in a console's pages: its own prompts, those of consoles of its group,
 * and what is said in such parts of any console; longest first, each text once.
 */
export function patternsOf(rules: Ruleset, console: Console): PromptPattern[] {
  const group = [console, ...rules.consoles.filter((other) => console.sharesPromptsOf.includes(other.id))];
  const shared = rules.prompts.filter((prompt) => prompt.groups.some((one) => console.groups.includes(one)));
  return patterns(rules, [...group.flatMap((one) => one.prompts), ...shared].filter(isShown));
}

/**
 * Returns every prompt of every console, for pages that are none of ours; where `isHanded` is true,
 * for a text that somebody hands over, codes and general wordings too.
 */
export function allPatterns(rules: Ruleset, isHanded: boolean): PromptPattern[] {
  const prompts = [...rules.consoles.flatMap((one) => one.prompts), ...rules.prompts];
  return patterns(
    rules,
    prompts.filter((prompt) => isHanded || isShown(prompt)),
  );
}

/**
 * Returns what a page that is shown instead of a site means, whosever it is; null for a page that
 * is none, and for the empty text of one that is too large to be one.
 */
export function meaningOfBlockPage(rules: Ruleset, text: string): string | null {
  if (text === '') return null;
  const prompts = rules.prompts.filter((prompt) => prompt.groups.includes('block-page') && prompt.kind !== 'general');
  return createMatcher(patterns(rules, prompts))([{ text, node: null }])[0]?.pattern.id ?? null;
}

/** Whether a prompt is a sentence, and no code, which has one spelling only. */
function isWording({ kind, says }: Prompt): boolean {
  return kind !== 'code' && /\p{Script=Han}|\s/u.test(says);
}

function isShown({ kind = 'prompt' }: Prompt): boolean {
  return kind === 'prompt';
}

/** What a text that somebody hands over means. */
export interface Explained {
  /** Meanings of the prompts in it, in order of appearance. */
  readonly means: readonly string[];
  /** Ids of the entries that answer them. */
  readonly answers: readonly string[];
}

/**
 * Returns a function from a text to what the prompts, codes and wordings in it mean; empty lists
 * where nothing is known of it.
 */
export function explainer(rules: Ruleset): (text: string) => Explained {
  // Each meaning is looked for, not only each answer: two may be answered by one entry.
  const match = createMatcher(allPatterns(rules, true).map((pattern) => ({ ...pattern, guidance: pattern.id })));
  const wordings = [...rules.consoles.flatMap((one) => one.prompts), ...rules.prompts].filter(isWording);
  const meaningOf = createWordingMatcher(wordings);
  return (text) => {
    const clauses = clausesOf(text).map((one) => (isAdviceInEnglish(one) ? ';' : one));
    const found = match(clauses.map((one, node) => ({ text: one, node })));
    const isRead = (index: number) => found.some(({ begin, end }) => begin <= index && index <= end);
    // What no prompt covers is read once more, clause by clause, by what its words mean.
    const told = clauses.flatMap((one, index): { at: number; means: string }[] => {
      const means = isRead(index) || isAdvice(one) ? null : (meaningOfWords(one) ?? meaningOf(one));
      return means === null || faqForPrompt(rules, means) === null ? [] : [{ at: index, means }];
    });
    const all = [...found.map(({ end, pattern }) => ({ at: end, means: pattern.id })), ...told];
    const means = [...new Set(all.sort((a, b) => a.at - b.at).map((one) => one.means))];
    return { means, answers: [...new Set(means.flatMap((meaning) => faqForPrompt(rules, meaning)?.id ?? []))] };
  };
}

function patterns(rules: Ruleset, prompts: readonly (Prompt & Pick<SharedPrompt, 'unless'>)[]): PromptPattern[] {
  const bySays = new Map<string, PromptPattern>();
  for (const { says, means, unless } of prompts) {
    const entry = faqForPrompt(rules, means);
    const text = normalise(says);
    if (entry === null || bySays.has(text)) continue;
    const pattern = { id: means, says: text, anchors: extractKeywords(says), guidance: entry.id };
    bySays.set(text, unless === undefined ? pattern : { ...pattern, unless: unless.map(normalise) });
  }
  return [...bySays.values()].sort((a, b) => b.says.length - a.says.length || (a.says < b.says ? -1 : 1));
}
