import { normalise } from '../common/text.ts';
import type { Console, Prompt, SharedPrompt } from '../ruleset/console.ts';
import type { FaqEntry } from '../ruleset/guidance.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { saysBlocked } from './block-page-words.ts';
import { createMatcher, extractKeywords, type PromptPattern } from './prompt-matcher.ts';

/**
 * Returns the FAQ entry that answers what a prompt means; the ruleset's lint makes sure of exactly
 * one.
 */
export function faqForPrompt(rules: Ruleset, means: string): FaqEntry | null {
  return rules.faq.find((entry) => entry.prompts.includes(means)) ?? null;
}

/**
 * Returns the ids of all entries that say something of these meanings: what answers each, in order,
 * then what says more, each once.
 */
export function answersToPrompts(rules: Ruleset, meanings: readonly string[]): string[] {
  const first = meanings.flatMap((means) => faqForPrompt(rules, means)?.id ?? []);
  const more = meanings.flatMap((means) =>
    rules.faq.filter(({ alsoPrompts }) => alsoPrompts?.includes(means)).map(({ id }) => id),
  );
  return [...new Set([...first, ...more])];
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
  const [found] = createMatcher(patterns(rules, prompts))([{ text, node: null }]);
  return found?.pattern.id ?? (saysBlocked(text) ? 'site-blocked' : null);
}

function isShown({ kind = 'prompt' }: Prompt): boolean {
  return kind === 'prompt';
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
