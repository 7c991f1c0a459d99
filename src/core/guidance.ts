import type { Console, FaqEntry, Prompt, RuleBundle } from './model.ts';
import { normalise } from './text.ts';

/** A prompt as the content script looks for it: no language, no site, only what to look for and what answers it. */
export interface PromptPattern {
  /** Stable per console; what "dismissed" is remembered under. */
  readonly id: string;
  /** Normalised text (see `normalise`). */
  readonly says: string;
  readonly guidance: string;
}

/** In: a host. Out: the console that has it as one of its sites. */
export function consoleOfHost(rules: RuleBundle, host: string): Console | null {
  return rules.consoles.find((one) => one.sites.some((site) => site.host === host)) ?? null;
}

/** In: what a prompt means. Out: the FAQ entry that answers it; the bundle's lint makes sure of exactly one. */
export function faqForPrompt(rules: RuleBundle, means: string): FaqEntry | null {
  return rules.faq.find((entry) => entry.prompts.includes(means)) ?? null;
}

/** In: a console. Out: its prompts and those of its group, longest first, each text once. */
export function patternsOf(rules: RuleBundle, console: Console): PromptPattern[] {
  const group = [console, ...rules.consoles.filter((other) => console.sharesPromptsOf.includes(other.id))];
  const bySays = new Map<string, PromptPattern>();
  for (const prompt of group.flatMap((one) => one.prompts)) {
    const pattern = patternOf(rules, prompt);
    if (pattern !== null && !bySays.has(pattern.says)) bySays.set(pattern.says, pattern);
  }
  return [...bySays.values()].sort((a, b) => b.says.length - a.says.length || (a.says < b.says ? -1 : 1));
}

function patternOf(rules: RuleBundle, prompt: Prompt): PromptPattern | null {
  const entry = faqForPrompt(rules, prompt.means);
  return entry && { id: prompt.means, says: normalise(prompt.says), guidance: entry.id };
}
