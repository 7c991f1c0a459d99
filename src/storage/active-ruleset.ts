/**
 * The rules in use: those that were checked when this was built, or newer ones that the person
 * loaded from a file. Code that also runs under Node takes a bundle as an argument instead.
 */
import build from 'virtual:build';
import ofVerdicts from 'virtual:rules';
import type { Day } from '../domain/common/days.ts';
import type { ValidationIssue } from '../domain/common/decoder.ts';
import { type Guidance, NO_GUIDANCE } from '../domain/ruleset/guidance.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import type { Parsed } from '../domain/ruleset/validation/parse-ruleset.ts';

/** The date of the rules inside this build. */
const builtIn: Day = ofVerdicts.stamp.date;

/** What a verdict rests on where the person loaded nothing. */
export const BUILT_IN_RULES: Ruleset = { ...ofVerdicts, ...NO_GUIDANCE };

export interface RulesetInUse {
  readonly rules: Ruleset;
  /** Whether they come from a file that the person loaded. */
  readonly isLoaded: boolean;
  /** Whether a file was loaded by another build: this one takes its place. */
  readonly isReplaced: boolean;
  /** Why what was loaded is not used; empty where nothing was, or where it is. */
  readonly troubles: readonly ValidationIssue[];
  /** The date of the rules inside this build. */
  readonly builtIn: Day;
}

/** What verdicts can be found with at once. */
export interface CoreRuleset extends RulesetInUse {
  /** The same rules with the guidance, which `rules` may lack until it is loaded. */
  loadFull(): Promise<Ruleset>;
}

interface Parts {
  readonly parse: (value: unknown, today: Day) => Parsed | Promise<Parsed>;
  readonly guidance: () => Guidance | Promise<Guidance>;
}

/**
 * Loaded only where they are needed: most people never load rules, and a verdict does without
 * guidance.
 */
const LATER: Parts = {
  parse: async (value, today) => (await import('./check-loaded-rules.ts')).parseKept(value, today),
  guidance: async () => (await import('virtual:guidance')).default,
};

/**
 * Returns the rules to work with. What was loaded once is checked again each time, as storage is
 * not ours alone; it holds until the first build after its loading, whichever has the later date.
 * `parts`: how the rest is had (a service worker cannot load code later).
 */
export async function loadCoreRuleset(
  kept: unknown,
  today: Day,
  { parse, guidance }: Parts = LATER,
): Promise<CoreRuleset> {
  const own: CoreRuleset = {
    rules: BUILT_IN_RULES,
    isLoaded: false,
    isReplaced: false,
    troubles: [],
    builtIn,
    loadFull: async () => ({ ...ofVerdicts, ...(await guidance()) }),
  };
  if (kept === undefined) return own;
  if (!isOfThisBuild(kept)) return { ...own, isReplaced: true };
  const parsed = await parse(kept, today);
  if (!parsed.ok) return { ...own, troubles: parsed.troubles };
  return { ...own, rules: parsed.rules, isLoaded: true, loadFull: async () => parsed.rules };
}

/** Returns the ruleset with the guidance that it was loaded without. */
export async function loadFullRuleset({ loadFull, ...begun }: CoreRuleset): Promise<RulesetInUse> {
  return { ...begun, rules: await loadFull() };
}

function isOfThisBuild(kept: unknown): boolean {
  const { loaded } = (kept ?? {}) as { readonly loaded?: { readonly build?: unknown } };
  return loaded?.build === build;
}
