import { anchorsOf, type PromptPattern } from './matcher.ts';
import type { Console, ConsoleSite, FaqEntry, Prompt, RuleBundle } from './model.ts';
import { normalise } from './text.ts';

/** In: a host. Out: the console that has it as one of its sites. */
export function consoleOfHost(rules: RuleBundle, host: string): Console | null {
  const has = ({ host: site }: ConsoleSite) => (site.startsWith('*.') ? host.endsWith(site.slice(1)) : site === host);
  return rules.consoles.find((one) => one.sites.some(has)) ?? null;
}

/** In: what a prompt means. Out: the FAQ entry that answers it; the bundle's lint makes sure of exactly one. */
export function faqForPrompt(rules: RuleBundle, means: string): FaqEntry | null {
  return rules.faq.find((entry) => entry.prompts.includes(means)) ?? null;
}

/** In: a console. Out: what is looked for in its pages: its prompts and those of its group, longest first, each text once. */
export function patternsOf(rules: RuleBundle, console: Console): PromptPattern[] {
  const group = [console, ...rules.consoles.filter((other) => console.sharesPromptsOf.includes(other.id))];
  return patterns(
    rules,
    group.flatMap((one) => one.prompts).filter((prompt) => prompt.kind !== 'code'),
  );
}

/** Out: every prompt of every console, for pages that are none of ours; codes too where `codes` is true. */
export function allPatterns(rules: RuleBundle, codes: boolean): PromptPattern[] {
  const prompts = rules.consoles.flatMap((one) => one.prompts);
  return patterns(
    rules,
    prompts.filter((prompt) => codes || prompt.kind !== 'code'),
  );
}

function patterns(rules: RuleBundle, prompts: readonly Prompt[]): PromptPattern[] {
  const bySays = new Map<string, PromptPattern>();
  for (const { says, means } of prompts) {
    const entry = faqForPrompt(rules, means);
    const text = normalise(says);
    if (entry !== null && !bySays.has(text))
      bySays.set(text, { id: means, says: text, anchors: anchorsOf(says), guidance: entry.id });
  }
  return [...bySays.values()].sort((a, b) => b.says.length - a.says.length || (a.says < b.says ? -1 : 1));
}
